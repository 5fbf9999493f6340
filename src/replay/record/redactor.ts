import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { violationOf } from '../../xforms/violation.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A place in the sea, off every coast. */
const NOWHERE = '0.0 0.0 0.0 10.0';

/** Words in the place of a text that its constraint does not take are looked for so often. */
const ATTEMPTS = 20;

/** A day, perhaps with a time of that day, and nothing else: what follows a day might be a name. */
const DATE = /^(\d{4}-\d\d-\d\d)([T ][\d:.]+(?:Z|[+-][\d:]+)?)?$/;

/** Short enough to be a count or a measure, and no telephone number. */
const MEASURE = /^[+-]?\d{0,5}(\.\d*)?$/;

/** What every form takes for a whole number is not larger. */
const LARGEST_INT = 2 ** 31 - 1;

/**
 * Puts something else of the same kind in the place of what would tell who people are. Texts keep their shape, so that a telephone
 * number stays one, and the same text becomes the same wherever it occurs. Days move all by the same number of weeks, the clock's
 * with them: ages and intervals stay. Choices, counts and measures, and times of day decide about the way through a form, and stay.
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
      case 'geotrace':
      case 'geoshape':
        return nowhere(value);
      case 'int':
      case 'long':
      case 'decimal':
        return MEASURE.test(value) ? value : this.#fittingNumber(form, node, value);
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

  /** A value of which nothing is known but itself: days move, small numbers stay, everything else becomes another text. */
  value(value: string): string {
    return MEASURE.test(value) ? value : this.date(value);
  }

  /** A day, or an instant that begins with it, some weeks earlier; what is no day becomes another text. */
  date(value: string): string {
    const [, day = '', time = ''] = DATE.exec(value) ?? [];
    const instant = Date.parse(day);
    if (Number.isNaN(instant)) return this.text(value);
    const [earlier] = new Date(this.time(instant)).toISOString().split('T');
    return `${earlier}${time}`;
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
    return this.#fitting(value, fits, () => this.#newText(value));
  }

  #fittingNumber(form: FormInstance, node: InstanceNode, value: string): string {
    const context = form.textContext(node);
    const isSmallEnough = (text: string) => isInt(text) || !isInt(value);
    const fits = (text: string) =>
      isSmallEnough(text) && violationOf(node, context, text) === undefined;
    return this.#fitting(value, fits, () => this.#newNumber(value));
  }

  #fitting(value: string, fits: (text: string) => boolean, renew: () => string): string {
    let text = this.#texts.get(value) ?? renew();
    // What was not taken before need not be taken now.
    for (let attempt = 0; attempt < ATTEMPTS && fits(value) && !fits(text); attempt += 1)
      text = renew();
    this.#texts.set(value, text);
    return text;
  }

  /** Begins with 1, so that it is no larger than its type takes. */
  #newNumber(value: string): string {
    return value.replaceAll(/\d/g, () => this.#digit()).replace(/\d/, '1');
  }

  #newText(value: string): string {
    return value
      .replaceAll(/\p{Nd}/gu, () => this.#digit())
      .replaceAll(/\p{Lu}/gu, () => this.#letter().toUpperCase())
      .replaceAll(/\p{Ll}|\p{Lo}|\p{Lt}|\p{Lm}/gu, () => this.#letter());
  }

  #digit(): string {
    return String(1 + Math.floor(this.random() * 9));
  }

  #letter(): string {
    return String.fromCharCode(97 + Math.floor(this.random() * 26));
  }
}

/** As many points, all of them nowhere. */
function nowhere(value: string): string {
  const points = value.split(';').filter((point) => point.trim() !== '');
  return points.map(() => NOWHERE).join('; ');
}

function isInt(text: string): boolean {
  return Math.abs(Number(text)) <= LARGEST_INT;
}

/** An answer that is one of those that the form offers. */
function isChosen({ definition: { controls } }: InstanceNode): boolean {
  return controls.some((control) => 'items' in control || control.kind === 'trigger');
}
