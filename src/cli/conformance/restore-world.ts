import { applyRestoredCases } from '../../case/apply-restored-cases.ts';
import { CaseDatabase } from '../../case/case-database.ts';
import { casedbDocument } from '../../case/casedb-document.ts';
import { applyLedgerTransactions } from '../../case/ledger/apply-ledger-transactions.ts';
import { LEDGERDB, ledgerdbDocument } from '../../case/ledger/ledgerdb-document.ts';
import type { Ledgers } from '../../case/ledger/ledgers.ts';
import { NO_LEDGERS } from '../../case/ledger/ledgers.ts';
import { parseRestore } from '../../openrosa/parse-restore.ts';
import type { Registration, Restore } from '../../openrosa/restore.ts';
import { staticDocument } from '../../xpath/static-node.ts';
import type { XPathNode } from '../../xpath/xpath-node.ts';
import type { Resources } from './find-resources.ts';

/** What one user holds after a restore: who it is, the cases and the documents that expressions read. */
export class RestoreWorld {
  readonly restore: Restore;
  readonly database: CaseDatabase;
  /** Blocks that were left out, each with the reason. */
  readonly problems: readonly string[];
  readonly ledgers: Ledgers;
  readonly #ledgerdb: XPathNode;
  readonly #fixtures: ReadonlyMap<string, XPathNode>;

  constructor(text: string, file: string, now: string) {
    this.restore = parseRestore(text, file);
    const userId = this.restore.registration?.userId ?? '';
    const options = { userId, now, strict: true };
    const applied = applyRestoredCases(() => undefined, this.restore.cases, options);
    this.database = new CaseDatabase(applied.changes.map((change) => change.after));
    this.problems = [...this.restore.problems, ...applied.problems];
    this.ledgers = applyLedgerTransactions(NO_LEDGERS, this.restore.ledgers);
    this.#ledgerdb = ledgerdbDocument(this.ledgers);
    this.#fixtures = new Map(
      this.restore.fixtures.map(({ id, root, indices }) => [id, staticDocument(root, indices)]),
    );
  }

  /** The user, or the one that the data speak of where a restore names none. */
  get user(): Registration {
    return this.restore.registration ?? NOBODY;
  }

  /** The documents of `jr://instance/casedb…` over `database`, of `jr://instance/ledgerdb` and of `jr://fixture/…`. */
  instance(src: string, database: CaseDatabase, timeZone: string): XPathNode | undefined {
    if (src.startsWith('jr://instance/casedb')) return casedbDocument(database, timeZone);
    if (src === LEDGERDB) return this.#ledgerdb;
    const id = /^jr:\/\/fixture\/(.+)$/.exec(src)?.[1];
    return id === undefined ? undefined : this.#fixtures.get(id);
  }
}

const NOBODY: Registration = {
  username: 'oracle',
  userId: 'oracle-user-id',
  date: '',
  userData: {},
};

/** The world of a restore among the resources, read once for all lines that name it. Not to be changed. */
export function restoreWorld(path: string, now: string, resources: Resources): RestoreWorld {
  return resources.keep(
    `world ${now} ${path}`,
    () => new RestoreWorld(resources.text(path), path, now),
  );
}
