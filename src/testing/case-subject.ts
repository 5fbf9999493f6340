import type { Place } from '../replay/format/line-shapes.ts';
import { Divergence } from '../replay/play/divergence.ts';
import type { CaseSide, SeenCase } from '../replay/play/seen-case.ts';
import { findCase, nearestCase } from '../replay/play/seen-case.ts';
import type { Stage } from '../replay/play/stage.ts';

export type SeenSide = NonNullable<CaseSide>;

/** What a matcher about a case is asked of. */
export class CaseSubject {
  constructor(
    private readonly stage: Stage,
    readonly name: string,
    private readonly on: SeenSide | undefined,
    private readonly place: Place,
  ) {}

  /** As it is now. Throws a `Divergence` when there is none of that name, or more than one. */
  see(): SeenCase {
    const seen = this.find();
    if (seen !== undefined) return seen;
    throw new Divergence({
      place: this.place,
      subject: { label: this.name, path: '' },
      expected: `a case “${this.name}”`,
      actual: 'there is none',
      why: nearestCase(this.stage, this.name),
    });
  }

  /** `undefined` when there is none. */
  find(): SeenCase | undefined {
    const { place, on } = this;
    return findCase(this.stage, { subject: this.name, place, ...(on && { on }) });
  }

  /** What may have been meant, where there is none. */
  nearest(): readonly string[] {
    return nearestCase(this.stage, this.name);
  }
}
