import type { CaseTransaction } from '../case/case-transaction.ts';
import type { LedgerTransaction } from '../case/ledger/ledger-transaction.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** Opaque; names a state of what the server believes this client holds. */
export type SyncToken = string;

/** The answer to `phone/restore`, parsed: who the user is, fixtures and cases, in the order of the document. */
export interface Restore {
  readonly message: string;
  readonly syncToken: SyncToken | undefined;
  readonly registration: Registration | undefined;
  readonly fixtures: readonly Fixture[];
  readonly cases: readonly CaseTransaction[];
  readonly ledgers: readonly LedgerTransaction[];
  /** Ids that the client must drop. Only our own server says so; others leave it to the purge. */
  readonly removals: readonly string[];
  /** Blocks that could not be read and were skipped, each with the reason. */
  readonly problems: readonly string[];
}

export interface Registration {
  readonly username: string;
  readonly userId: string;
  readonly date: string;
  readonly userData: Readonly<Record<string, string>>;
}

/** A fixture with its root element, ready for `instance()`; `indices` from the schema that preceded it. */
export interface Fixture {
  readonly id: string;
  readonly userId: string | undefined;
  readonly root: XmlElement;
  /** Paths below a record that are indexed, such as `@id` or `name`; empty for a plain fixture. */
  readonly indices: readonly string[];
  /** True when it came marked as indexed, even if no schema named the paths. */
  readonly indexed?: boolean;
}
