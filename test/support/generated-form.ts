import fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import type { FormInstance } from '../../src/xforms/form-instance.ts';
import type { InstanceNode } from '../../src/xforms/instance/instance-node.ts';
import type { Edit } from '../../src/xforms/transaction.ts';
import { escapeAttribute } from '../../src/xml/serialize-xml.ts';
import { formXml } from './scenario.ts';

/** What a generated form may have beside questions, groups, repeats, relevance, calculates, constraints and itext. */
export interface FormFeatures {
  /** Repeats whose number of items is computed: items that were made once do not go away in all dialects. */
  readonly counts?: boolean;
  /** Choices that depend on answers: an answer that is not offered any more is taken away for good. */
  readonly choiceFilters?: boolean;
  /** Setvalues at events. */
  readonly actions?: boolean;
}

/** A form that fast-check draws: any expression reads only what stands before it, so that there is no circle. */
export function generatedForm(draw: GeneratorValue, features: FormFeatures = {}): string {
  const writer = new FormWriter(draw, features);
  const { data, body } = writer.fields({ path: '/data', repeats: [] }, 3);
  const xml = formXml({ data, body, binds: writer.binds, model: `${MODEL}${writer.actions}` });
  const dialect = pick(draw, ['urn:odk', 'http://openrosa.org/formdesigner/test']);
  return xml.replace('http://openrosa.org/formdesigner/test', dialect);
}

/** An edit of some node that the form has at the moment; it may well be refused. */
export function generatedEdit(draw: GeneratorValue, form: FormInstance): Edit {
  const nodes = [...nodesBelow(form.root)];
  switch (
    pick(draw, ['setValue', 'setValue', 'setValue', 'addRepeat', 'removeRepeat', 'setLanguage'])
  ) {
    case 'addRepeat':
      return addRepeat(draw, nodes) ?? setLanguage(draw);
    case 'removeRepeat':
      return removeRepeat(draw, nodes) ?? setLanguage(draw);
    case 'setLanguage':
      return setLanguage(draw);
    default:
      return setValue(draw, nodes);
  }
}

function setValue(draw: GeneratorValue, nodes: readonly InstanceNode[]): Edit {
  const answerable = nodes.filter(({ definition }) =>
    definition.controls.some(({ kind }) => kind !== 'group'),
  );
  return { kind: 'setValue', ref: pick(draw, answerable).ref, value: pick(draw, ANSWERS) };
}

/** Adds an item to some repeat; `undefined` in a form without repeats. */
export function addRepeat(
  draw: GeneratorValue,
  nodes: readonly InstanceNode[],
): (Edit & { kind: 'addRepeat' }) | undefined {
  const refs = nodes.flatMap((node) =>
    node.definition.children
      .filter((child) => child.repeat?.noAddRemove === false)
      .map((child) => `${node.ref}/${child.name}`),
  );
  if (refs.length === 0) return undefined;
  return { kind: 'addRepeat', ref: pick(draw, refs), index: pick(draw, [0, 1, 9]) };
}

function removeRepeat(draw: GeneratorValue, nodes: readonly InstanceNode[]): Edit | undefined {
  const items = nodes.filter((node) => node.definition.repeat?.noAddRemove === false);
  return items.length === 0 ? undefined : { kind: 'removeRepeat', ref: pick(draw, items).ref };
}

function setLanguage(draw: GeneratorValue): Edit {
  return { kind: 'setLanguage', language: pick(draw, ['en', 'fr']) };
}

/** A node and all below it, in document order. */
export function* nodesBelow(node: InstanceNode): Generator<InstanceNode> {
  yield node;
  for (const child of node.children) yield* nodesBelow(child);
}

/** All that a person or a server could see of a form: each node, and each question with its texts. */
export function everythingOf(form: FormInstance): readonly string[] {
  const nodes = [...nodesBelow(form.root)].map(nodeLine);
  return [form.language, ...nodes, ...form.controls.flatMap(controlLines)];
}

function nodeLine({ ref, lexical, relevant, readonly, required, violation }: InstanceNode): string {
  return JSON.stringify([ref, lexical, relevant, readonly, required, violation ?? '']);
}

function controlLines(control: FormInstance['controls'][number]): string[] {
  const { kind, node, relevant, label, hint, choices, canAdd, canRemove, children } = control;
  const texts = choices.map((choice) => `${choice.value}: ${choice.label.text}`);
  const line = [kind, node.ref, relevant, label?.text, hint?.text, texts, canAdd, canRemove];
  return [JSON.stringify(line), ...children.flatMap(controlLines)];
}

const ANSWERS = [
  ...['', '0', '1', '2', '3', '7', '-4', '2.5', '999999999999', 'a', 'b', 'a b', 'd'],
  ...[
    '2026-03-15',
    '2020-02-29',
    'yes',
    ' two  words ',
    '<&>"\'',
    'é\r\n\t\u{1F600}',
    '\v',
    '12:30',
  ],
];

const TYPES = ['string', 'int', 'decimal', 'date', 'select1', 'select'] as const;

const DEFAULTS: Readonly<Record<(typeof TYPES)[number], readonly string[]>> = {
  string: ['', 'some text', ' x '],
  int: ['', '3'],
  decimal: ['', '2.5'],
  date: ['', '2026-01-31'],
  select1: ['', 'a'],
  select: ['', 'a c'],
};

const MODEL = `<instance id="list"><root>${['a', 'b', 'c']
  .map((value, at) => `<item><value>${value}</value><n>${at}</n><text>t${at}</text></item>`)
  .join('')}</root></instance>
<itext>${['en', 'fr']
  .map((language) => {
    const texts = [0, 1, 2].map(
      (at) =>
        `<text id="t${at}"><value>${language} ${at} <output value="/data/f1"/></value></text>`,
    );
    return `<translation lang="${language}">${texts.join('')}</translation>`;
  })
  .join('')}</itext>`;

/** Where a field stands: its path without positions, and the paths of the repeats around it. */
interface Place {
  readonly path: string;
  readonly repeats: readonly string[];
}

interface Written {
  readonly data: string;
  readonly body: string;
}

/** Writes a form field by field, in document order. */
class FormWriter {
  binds = '';
  actions = '';
  #count = 0;
  /** Leaves that are there already: what an expression may read. */
  readonly #readable: Place[] = [];
  /** Those of them that take any text: what an action may set. */
  readonly #settable: Place[] = [];

  constructor(
    private readonly draw: GeneratorValue,
    private readonly features: FormFeatures,
  ) {}

  fields(parent: Place, levels: number): Written {
    const number = this.#upTo(3) + 1;
    const written = Array.from({ length: number }, () => this.#field(parent, levels));
    return {
      data: written.map(({ data }) => data).join(''),
      body: written.map(({ body }) => body).join(''),
    };
  }

  #field(parent: Place, levels: number): Written {
    this.#count += 1;
    const name = `f${this.#count}`;
    const place = { ...parent, path: `${parent.path}/${name}` };
    // The texts read the first field, and there is always something to answer.
    if (name === 'f1') return this.#question(name, place);
    const kind = levels === 0 ? this.#upTo(2) : this.#upTo(6);
    if (kind >= 5) return this.#repeat(name, place, levels - 1);
    if (kind >= 3) return this.#group(name, place, levels - 1);
    return kind === 2 ? this.#computed(name, place) : this.#question(name, place);
  }

  #group(name: string, place: Place, levels: number): Written {
    this.#bind(
      place,
      this.#maybe('relevant', () => this.#condition(place)),
    );
    const { data, body } = this.fields(place, levels);
    return {
      data: `<${name}>${data}</${name}>`,
      body: `<group ref="${place.path}"><label>${name}</label>${body}</group>`,
    };
  }

  #repeat(name: string, place: Place, levels: number): Written {
    const inside = { ...place, repeats: [...place.repeats, place.path] };
    this.#bind(
      inside,
      this.#maybe('relevant', () => this.#condition(inside)),
    );
    const count = this.features.counts && this.#upTo(1) === 1 ? this.#numberOf(place) : undefined;
    const { data, body } = this.fields(inside, levels);
    const items = `<${name}>${data}</${name}>`.repeat(this.#upTo(2));
    const attribute =
      count === undefined ? '' : ` jr:count="${escapeAttribute(`(${count}) mod 4`)}"`;
    return {
      data: `<${name} jr:template="">${data}</${name}>${items}`,
      body: `<group ref="${place.path}"><repeat nodeset="${place.path}"${attribute}>${body}</repeat></group>`,
    };
  }

  #computed(name: string, place: Place): Written {
    const calculate = pick(this.draw, [
      () => `${this.#numberOf(place)} + ${this.#numberOf(place)}`,
      () => `concat(${this.#textOf(place)}, '-', ${this.#textOf(place)})`,
      () => `if(${this.#condition(place)}, ${this.#textOf(place)}, ${this.#textOf(place)})`,
    ])();
    this.#bind(place, [`calculate="${escapeAttribute(calculate)}"`, ...this.#relevant(place)]);
    this.#readable.push(place);
    return { data: `<${name}/>`, body: '' };
  }

  #question(name: string, place: Place): Written {
    const type = pick(this.draw, TYPES);
    this.#bind(place, [
      type === 'select1' || type === 'select' ? '' : `type="xsd:${type}"`,
      ...this.#relevant(place),
      ...this.#maybe('readonly', () => this.#condition(place)),
      ...this.#maybe('required', () => this.#condition(place)),
      ...this.#maybe('constraint', () => `string-length(.) < ${this.#numberOf(place)} or . != 3`),
    ]);
    const body = this.#control(type, place);
    this.#readable.push(place);
    if (type === 'string') this.#settable.push(place);
    return {
      data: `<${name}>${escapeAttribute(pick(this.draw, DEFAULTS[type]))}</${name}>`,
      body,
    };
  }

  #control(type: (typeof TYPES)[number], place: Place): string {
    const label = `<label ref="jr:itext('t${this.#upTo(2)}')"/><hint>${this.#output(place)}</hint>`;
    const tag = type === 'select1' || type === 'select' ? type : 'input';
    const choices = tag === 'input' ? '' : this.#choices(place);
    return `<${tag} ref="${place.path}">${label}${choices}${this.#action(place)}</${tag}>`;
  }

  #choices(place: Place): string {
    if (this.#upTo(1) === 0) {
      return ['a', 'b', 'c']
        .map((value) => `<item><label>${value}</label><value>${value}</value></item>`)
        .join('');
    }
    // In a predicate the paths begin at the choice, so that a repeat around the question is a repeat like any other.
    const outside = { ...place, repeats: [] };
    const filter = this.features.choiceFilters ? `[n != ${this.#numberOf(outside)}]` : '';
    return `<itemset nodeset="${escapeAttribute(`instance('list')/root/item${filter}`)}"><value ref="value"/><label ref="jr:itext(text)"/></itemset>`;
  }

  /** A setvalue of an earlier field with the same repeats around it, when this one changes or its repeat grows. */
  #action(place: Place): string {
    const targets = this.#settable.filter((each) => each.repeats.join() === place.repeats.join());
    if (!this.features.actions || targets.length === 0 || this.#upTo(2) > 0) return '';
    const target = pick(this.draw, targets).path;
    return `<setvalue event="xforms-value-changed" ref="${target}" value="${escapeAttribute(this.#textOf(place))}"/>`;
  }

  #output(place: Place): string {
    return `<output value="${escapeAttribute(this.#textOf(place))}"/>`;
  }

  #relevant(place: Place): string[] {
    return this.#maybe('relevant', () => this.#condition(place));
  }

  /** The attribute in one of three cases. */
  #maybe(attribute: string, expression: () => string): string[] {
    return this.#upTo(2) > 0 ? [] : [`${attribute}="${escapeAttribute(expression())}"`];
  }

  #bind(place: Place, attributes: readonly string[]): void {
    this.binds += `<bind nodeset="${place.path}" ${attributes.join(' ')}/>`;
  }

  #condition(place: Place): string {
    const operator = pick(this.draw, ['=', '!=', '<', '>=']);
    const compared = `${this.#numberOf(place)} ${operator} ${this.#numberOf(place)}`;
    return pick(this.draw, [
      compared,
      `not(${compared})`,
      `selected(concat(${this.#textOf(place)}, ''), 'a')`,
    ]);
  }

  #numberOf(place: Place): string {
    return `coalesce(int(${this.#textOf(place)}), 0)`;
  }

  /** An earlier field, or a number that comes of all its nodes where it is in another repeat; or a literal. */
  #textOf(place: Place): string {
    if (this.#readable.length === 0 || this.#upTo(4) === 0)
      return pick(this.draw, ['1', '2', "''", "'a'"]);
    const { path, repeats } = pick(this.draw, this.#readable);
    if (repeats.every((repeat) => place.repeats.includes(repeat))) return path;
    return pick(this.draw, [`count(${path})`, `count(${path}[. != ''])`, `sum(${path}[. > 0])`]);
  }

  #upTo(most: number): number {
    return this.draw(fc.nat, most);
  }
}

function pick<T>(draw: GeneratorValue, values: readonly T[]): T {
  return values[draw(fc.nat, values.length - 1)] as T;
}
