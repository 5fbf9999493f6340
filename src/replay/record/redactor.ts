import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { violationOf } from '../../xforms/violation.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A place in the sea, off every coast. */
const NOWHERE = '0.0 0.0 0.0 10.0';

/** Words in the place of a text that its constraint does not take are looked for so often. */
const ATTEMPTS = 20;

const DATE = /^\d{4}-\d\d-\d\d/;

/**
 * Puts something else of the same kind in the place of what would tell who people are. Texts keep their shape, so that a telephone
 * number stays one, and the same text becomes the same wherever it occurs. Days move all by the same number of weeks, the clock's
 * with them: ages and intervals stay. Choices, numbers and times of day decide about the way through a form, and stay.
 */
export class Redactor {
  readonly #texts = new Map<string, string>();
  readonly #weeks: number;

  /** `random` in [0, 1). */
  constructor(private readonly random: () => number) {
    this.#weeks = 1 + Math.floor(random() * 100);
  }

  /** The answer that stands in the place of another one to this question. */
  answer(form: FormInstance, node: InstanceNode, value: string): string {
    if (value === '' || isChosen(node)) return value;
    switch (node.type) {
      case 'date':
      case 'dateTime':
        return this.date(value);
      case 'geopoint':
        return NOWHERE;
      case 'string':
      case 'barcode':
        return this.#fittingText(form, node, value);
      default:
        return value;
    }
  }

  /** The same letters in upper and lower case, digits and signs, but others. */
  text(value: string): string {
    const known = this.#texts.get(value) ?? this.#newText(value);
    this.#texts.set(value, known);
    return known;
  }

  /** A day, or an instant that begins with it, some weeks earlier; what is no day stays. */
  date(value: string): string {
    const day = DATE.exec(value)?.[0];
    if (day === undefined) return value;
    const earlier = new Date(Date.parse(day) - this.#offset).toISOString().slice(0, day.length);
    return `${earlier}${value.slice(day.length)}`;
  }

  /** Milliseconds since 1970-01-01T00:00Z, as much earlier. */
  time(time: number): number {
    return time - this.#offset;
  }

  get #offset(): number {
    return this.#weeks * 7 * DAY;
  }

  #fittingText(form: FormInstance, node: InstanceNode, value: string): string {
    const context = form.textContext(node);
    const fits = (text: string) => violationOf(node, context, text) === undefined;
    let text = this.text(value);
    // What was not taken before need not be taken now.
    if (!fits(value)) return text;
    for (let attempt = 0; attempt < ATTEMPTS && !fits(text); attempt += 1)
      text = this.#newText(value);
    this.#texts.set(value, text);
    return text;
  }

  #newText(value: string): string {
    return value
      .replaceAll(/\p{Nd}/gu, () => String(1 + Math.floor(this.random() * 9)))
      .replaceAll(/\p{Lu}/gu, () => this.#letter().toUpperCase())
      .replaceAll(/\p{Ll}|\p{Lo}|\p{Lt}|\p{Lm}/gu, () => this.#letter());
  }

  #letter(): string {
    return String.fromCharCode(97 + Math.floor(this.random() * 26));
  }
}

/** An answer that is one of those that the form offers. */
function isChosen({ definition: { controls } }: InstanceNode): boolean {
  return controls.some((control) => 'items' in control || control.kind === 'trigger');
}
