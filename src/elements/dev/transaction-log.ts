import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { Refusal, Transaction, TransactionSource } from '../../xforms/transaction.ts';

/** A transaction as it is looked at afterwards, when the nodes have gone on. */
export interface LoggedTransaction {
  readonly number: number;
  readonly source: TransactionSource;
  readonly edits: Transaction['edits'];
  readonly refusals: readonly Refusal[];
  /** Only nodes whose value or relevance is another. */
  readonly changes: readonly LoggedChange[];
}

export interface LoggedChange {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

/** How many are kept. */
const KEPT = 50;

interface Seen {
  readonly value: string;
  readonly relevant: boolean;
}

/** What happened to a form from the moment of looking, with the values before and after. */
export class TransactionLog {
  readonly #seen = new Map<InstanceNode, Seen>();
  readonly #stop: () => void;
  #count = 0;
  #entries: readonly LoggedTransaction[] = [];

  /** `changed` is called after each transaction. */
  constructor(
    readonly form: FormInstance,
    changed: () => void,
  ) {
    this.#note(form.root);
    this.#stop = form.onTransaction((transaction) => {
      this.#take(transaction);
      changed();
    });
  }

  /** Newest first. */
  get entries(): readonly LoggedTransaction[] {
    return this.#entries;
  }

  stop(): void {
    this.#stop();
  }

  #note(node: InstanceNode): void {
    this.#seen.set(node, seen(node));
    for (const below of [...node.attributes, ...node.children]) this.#note(below);
  }

  #take({ source, edits, refusals, changed }: Transaction): void {
    this.#count += 1;
    const changes = [...changed].flatMap((node) => this.#compare(node));
    const entry = { number: this.#count, source, edits, refusals, changes };
    this.#entries = [entry, ...this.#entries].slice(0, KEPT);
  }

  #compare(node: InstanceNode): LoggedChange[] {
    const before = this.#seen.get(node);
    const now = seen(node);
    this.#seen.set(node, now);
    const same =
      before !== undefined && before.value === now.value && before.relevant === now.relevant;
    return same ? [] : [{ ref: node.ref, before: shown(before), after: shown(now) }];
  }
}

function seen({ lexical, relevant }: InstanceNode): Seen {
  return { value: lexical, relevant };
}

/** A value that is not relevant is struck from what is sent: it stands in parentheses. */
function shown(state: Seen | undefined): string {
  if (state === undefined) return '';
  return state.relevant ? state.value : `(${state.value})`;
}
