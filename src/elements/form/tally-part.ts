import type { ControlNode } from '../../xforms/control-node.ts';

/** Questions that can be answered; those of them that are, and that have to be; and all that show an error. */
export interface Counts {
  readonly total: number;
  readonly answered: number;
  readonly required: number;
  readonly wrong: number;
}

const NOTHING: readonly TallyPart[] = [];

/** A control on the page, and the counts of all that lies in it; of a question, its own. */
export class TallyPart implements Counts {
  /** In form order; questions share one empty list. */
  below: readonly TallyPart[] = NOTHING;
  total = 0;
  answered = 0;
  required = 0;
  wrong = 0;

  constructor(
    /** `undefined` for the whole form. */
    readonly control: ControlNode | undefined,
    readonly around: TallyPart | undefined,
  ) {}

  /** True when these controls are what lies in it. */
  holds(controls: readonly ControlNode[]): boolean {
    const { below } = this;
    if (below.length !== controls.length) return false;
    return controls.every((control, at) => below[at]?.control === control);
  }

  /** For a question: counts it so from now on, here and in all around it. */
  count(counts: Counts): void {
    const more = {
      total: counts.total - this.total,
      answered: counts.answered - this.answered,
      required: counts.required - this.required,
      wrong: counts.wrong - this.wrong,
    };
    this.add(more);
  }

  private add(more: Counts): void {
    this.total += more.total;
    this.answered += more.answered;
    this.required += more.required;
    this.wrong += more.wrong;
    this.around?.add(more);
  }

  /** The questions in it that show an error, in form order. */
  wrongOnes(): readonly ControlNode[] {
    if (this.wrong === 0) return [];
    if (this.below.length > 0) return this.below.flatMap((part) => part.wrongOnes());
    return this.control === undefined ? [] : [this.control];
  }
}
