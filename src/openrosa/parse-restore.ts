import type { CaseTransaction } from '../case/case-transaction.ts';
import { CaseTransactionError } from '../case/case-error.ts';
import type { LedgerTransaction } from '../case/ledger/ledger-transaction.ts';
import { isLedgerBlock, readLedgerTransaction } from '../case/ledger/read-ledger-transaction.ts';
import { atOnce } from '../case/steps.ts';
import { isCaseBlock, readCaseTransaction } from '../case/read-case-transactions.ts';
import { xmlSteps } from '../xml/parse-xml.ts';
import type { XmlSink } from '../xml/parse-xml.ts';
import type { XmlParseError } from '../xml/xml-parse-error.ts';
import { attributeOf, childElements, childNamed, textOf } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { readFixture, readFixtureIndices } from './read-fixture.ts';
import { readRegistration } from './read-registration.ts';
import type { Fixture, Registration, Restore } from './restore.ts';
import { RESTORE_NAMESPACE } from './restore-namespace.ts';

/**
 * Reads the answer to a restore request. Blocks are taken one at a time as they are parsed, so that the document is
 * never in memory as a whole. A bad block is skipped and told in `problems`, with file and line. Text that is no XML
 * throws `XmlParseError`.
 */
export function parseRestore(text: string, file = 'restore'): Restore {
  return atOnce(restoreSteps(text, file));
}

/** The same step by step: yields how many characters are read, after a millisecond or so. */
export function* restoreSteps(text: string, file = 'restore'): Generator<number, Restore, void> {
  const { root, sink } = yield* xmlSteps(text, file, () => new RestoreReader(file));
  // A document without an envelope: a fixture or a case as the root.
  if (KINDS.has(root.name.toLowerCase())) sink.onChild(root);
  return sink.result();
}

const KINDS: ReadonlySet<string> = new Set(['fixture', 'case', 'registration']);

class RestoreReader implements XmlSink {
  readonly #file: string;
  readonly #fixtures = new Map<string, Fixture>();
  readonly #indices = new Map<string, readonly string[]>();
  /** Ids of refused schemas: their fixtures are left out with them, as tampered with. */
  readonly #refused = new Set<string>();
  readonly #cases: CaseTransaction[] = [];
  readonly #ledgers: LedgerTransaction[] = [];
  readonly #removals: string[] = [];
  readonly #problems: string[] = [];
  #message = '';
  #syncToken: string | undefined;
  #registration: Registration | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** Takes a block in, and lets go of it: always true. */
  onChild(element: XmlElement): true {
    try {
      this.#read(element);
    } catch (error) {
      if (!(error instanceof CaseTransactionError)) throw error;
      this.#problem(error.message, error.line || element.line);
    }
    return true;
  }

  /** Notes what was wrong with the text itself, though it could be read. */
  onProblem({ message }: XmlParseError): void {
    this.#problems.push(message);
  }

  result(): Restore {
    return {
      message: this.#message,
      syncToken: this.#syncToken,
      registration: this.#registration,
      fixtures: [...this.#fixtures.values()],
      cases: this.#cases,
      ledgers: this.#ledgers,
      removals: this.#removals,
      problems: this.#problems,
    };
  }

  #read(element: XmlElement): void {
    if (isCaseBlock(element)) this.#readCase(element);
    else if (isLedgerBlock(element)) this.#ledgers.push(readLedgerTransaction(element));
    else if (element.namespace === RESTORE_NAMESPACE) this.#readOwn(element);
    else this.#readNamed(element);
  }

  #readNamed(element: XmlElement): void {
    switch (element.name.toLowerCase()) {
      case 'message':
        this.#message = textOf(element).trim();
        break;
      case 'sync':
        this.#readSync(element);
        break;
      case 'registration':
        this.#readRegistration(element);
        break;
      case 'schema':
        this.#readSchema(element);
        break;
      case 'fixture':
        this.#readFixture(element);
        break;
      default:
        // Wrappers of other servers: what they hold counts, they do not.
        for (const child of childElements(element)) this.onChild(child);
    }
  }

  #readCase(block: XmlElement): void {
    const transaction = readCaseTransaction(block);
    const complete = attributeOf(block, 'complete', RESTORE_NAMESPACE) === 'true';
    this.#cases.push(complete ? { ...transaction, complete } : transaction);
  }

  #readOwn(element: XmlElement): void {
    if (element.name !== 'removals') return;
    for (const removed of childElements(element)) this.#removals.push(textOf(removed));
  }

  #readSync(element: XmlElement): void {
    const token = childNamed(element, 'restore_id');
    if (token !== undefined) this.#syncToken = textOf(token).trim();
  }

  #readRegistration(element: XmlElement): void {
    const registration = readRegistration(element);
    if (typeof registration === 'string') this.#problem(registration, element.line);
    else this.#registration = registration;
  }

  #readSchema(element: XmlElement): void {
    const id = attributeOf(element, 'id') ?? '';
    const indices = readFixtureIndices(element);
    if (typeof indices === 'string') {
      this.#refused.add(id);
      this.#problem(indices, element.line);
    } else if (this.#fixtures.has(id)) {
      this.#problem(`schema for '${id}' appeared after fixture in the user restore`, element.line);
    } else this.#indices.set(id, indices);
  }

  #readFixture(element: XmlElement): void {
    const fixture = readFixture(element, this.#indices);
    if (typeof fixture === 'string') this.#problem(fixture, element.line);
    else if (fixture !== undefined && !this.#refused.has(fixture.id)) {
      this.#fixtures.set(fixture.id, fixture);
    }
  }

  #problem(message: string, line: number): void {
    this.#problems.push(`${this.#file}, line ${line}: ${message}`);
  }
}
