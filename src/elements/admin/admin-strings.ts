import type { CandidateImpact } from '../../case/ownership/candidate-impact.ts';
import type { NoCandidateReason } from '../../case/ownership/no-candidate-reason.ts';
import type { SubmissionPolicy } from '../../project/project-settings.ts';
import type { AppStrings } from './app-strings.ts';
import type { CaseStrings } from './case-strings.ts';
import type { ConcernStrings } from './concern-strings.ts';
import type { AuditedChange } from './describe-change.ts';
import type { SheetStrings } from './sheet-strings.ts';
import type { AdminSection } from '../shared/admin-place.ts';

/** What the administration pages say, in one language. They are loaded with these pages, not with the rest. */
export interface AdminStrings {
  readonly title: string;
  readonly sections: Readonly<Record<AdminSection, string>>;
  readonly toApp: string;
  readonly signOut: string;
  readonly loading: string;
  /** While passwords of an import are made, which takes its time. */
  readonly passwords: (done: number, total: number) => string;
  readonly notAllowed: string;
  readonly problem: string;
  readonly notThere: string;
  readonly save: string;
  readonly cancel: string;
  readonly add: string;
  readonly search: string;
  readonly none: string;
  readonly name: string;
  readonly saved: (name: string) => string;
  readonly deleted: (name: string) => string;
  readonly remove: string;
  /** The same for a screen reader, which has to hear what. */
  readonly removeOf: (name: string) => string;
  readonly people: {
    readonly hint: string;
    readonly add: string;
    readonly username: string;
    readonly usernameHint: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly password: string;
    readonly newPassword: string;
    readonly passwordHint: string;
    readonly newPasswordHint: string;
    readonly kind: string;
    readonly mobile: string;
    readonly web: string;
    readonly role: string;
    readonly worker: string;
    readonly admin: string;
    readonly active: string;
    readonly activeHint: string;
    readonly inactive: string;
    readonly groups: string;
    readonly groupsHint: string;
    readonly locations: string;
    readonly locationsHint: string;
    readonly primary: string;
    /** The heading of the column that says who owns what somebody registers. */
    readonly sharing: string;
    readonly sharesWith: (owner: string) => string;
    readonly hasToChoose: (owners: readonly string[]) => string;
    readonly nobody: (reason: NoCandidateReason['kind']) => string;
    /** Whoever registers nothing that is shared needs no owner. */
    readonly notNeeded: string;
    readonly onlyTrouble: string;
    readonly trouble: (count: number) => string;
  };
  readonly groups: {
    readonly hint: string;
    readonly add: string;
    readonly caseSharing: string;
    readonly caseSharingHint: string;
    readonly sharing: string;
    readonly reporting: string;
    readonly members: string;
    readonly memberCount: (count: number) => string;
    readonly delete: string;
    readonly deleteHint: string;
  };
  readonly levels: {
    readonly hint: string;
    readonly add: string;
    readonly code: string;
    readonly codeHint: string;
    readonly ownsCases: string;
    readonly ownsCasesHint: string;
    readonly viewDescendants: string;
    readonly viewDescendantsHint: string;
    readonly yes: string;
    readonly no: string;
    readonly locationCount: (count: number) => string;
    readonly delete: string;
  };
  readonly locations: {
    readonly hint: string;
    readonly add: string;
    readonly needsLevel: string;
    readonly siteCode: string;
    readonly siteCodeHint: string;
    readonly level: string;
    readonly parent: string;
    readonly top: string;
    readonly people: string;
    readonly archived: string;
    readonly archive: string;
    readonly archiveHint: string;
    readonly unarchive: string;
  };
  readonly fields: {
    readonly hint: string;
    readonly add: string;
    readonly field: (position: number) => string;
    readonly label: string;
    readonly name: string;
    readonly nameHint: string;
    readonly choices: string;
    readonly choicesHint: string;
    readonly required: string;
  };
  readonly tables: {
    readonly hint: string;
    readonly add: string;
    readonly codeHint: string;
    readonly use: (code: string) => string;
    readonly receivers: string;
    readonly everybody: string;
    readonly owners: string;
    readonly forEverybody: string;
    readonly forEverybodyHint: string;
    readonly columns: string;
    readonly columnsHint: string;
    readonly column: (position: number) => string;
    readonly addColumn: string;
    readonly indexed: string;
    readonly attribute: string;
    readonly rows: (count: number) => string;
    readonly rowsHint: string;
    readonly shown: (count: number) => string;
    readonly delete: string;
    readonly deleteHint: string;
  };
  readonly settings: {
    readonly hint: string;
    readonly policy: string;
    readonly policyHint: string;
    readonly policies: Readonly<Record<SubmissionPolicy, string>>;
    readonly closesExtensions: string;
    readonly closesExtensionsHint: string;
    readonly caseSearch: string;
    readonly caseSearchHint: string;
    readonly saved: string;
  };
  readonly apps: AppStrings;
  readonly cases: CaseStrings;
  readonly concerns: ConcernStrings;
  readonly sheets: SheetStrings;
  readonly history: {
    readonly hint: string;
    readonly when: string;
    readonly who: string;
    readonly what: string;
    readonly details: string;
    readonly older: string;
    readonly describe: (change: AuditedChange, nameOf: (id: string) => string) => string;
    readonly before: string;
    readonly after: string;
  };
  readonly impact: {
    readonly title: (count: number) => string;
    readonly registration: Readonly<Record<CandidateImpact['registration'], string>>;
    readonly gains: (owners: readonly string[]) => string;
    readonly loses: (owners: readonly string[]) => string;
    readonly cases: (appear: number, disappear: number) => string;
    readonly confirm: string;
    readonly cancel: string;
  };
}
