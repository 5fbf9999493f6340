import type { Dialect } from '../../xpath/compiled-expression.ts';
import type { CaseJson } from './case-json.ts';
import type { ConformanceLine } from './line-runner.ts';
import type { SessionJson } from './session-document.ts';

/** One line of a file below `forms/` or `odk-forms/`: a scripted form session, or a form that must be refused. */
export interface FormLine extends ConformanceLine {
  readonly form: { readonly archive?: string; readonly path?: string; readonly file?: string };
  readonly dialect?: Dialect;
  readonly restore?: string;
  readonly session?: SessionJson;
  readonly instanceXmls?: Readonly<Record<string, string>>;
  /** Resources by the `jr://` address under which the form names them. */
  readonly files?: Readonly<Record<string, string>>;
  readonly now: string;
  readonly tz: string;
  readonly lang?: string | null;
  readonly steps?: readonly FormStep[];
  readonly title?: string | null;
  readonly languages?: readonly string[];
  readonly language?: string | null;
  readonly nodes?: readonly NodeJson[];
  readonly valid?: boolean;
  readonly errors?: readonly ErrorJson[];
  readonly submission?: string;
  readonly cases?: readonly CaseJson[];
  readonly applyError?: { readonly message: string };
  readonly loadError?: { readonly message: string };
  readonly startError?: { readonly message: string };
  readonly random?: boolean;
  readonly quirk?: readonly QuirkJson[];
}

export interface FormStep {
  readonly set?: string;
  readonly value?: string | readonly string[] | null;
  readonly newRepeat?: string;
  readonly deleteRepeat?: string;
  readonly lang?: string;
  /** The item that `newRepeat` made. */
  readonly ref?: string;
  readonly status?: string;
  readonly message?: string | null;
  /** The form itself broke down in this step. */
  readonly error?: unknown;
}

/** What the reference engine shows of one relevant node. */
export interface NodeJson {
  readonly ref: string;
  readonly event: 'question' | 'group' | 'repeat' | 'new-repeat' | 'repeat-juncture';
  readonly error?: unknown;
  readonly [key: string]: unknown;
}

export interface ErrorJson {
  readonly ref: string;
  readonly status?: string;
  readonly message?: string;
  readonly error?: unknown;
}

/** Where the reference engine is wrong: `ref` is free, at `where` nothing is compared. */
export interface QuirkJson {
  readonly kind: string;
  readonly ref?: string;
  readonly where?: string;
}

/** The references that a line leaves open. */
export function freeRefs({ quirk = [] }: FormLine): ReadonlySet<string> {
  return new Set(quirk.flatMap(({ ref, where }) => ref ?? where ?? []));
}
