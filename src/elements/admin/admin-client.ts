import type { FormConcern } from '../../case/form-concerns.ts';
import type { CandidateImpact } from '../../case/ownership/candidate-impact.ts';
import type { Directory } from '../../case/ownership/directory.ts';
import type { AppSettings, ProjectApp } from '../../project/project-app.ts';
import type { LookupRow } from '../../project/lookup-table.ts';
import type { ProjectChange, ProjectState } from '../../project/project-change.ts';
import type { CaseDetails, CasePage, CaseQuery, Holdings } from './case-records.ts';
import type { AuditedChange } from './describe-change.ts';

/** What the administration pages ask of the project server. All reject with a sentence for people. */
export interface AdminClient {
  read(): Promise<ProjectState>;
  /** Whom the changes would hit, those who can no longer register first. */
  impact(changes: readonly ProjectChange[]): Promise<readonly PersonImpact[]>;
  change(changes: readonly ProjectChange[]): Promise<void>;
  /** The apps of the project. */
  apps(): Promise<readonly ProjectApp[]>;
  /** Takes a file in as a new app, or as a new version of one. */
  uploadApp(file: File, appId: string | undefined): Promise<void>;
  saveApp(appId: string, settings: AppSettings): Promise<void>;
  removeApp(appId: string): Promise<void>;
  /** The rows of a lookup table, in their order. */
  rows(code: string): Promise<readonly LookupRow[]>;
  /** A page of the cases that a search finds, after so many. */
  cases(search: CaseQuery, offset: number): Promise<CasePage>;
  caseDetails(caseId: string): Promise<CaseDetails>;
  /** Who would come to hold these cases, and who would no longer. */
  ownerImpact(caseIds: readonly string[], ownerId: string): Promise<readonly PersonImpact[]>;
  /** Gives cases to another owner; resolves to how many were not that owner's before. */
  giveCases(caseIds: readonly string[], ownerId: string): Promise<number>;
  /** What a person's devices receive. */
  holdings(userId: string): Promise<Holdings>;
  /** The newest forms that went too far, or those before a number; without those that somebody has looked at unless asked for. */
  concerns(before: number | undefined, withSeen: boolean): Promise<ConcernPage>;
  /** Notes that the administrator has looked at forms, by their numbers. */
  markSeen(sequences: readonly number[]): Promise<void>;
  /** The newest changes, or those older than an entry. */
  audit(before: number | undefined): Promise<AuditPage>;
}

export interface PersonImpact extends CandidateImpact {
  readonly username: string;
  readonly displayName: string;
  /** How many cases come and go; `undefined` where there were too many people to count. */
  readonly cases: { readonly appear: number; readonly disappear: number } | undefined;
}

export interface ConcernPage {
  /** Newest first. */
  readonly rows: readonly ConcerningForm[];
  readonly hasOlder: boolean;
}

/** A form that went beyond what its sender may touch. */
export interface ConcerningForm {
  readonly sequence: number;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly formName: string;
  readonly username: string;
  readonly concerns: readonly (FormConcern & { readonly caseName: string })[];
  /** The administrator who has looked at it. */
  readonly seenBy: string | null;
}

export interface AuditPage {
  /** Newest first. */
  readonly rows: readonly AuditRow[];
  /** Whether there are older ones. */
  readonly hasOlder: boolean;
}

export interface AuditRow {
  readonly entry: number;
  /** ISO 8601. */
  readonly at: string;
  readonly username: string;
  readonly change: AuditedChange;
  readonly before: AuditRows | null;
  readonly after: AuditRows | null;
}

/** The rows that a change concerned, by table. */
export type AuditRows = Partial<Directory> & Partial<Pick<ProjectState, 'users'>>;
