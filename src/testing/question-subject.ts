import type { FormInstance } from '../xforms/form-instance.ts';
import type { Place } from '../replay/format/line-shapes.ts';
import { describeScreen } from '../replay/play/describe-screen.ts';
import { Divergence } from '../replay/play/divergence.ts';
import { itemsAt, questionAt } from '../replay/play/play-expect.ts';
import type { SeenQuestion } from '../replay/play/seen-question.ts';
import type { Stage } from '../replay/play/stage.ts';

/** What a matcher about a question is asked of. */
export class QuestionSubject {
  constructor(
    private readonly stage: Stage,
    readonly ref: string,
    private readonly place: Place,
  ) {}

  /** As it is now. Throws a `Divergence` where no form is open, or the form has nothing there. */
  see(): SeenQuestion {
    return questionAt(this.#form, this.ref, this.place);
  }

  /** How many items of a repeat are asked. */
  get items(): number {
    return itemsAt(this.#form, this.ref) ?? 0;
  }

  get #form(): FormInstance {
    const device = this.stage.current;
    const form = device?.form;
    if (form !== undefined) return form;
    const actual = device === undefined ? 'nobody has come yet' : describeScreen(device);
    throw new Divergence({ place: this.place, expected: 'an open form', actual });
  }
}
