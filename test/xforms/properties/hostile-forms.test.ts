import { expect } from 'chai';
import fc from 'fast-check';
import { FormParseError } from '../../../src/xforms/definition/form-parse-error.ts';
import { parseForm } from '../../../src/xforms/definition/parse-form.ts';
import { FormInstance } from '../../../src/xforms/form-instance.ts';
import { questions } from '../../../src/xforms/questions.ts';
import { XmlParseError } from '../../../src/xml/xml-parse-error.ts';
import type { FormParts } from '../../support/scenario.ts';
import { formXml, pinnedEnvironment } from '../../support/scenario.ts';

/** Everything that a person could make a form do; the form, or the named error with which it is refused. */
function opened(text: string): FormInstance | FormParseError | XmlParseError {
  try {
    return used(text);
  } catch (error) {
    if (error instanceof XmlParseError || error instanceof FormParseError) return error;
    throw error;
  }
}

function used(text: string): FormInstance {
  const definition = parseForm(text, 'hostile.xml');
  const environment = pinnedEnvironment();
  const form = FormInstance.create(definition, { environment });
  for (const { label, hint, choices } of questions(form.controls)) void [label, hint, choices];
  form.validate();
  form.revalidate();
  form.submissionXml();
  FormInstance.restore(definition, form.draftXml(), { environment });
  return form;
}

function openedAtOnce(parts: FormParts): FormInstance | FormParseError | XmlParseError {
  const started = performance.now();
  const result = opened(formXml(parts));
  expect(performance.now() - started).to.be.below(5000);
  return result;
}

/** A bit of all that forms are made of. */
const GOOD = formXml({
  data: `<name/><age/><adult/><child jr:template=""><name/><born/><toys jr:template=""><toy/></toys></child>
    <child><name>Ann</name><born>2020-01-01</born></child><wanted>2</wanted><visit><kind/></visit>
    <place/><orx:meta><orx:instanceID/></orx:meta>`,
  model: `<instance id="kinds"><root><item a="1"><value>x</value><label>X</label></item></root></instance>
    <itext><translation lang="en" default=""><text id="n"><value>Name of <output value="/data/name"/></value>
    <value form="image">jr://images/n.png</value></text></translation>
    <translation lang="fr"><text id="n"><value>Nom</value></text></translation></itext>
    <setvalue event="xforms-ready" ref="/data/name" value="'Monica'"/>`,
  binds: `<bind nodeset="/data/age" type="int" required="true()" constraint=". &gt; 0 and . &lt; 150" jr:constraintMsg="No"/>
    <bind nodeset="/data/adult" calculate="if(/data/age &gt;= 18, 'yes', 'no')"/>
    <bind nodeset="/data/child" relevant="/data/adult != 'x'"/>
    <bind nodeset="/data/child/born" type="date" readonly="position(..) = 1"/>
    <bind nodeset="/data/visit/kind" type="select1"/>
    <bind nodeset="/data/orx:meta/orx:instanceID" jr:preload="uid"/>`,
  body: `<input ref="/data/name"><label ref="jr:itext('n')"/></input><input ref="/data/age"/>
    <group ref="/data/child"><label>Children</label><repeat nodeset="/data/child" jr:count="/data/wanted">
    <input ref="/data/child/name"><setvalue event="xforms-value-changed" ref="/data/place" value="1"/></input>
    <input ref="/data/child/born"/><repeat nodeset="/data/child/toys"><input ref="/data/child/toys/toy"/></repeat></repeat></group>
    <group ref="/data/visit"><select1 ref="/data/visit/kind" appearance="minimal"><itemset nodeset="instance('kinds')/root/item[@a = 1]">
    <value ref="value"/><label ref="label"/></itemset></select1></group>
    <range ref="/data/place" start="0" end="9" step="1"/>`,
});

describe('a form that cannot be trusted', () => {
  it('is the form that it was meant to be, to begin with', () => {
    expect((opened(GOOD) as FormInstance).problems).to.deep.equal([]);
  });

  it('is refused by name wherever it is cut off', () => {
    for (let length = 0; length < GOOD.length - 1; length += 13) {
      expect(opened(GOOD.slice(0, length))).to.be.instanceOf(XmlParseError);
    }
  });

  it('works or is refused by name whatever is changed in it', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        opened(mutations.reduce((text, mutate) => mutate(text), GOOD));
      }),
      { numRuns: 600 },
    );
  });

  it('works or is refused by name whatever part of it is missing', () => {
    const tags = [...GOOD.matchAll(/<[\w:]+[^<>]*>/g)];
    for (const { 0: tag, index } of tags.slice(1)) {
      const name = /[\w:]+/.exec(tag)?.[0] ?? '';
      const end = tag.endsWith('/>') ? index + tag.length : endOf(name, index);
      expect(opened(GOOD.slice(0, index) + GOOD.slice(end))).not.to.be.instanceOf(XmlParseError);
    }
  });

  for (const [title, text, said] of [
    ['an empty text', '', 'no element'],
    ['a page without a model', '<html><head/><body/></html>', 'no XForm'],
    ['a model alone', '<html><head><model/></head></html>', 'no XForm'],
    ['no instance', '<html><head><model/></head><body/></html>', 'no main instance'],
    ['an empty instance', '<html><head><model><instance/></model></head><body/></html>', 'no main'],
    [
      'an instance of text',
      '<html><head><model><instance>x</instance></model></head><body/></html>',
      'no main',
    ],
    ['a repeat over the document', formXml({ data: '<a/>', body: '<repeat nodeset="/"/>' }), '"/"'],
    ['a question about the document', formXml({ data: '<a/>', body: '<input ref="/"/>' }), '"/"'],
  ] as const) {
    it(`says what is wrong with ${title}`, () => {
      expect(opened(text)).to.have.property('message').that.contains(said);
    });
  }

  it('works with groups as deep as elements may be nested, and is refused beyond', () => {
    const deep = (levels: number) => ({
      data: `${'<g>'.repeat(levels)}<q/>${'</g>'.repeat(levels)}`,
      binds: `<bind nodeset="/data${'/g'.repeat(levels)}/q" calculate="1 + 1" relevant="true()"/>`,
      body: `${'<group ref="g">'.repeat(levels)}<input ref="q"/>${'</group>'.repeat(levels)}`,
    });
    const form = openedAtOnce(deep(200)) as FormInstance;
    expect(form.nodesOf(`/data${'/g'.repeat(200)}/q`)[0]?.lexical).to.equal('2');
    expect(openedAtOnce(deep(10_000))).to.be.instanceOf(XmlParseError);
  });

  it('names the members of a circle of 1,000 calculates', () => {
    const fields = Array.from({ length: 1000 }, (_, at) => `f${at}`);
    const next = (at: number) => `/data/f${(at + 1) % 1000}`;
    const error = openedAtOnce({
      data: fields.map((field) => `<${field}/>`).join(''),
      binds: fields
        .map((field, at) => `<bind nodeset="/data/${field}" calculate="${next(at)} + 1"/>`)
        .join(''),
    });
    expect(error).to.be.instanceOf(FormParseError);
    expect((error as FormParseError).message).to.contain('/data/f999');
  });

  it('works with a chain of 3,000 calculates, whichever end comes first', () => {
    const numbers = Array.from({ length: 3000 }, (_, at) => at);
    const chain = (before: (at: number) => number) => ({
      data: numbers.map((at) => `<f${at}/>`).join(''),
      binds: numbers
        .map(
          (at) =>
            `<bind nodeset="/data/f${at}" calculate="coalesce(/data/f${before(at)}, 0) + 1"/>`,
        )
        .join('')
        .replace('/data/f-1', "''")
        .replace('/data/f3000', "''"),
    });
    expect(
      (openedAtOnce(chain((at) => at - 1)) as FormInstance).node('/data/f2999')?.lexical,
    ).to.equal('3000');
    expect(
      (openedAtOnce(chain((at) => at + 1)) as FormInstance).node('/data/f0')?.lexical,
    ).to.equal('3000');
  });

  it('works with 10,000 actions that write over calculates, and 10,000 attributes', () => {
    const numbers = Array.from({ length: 10_000 }, (_, at) => at);
    const each = (write: (at: number) => string) => numbers.map(write).join('');
    const form = openedAtOnce({
      data: `<kept ${each((at) => `a${at}="${at}" `)}/>${each((at) => `<f${at}/>`)}`,
      binds: each((at) => `<bind nodeset="/data/f${at}" calculate="/data/kept/@a${at} + 1"/>`),
      model: each((at) => `<setvalue event="xforms-ready" ref="/data/f${at}">own</setvalue>`),
    }) as FormInstance;
    expect(form.node('/data/kept/@a9999')?.lexical).to.equal('9999');
    const { environment } = form;
    const again = FormInstance.restore(form.definition, form.draftXml(), { environment });
    expect(again.node('/data/f9999')?.lexical).to.equal('10000');
  });

  it('works with 10,000 texts in two languages and a select of 10,000 choices', () => {
    const numbers = Array.from({ length: 10_000 }, (_, at) => at);
    const texts = numbers.map((at) => `<text id="t${at}"><value>${at}</value></text>`).join('');
    const form = openedAtOnce({
      data: '<q/>',
      model: `<itext><translation lang="en">${texts}</translation><translation lang="fr">${texts}</translation></itext>`,
      body: `<select ref="/data/q">${numbers
        .map((at) => `<item><label ref="jr:itext('t${at}')"/><value>${at}</value></item>`)
        .join('')}</select>`,
    }) as FormInstance;
    expect(form.controls[0]?.choices[9999]?.label.text).to.equal('9999');
  });

  for (const count of [
    '1000000000',
    '-1',
    "''",
    "'three'",
    '0 div 0',
    '1 div 0',
    '/data/q',
    'count(/data/item) + 1',
  ]) {
    it(`works with a repeat of ${count} items, as far as that can be`, () => {
      const form = openedAtOnce({
        data: '<q/><item jr:template=""><x/></item>',
        body: `<repeat nodeset="/data/item" jr:count="${count}"><input ref="x"/></repeat>`,
      }) as FormInstance;
      expect(form.nodesOf('/data/item').length).to.be.below(10_001);
    });
  }

  const long = 100_000;
  for (const [title, expression] of [
    ['a long sum', `1${'+1'.repeat(long / 2)}`],
    ['nested parentheses', '('.repeat(long) + ')'.repeat(long)],
    ['nested calls', `${'not('.repeat(long / 5)}1${')'.repeat(long / 5)}`],
    ['nested predicates', '/data/q[/data/q'.repeat(long / 15) + ']'.repeat(long / 15)],
    ['many predicates', `/data/q${'[1]'.repeat(long / 3)}`],
    ['minuses', `${'-'.repeat(long)}1`],
    ['many arguments', `concat(${"'x',".repeat(long / 4)}'y')`],
    ['a text without an end', `'${'x'.repeat(long)}`],
    ['signs', '@#$%^'.repeat(long / 5)],
  ] as const) {
    it(`works or is refused by name with an expression of 100,000 characters: ${title}`, () => {
      const data = '<q/><z/>';
      openedAtOnce({ data, binds: `<bind nodeset="/data/z" calculate="${expression}"/>` });
      openedAtOnce({ data, binds: `<bind nodeset="${expression}" type="int"/>` });
      openedAtOnce({ data, body: `<input ref="${expression}"/>` });
      openedAtOnce({
        data,
        body: `<select1 ref="/data/q"><label><output value="${expression}"/></label>
          <itemset nodeset="${expression}"><value ref="a"/></itemset></select1>`,
      });
    });
  }
});

/** Where the element whose start tag is at `index` ends. */
function endOf(name: string, index: number): number {
  let depth = 0;
  for (const { 0: tag, index: at } of GOOD.slice(index).matchAll(
    new RegExp(`</?${name}(?![\\w:])[^<>]*>`, 'g'),
  )) {
    if (!tag.endsWith('/>')) depth += tag.startsWith('</') ? -1 : 1;
    if (depth === 0) return index + at + tag.length;
  }
  return GOOD.length;
}

const scrap = fc.oneof(
  fc.constantFrom(
    '',
    '"',
    '<',
    '>',
    '&',
    '/',
    '.',
    '..',
    '(',
    ')',
    '[',
    ']',
    '*',
    '//',
    '@x',
    '-1',
    '0',
    'é',
    '\0',
  ),
  fc.constantFrom(
    '/data',
    '/*/*',
    'current()',
    "instance('x')",
    'true()',
    'position(..)',
    'count(/)',
    '../..',
  ),
  fc.constantFrom(
    '<repeat>',
    '<group/>',
    '<itemset/>',
    '<setvalue/>',
    '<bind/>',
    '</data>',
    'xmlns=""',
    'jr:count="5"',
  ),
  fc.constantFrom(
    'select1',
    'int',
    'geopoint',
    'xforms-ready',
    'xforms-value-changed',
    'jr-insert',
    'uid',
    '1 + ',
  ),
);
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const mutation: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.tuple(place, fc.nat(20)).map(([at, length]) => (text: string) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + text.slice(start + length);
  }),
  fc.tuple(place, scrap).map(([at, piece]) => (text: string) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + piece + text.slice(start);
  }),
  fc.tuple(place, scrap).map(([at, piece]) => replacing(/"[^"<]*"/g, at, () => `"${piece}"`)),
  fc.tuple(place, place).map(([at, from]) => exchanging(/"[^"<]*"/g, at, from)),
  fc.tuple(place, place).map(([at, from]) => exchanging(/<[\w:]+[^<>]*\/>/g, at, from)),
);

/** One of the matches replaced. */
function replacing(pattern: RegExp, at: number, replacement: (text: string) => string) {
  return (text: string): string => {
    const matches = [...text.matchAll(pattern)];
    const match = matches[Math.floor(at * matches.length)];
    if (match === undefined) return text;
    return (
      text.slice(0, match.index) + replacement(text) + text.slice(match.index + match[0].length)
    );
  };
}

/** One of the matches put in the place of another. */
function exchanging(pattern: RegExp, at: number, from: number) {
  return replacing(pattern, at, (text) => {
    const matches = [...text.matchAll(pattern)];
    return matches[Math.floor(from * matches.length)]?.[0] ?? '';
  });
}
