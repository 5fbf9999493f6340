import type { ChangeJournal } from './change-journal.ts';
import type { InstanceNode } from './instance/instance-node.ts';
import type { Edit, Refusal } from './transaction.ts';

/** An answer that a person gave and the form did not take. */
export interface RefusedAnswer extends Refusal {
  readonly edit: Extract<Edit, { kind: 'setValue' }>;
}

/** Reasons that lie in the answer: another one may be taken. */
const OF_THE_ANSWER: ReadonlySet<Refusal['reason']> = new Set([
  'required',
  'constraint',
  'badValue',
  'noSuchChoice',
]);

/**
 * The answers of one filling-in that were not taken and that nobody has replaced by one that was. They count as long as
 * their question is asked, and are there again when it is asked again.
 */
export class RefusedAnswers {
  readonly #byNode = new Map<InstanceNode, RefusedAnswer>();

  constructor(private readonly journal: ChangeJournal) {}

  /** Notes how the last answer to a question ended. One that leaves the form as it shows is nothing to keep. */
  note(node: InstanceNode, edit: RefusedAnswer['edit'], refusal: Refusal | undefined): void {
    if (refusal !== undefined && !OF_THE_ANSWER.has(refusal.reason)) return;
    const isOver = refusal === undefined || isAsItWas(node, refusal, edit);
    const refused = isOver ? undefined : { ...refusal, edit };
    const before = this.#byNode.get(node);
    if (!saysTheSame(before, refused)) this.journal.noteRefused(node, before);
    this.#put(node, refused);
  }

  #put(node: InstanceNode, refused: RefusedAnswer | undefined): void {
    if (refused === undefined) this.#byNode.delete(node);
    else this.#byNode.set(node, refused);
  }

  /** Puts in what stood there at another time, and gives what stood there till now in its place. */
  exchange(others: Map<InstanceNode, RefusedAnswer | undefined>): void {
    for (const [node, refused] of others) {
      others.set(node, this.#byNode.get(node));
      this.#put(node, refused);
    }
  }

  /** The one that stands in the question of this node. */
  of(node: InstanceNode): RefusedAnswer | undefined {
    return isAsked(node) ? this.#byNode.get(node) : undefined;
  }

  /** Those that stand in a question now, with their references of now. */
  all(): readonly RefusedAnswer[] {
    return this.#entries()
      .filter(([node]) => isAsked(node))
      .map(withRef);
  }

  /** The same with those whose question is not asked at the moment. */
  allKept(): readonly RefusedAnswer[] {
    return this.#entries().map(withRef);
  }

  /** An item that was taken out may come back, with what stood in it. */
  #entries(): (readonly [InstanceNode, RefusedAnswer])[] {
    return [...this.#byNode].filter(([node]) => node.attached);
  }
}

function saysTheSame(one: RefusedAnswer | undefined, other: RefusedAnswer | undefined): boolean {
  return one?.edit.value === other?.edit.value && one?.reason === other?.reason;
}

/** Emptying what is empty. */
function isAsItWas({ lexical }: InstanceNode, { reason }: Refusal, edit: RefusedAnswer['edit']) {
  return reason === 'required' && edit.value === lexical;
}

function isAsked(node: InstanceNode): boolean {
  return node.attached && node.relevant && !node.readonly;
}

/** Items before its own may have gone since. */
function withRef([node, refused]: readonly [InstanceNode, RefusedAnswer]): RefusedAnswer {
  return { ...refused, edit: { ...refused.edit, ref: node.ref } };
}
