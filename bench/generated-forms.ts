/** Kinds of generated forms, each after one thing that large forms have much of. */
export type FormKind = 'flat' | 'chain' | 'fanout' | 'repeats' | 'itemset';

/** A form of a kind with `size` of what the kind is about. Deterministic: no two engines get different ones. */
export function generateForm(kind: FormKind, size: number): string {
  return GENERATORS[kind](size);
}

const GENERATORS: Readonly<Record<FormKind, (size: number) => string>> = {
  flat: flatForm,
  chain: chainForm,
  fanout: fanoutForm,
  repeats: repeatForm,
  itemset: cascadeForm,
};

/** The parts of a form while it is written. */
class FormText {
  readonly instance: string[] = [];
  readonly secondary: string[] = [];
  readonly binds: string[] = [];
  readonly body: string[] = [];

  constructor(readonly id: string) {}

  value(name: string): this {
    this.instance.push(`<${name}/>`);
    return this;
  }

  bind(ref: string, properties: Readonly<Record<string, string>>): this {
    const attributes = Object.entries(properties).map(
      ([name, text]) => ` ${name}="${escape(text)}"`,
    );
    this.binds.push(`<bind nodeset="${ref}"${attributes.join('')}/>`);
    return this;
  }

  control(xml: string): this {
    this.body.push(xml);
    return this;
  }

  /** A last question that shows the value of `source`, so that a result can be read off its label. */
  shows(source: string): this {
    const label = `result ${output(source)}`;
    return this.value('shown')
      .bind('/form/shown', { type: 'string', readonly: 'true()' })
      .control(question('input', '/form/shown', label));
  }

  toString(): string {
    this.bind('/form/meta/instanceID', {
      type: 'string',
      readonly: 'true()',
      calculate: "concat('uuid:', uuid())",
    });
    return [
      `<?xml version="1.0"?>\n<h:html ${NAMESPACES}><h:head><h:title>${this.id}</h:title>`,
      `<model odk:xforms-version="1.0.0"><instance><form id="${this.id}" version="1">`,
      ...this.instance,
      '<meta><instanceID/></meta></form></instance>',
      ...this.secondary,
      ...this.binds,
      '</model></h:head><h:body>',
      ...this.body,
      '</h:body></h:html>',
    ].join('');
  }
}

const NAMESPACES = [
  'xmlns="http://www.w3.org/2002/xforms"',
  'xmlns:h="http://www.w3.org/1999/xhtml"',
  'xmlns:jr="http://openrosa.org/javarosa"',
  'xmlns:odk="http://www.opendatakit.org/xforms"',
].join(' ');

/**
 * `size` questions one after the other: text, whole numbers and choices in turn. Of ten, one is a calculate over the three
 * before it and one is relevant by the answer before it; each seventh has a constraint.
 */
function flatForm(size: number): string {
  const form = new FormText(`flat-${size}`);
  for (let i = 0; i < size; i += 1) addFlatQuestion(form, i);
  return form.shows(`/form/q${lastCalculated(size)}`).toString();
}

function addFlatQuestion(form: FormText, i: number): void {
  const ref = `/form/q${i}`;
  form.value(`q${i}`);
  if (i % 10 === 5) {
    const lengths = [1, 2, 3].map((back) => `string-length(/form/q${i - back})`);
    form.bind(ref, { type: 'int', calculate: lengths.join(' + ') });
    return;
  }
  const kind = flatKind(i);
  const constraint = kind === 'int' ? '. < 1000' : ". != 'bad'";
  form.bind(ref, {
    type: kind === 'int' ? 'int' : 'string',
    ...(i % 10 === 0 && i > 0 && { relevant: `/form/q${i - 1} = 'yes'` }),
    ...(i % 7 === 0 && { constraint }),
  });
  form.control(question(kind === 'select1' ? 'select1' : 'input', ref, `Question ${i}`));
}

/** What a relevant depends on is always text, so that it can be answered `yes`. */
function flatKind(i: number): 'text' | 'int' | 'select1' {
  return i % 10 === 9 ? 'text' : KINDS[i % 3]!;
}

const KINDS = ['text', 'int', 'select1'] as const;

function lastCalculated(size: number): number {
  return Math.floor((size - 6) / 10) * 10 + 5;
}

/** One answer, and `size` calculates of which each adds one to the calculate before it. */
function chainForm(size: number): string {
  const form = new FormText(`chain-${size}`).value('first').bind('/form/first', { type: 'string' });
  form.control(question('input', '/form/first', 'First'));
  for (let i = 1; i <= size; i += 1) {
    const before = i === 1 ? 'first' : `c${i - 1}`;
    form.value(`c${i}`).bind(`/form/c${i}`, { type: 'int', calculate: `/form/${before} + 1` });
  }
  return form.shows(`/form/c${size}`).toString();
}

/** One answer on which the relevance of `size` questions depends. */
function fanoutForm(size: number): string {
  const form = new FormText(`fanout-${size}`)
    .value('first')
    .bind('/form/first', { type: 'string' });
  form.control(question('input', '/form/first', 'First'));
  for (let i = 1; i <= size; i += 1) {
    const ref = `/form/q${i}`;
    const kind = KINDS[i % 3]!;
    const type = kind === 'int' ? 'int' : 'string';
    form.value(`q${i}`).bind(ref, { type, relevant: "/form/first = 'yes'" });
    form.control(question(kind === 'select1' ? 'select1' : 'input', ref, `Question ${i}`));
  }
  return form.toString();
}

const ITEM_FIELDS = ['name', 'age', 'sex', 'note', 'visits', 'state', 'place', 'amount'];

/** `size` repeat instances of eight questions and two calculates (one of them the position), and a sum over all. */
function repeatForm(size: number): string {
  const form = new FormText(`repeats-${size}`);
  form.instance.push(`<item jr:template="">${itemXml('')}</item>`);
  for (let i = 0; i < size; i += 1) form.instance.push(`<item>${itemXml('1')}</item>`);
  const questions = ITEM_FIELDS.map((field, i) => {
    const ref = `/form/item/${field}`;
    const type = i % 3 === 1 && field !== 'amount' ? 'int' : 'string';
    form.bind(ref, { type, ...(field === 'note' && { constraint: ". != 'bad'" }) });
    return question(i % 3 === 2 ? 'select1' : 'input', ref, field);
  });
  form
    .bind('/form/item/number', { type: 'int', calculate: 'position(..)' })
    .bind('/form/item/double', { type: 'int', calculate: '../amount * 2 + ../number' })
    .control(
      `<group ref="/form/item"><label>Items</label><repeat nodeset="/form/item">${questions.join('')}</repeat></group>`,
    );
  form.value('total').bind('/form/total', { type: 'int', calculate: 'sum(/form/item/amount)' });
  return form.shows('/form/total').toString();
}

function itemXml(amount: string): string {
  const fields = ITEM_FIELDS.map((field) =>
    field === 'amount' && amount !== '' ? `<amount>${amount}</amount>` : `<${field}/>`,
  );
  return `${fields.join('')}<number/><double/>`;
}

export const REGIONS = 10;
export const VILLAGES_IN_A_DISTRICT = 50;

/** Region, district, village: three choices of which each narrows the next, from instances of `size` villages in all. */
function cascadeForm(size: number): string {
  const form = new FormText(`itemset-${size}`);
  const districts: string[] = [];
  const villages: string[] = [];
  const perRegion = size / VILLAGES_IN_A_DISTRICT / REGIONS;
  for (let region = 0; region < REGIONS; region += 1) {
    for (let n = 0; n < perRegion; n += 1) {
      const district = `r${region}-d${n}`;
      districts.push(choiceRow(district, 'region', `r${region}`));
      for (let v = 0; v < VILLAGES_IN_A_DISTRICT; v += 1)
        villages.push(choiceRow(`${district}-v${v}`, 'district', district));
    }
  }
  form.secondary.push(instanceXml('districts', districts), instanceXml('villages', villages));
  for (const name of ['region', 'district', 'village'])
    form.value(name).bind(`/form/${name}`, { type: 'string' });
  const regions = Array.from({ length: REGIONS }, (_, i) => `r${i}`);
  return form
    .control(question('select1', '/form/region', 'Region', regions))
    .control(filteredSelect('district', 'districts', 'region'))
    .control(filteredSelect('village', 'villages', 'district'))
    .toString();
}

function choiceRow(name: string, parentName: string, parent: string): string {
  return `<item><name>${name}</name><label>The ${name}</label><${parentName}>${parent}</${parentName}></item>`;
}

function instanceXml(id: string, rows: readonly string[]): string {
  return `<instance id="${id}"><root>${rows.join('')}</root></instance>`;
}

function filteredSelect(name: string, instance: string, parent: string): string {
  const nodeset = `instance('${instance}')/root/item[${parent} = /form/${parent}]`;
  return `<select1 ref="/form/${name}"><label>${name}</label><itemset nodeset="${nodeset}"><value ref="name"/><label ref="label"/></itemset></select1>`;
}

const CHOICES = ['a', 'b', 'c', 'd'];

function question(
  kind: 'input' | 'select1',
  ref: string,
  label: string,
  choices: readonly string[] = CHOICES,
): string {
  const items = kind === 'input' ? '' : choices.map(itemChoice).join('');
  return `<${kind} ref="${ref}"><label>${label}</label>${items}</${kind}>`;
}

function itemChoice(value: string): string {
  return `<item><label>Choice ${value}</label><value>${value}</value></item>`;
}

function output(expression: string): string {
  return `<output value="${escape(expression)}"/>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
