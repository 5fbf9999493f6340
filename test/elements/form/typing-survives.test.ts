import { expect } from 'chai';
import fc from 'fast-check';
import type { XfControl } from '../../../src/elements/form/xf-control.ts';
import type { FormInstance } from '../../../src/xforms/form-instance.ts';
import type { InstanceNode } from '../../../src/xforms/instance/instance-node.ts';
import type { Edit } from '../../../src/xforms/transaction.ts';
import { settle } from '../case/mount.ts';
import { findAll, focused, leave, nodeAt, openForm, settleAll, type OpenedForm } from './open-form.ts'; // prettier-ignore

/** A box to type into: the question around it, what may be typed, and what that comes to. */
interface Box {
  readonly element: string;
  readonly attributes?: string;
  readonly content?: string;
  readonly type?: string;
  /** The box among those of the control. */
  readonly selector: string;
  readonly text: fc.Arbitrary<string>;
  /** The answer that holds what was typed; without it the text itself. */
  readonly answer?: (typed: string) => string;
}

const words = fc.stringMatching(/^[a-zñ世م]{1,6}( [a-z]{1,3})?$/u);
const digits = fc.stringMatching(/^[1-9][0-9]{0,3}$/);
const mixed = fc.oneof(digits, words);

const village = (at: number) => `<item><value>v${at}</value><label>Village ${at}</label></item>`;
const villages = Array.from({ length: 9 }, (_, at) => village(at)).join('');

const boxes: Readonly<Record<string, Box>> = {
  text: { element: 'input', selector: '#control', text: words },
  lines: { element: 'input', attributes: 'appearance="multiline"', selector: '#control', text: words },
  secret: { element: 'secret', selector: '#control', text: words },
  integer: { element: 'input', type: 'int', selector: '#control', text: mixed, answer: (typed) => typed.trim() },
  decimal: { element: 'input', type: 'decimal', selector: '#control', text: mixed, answer: (typed) => (/^\d+$/.test(typed) ? `${typed}.0` : typed.trim()) },
  digits: { element: 'input', attributes: 'appearance="numeric"', selector: '#control', text: mixed },
  counter: { element: 'input', type: 'int', attributes: 'appearance="counter"', selector: '#control', text: mixed, answer: (typed) => typed.trim() },
  code: { element: 'input', type: 'barcode', selector: '#control', text: words },
  combobox: { element: 'select1', content: villages, selector: '#control', text: words },
  latitude: { element: 'input', type: 'geopoint', selector: '#latitude', text: digits, answer: (typed) => `${typed} ?` },
  longitude: { element: 'input', type: 'geopoint', selector: '#longitude', text: digits, answer: (typed) => `? ${typed}` },
  year: { element: 'input', type: 'date', attributes: 'appearance="ethiopian"', selector: '#year', text: digits, answer: (typed) => `${typed} ? ?` },
  day: { element: 'input', type: 'date', attributes: 'appearance="persian"', selector: '#day', text: digits, answer: (typed) => `? ? ${typed}` },
}; // prettier-ignore

const places = ['top', 'group', 'item'] as const;
type Place = (typeof places)[number];

const REFS = { top: '/data/q', group: '/data/set/q', item: '/data/child[2]/q' } as const;

/** Its label, whether it must be answered, what stands before it and whether its group is asked all depend on other answers. */
function formWith({ element, type, attributes = '', content = '' }: Box) {
  const ask = (ref: string) =>
    `<${element} ref="${ref}" ${attributes}><label ref="jr:itext('q')"/>${content}</${element}>`;
  const text = (words: string) =>
    `<text id="q"><value>${words} <output value="/data/other"/></value></text>`;
  const bind = (ref: string) =>
    `<bind nodeset="${ref}" ${type ? `type="${type}"` : ''} required="/data/other = 'must'"/>`;
  return {
    data: '<before/><other/><absent/><q/><set><q/></set><child><name/><q/></child><child><name/><q/></child>',
    itext: `<translation lang="en">${text('Say')}</translation><translation lang="fr">${text('Dites')}</translation>`,
    binds: `<bind nodeset="/data/before" relevant="/data/other != 'less'"/><bind nodeset="/data/set" relevant="/data/absent != 'set'"/>
      ${bind('/data/q')}${bind('/data/set/q')}${bind('/data/child/q')}`,
    body: `<input ref="/data/before"><label>Before</label></input><input ref="/data/other"><label>Other</label></input>${ask('/data/q')}
      <group ref="/data/set"><label>Set</label>${ask('/data/set/q')}</group>
      <group ref="/data/child"><label>Child</label><repeat nodeset="/data/child">
        <input ref="/data/child/name"><label>Name</label></input>${ask('/data/child/q')}</repeat></group>`,
  };
}

/** What happens around the box while somebody types. */
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), letters: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answer' as const), value: fc.constantFrom('must', 'less', 'x') }) },
  ...(['language', 'add', 'remove', 'sync', 'rest', 'page'] as const).map((kind) => ({
    weight: 1,
    arbitrary: fc.constant({ kind }),
  })),
); // prettier-ignore
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** The one who types: what has been typed so far, and where. */
class Typist {
  typed = '';
  constructor(
    readonly opened: OpenedForm,
    readonly node: InstanceNode,
    readonly box: HTMLInputElement,
    readonly text: string,
  ) {}

  async type(letters: number): Promise<void> {
    const { box } = this;
    const more = this.text.slice(this.typed.length, this.typed.length + letters + 1);
    this.typed += more;
    box.value += more;
    box.setSelectionRange(box.value.length, box.value.length);
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settle(this.opened.element);
  }

  check(after: string): void {
    expect(this.box.isConnected, `the box stays in its place, ${after}`).to.be.true;
    expect(this.box.value, `what was typed stays, ${after}`).to.equal(this.typed);
    expect(focused(), `the focus stays, ${after}`).to.equal(this.box);
    expect(this.box.selectionStart, `the caret stays, ${after}`).to.equal(this.typed.length);
  }
}

async function happen(what: Happening, { opened, node }: Typist): Promise<void> {
  const { element, form } = opened;
  const edit = editOf(what, node, form);
  const source = what.kind === 'sync' ? 'form' : 'user';
  if (edit !== undefined) form.transact([edit], { source });
  if (what.kind === 'sync') element.media = () => undefined;
  if (what.kind === 'page') element.requestUpdate();
  // Longer than the pause in typing, whose clock is set forward.
  if (what.kind === 'rest') await new Promise((resolve) => setTimeout(resolve, 30));
  await settleAll(element);
}

function editOf(what: Happening, node: InstanceNode, form: FormInstance): Edit | undefined {
  switch (what.kind) {
    case 'answer':
      return { kind: 'setValue', ref: '/data/other', value: what.value };
    case 'sync':
      return { kind: 'setValue', ref: '/data/other', value: 'synced' };
    case 'language':
      return { kind: 'setLanguage', language: form.language === 'en' ? 'fr' : 'en' };
    case 'add':
      return { kind: 'addRepeat', ref: '/data/child', index: 0 };
    case 'remove':
      return node.parent?.ref === '/data/child[1]' ? undefined : { kind: 'removeRepeat', ref: '/data/child[1]' };
    default:
      return undefined;
  }
} // prettier-ignore

async function begin(box: Box, place: Place, text: string): Promise<Typist> {
  const opened = await openForm(formWith(box));
  const node = nodeAt(opened.form, REFS[place]);
  const control = controlElementOf(opened, node);
  const found = control.shadowRoot?.querySelector<HTMLInputElement>(box.selector);
  if (!found) throw new Error(`There is no ${box.selector}`);
  found.focus();
  return new Typist(opened, node, found, text);
}

function controlElementOf({ element }: OpenedForm, node: InstanceNode): XfControl {
  const isIt = (each: Element) =>
    each.classList.contains('question') && (each as XfControl).node?.node === node && (each as XfControl).node.kind !== 'group'; // prettier-ignore
  const tags = ['xf-input', 'xf-counter', 'xf-barcode', 'xf-select1', 'xf-geopoint', 'xf-date'];
  const found = tags.flatMap((tag) => findAll(element, tag)).find(isIt);
  if (found === undefined) throw new Error(`No element for ${node.ref}`);
  return found as XfControl;
}

/** Where what was typed is once the person has left: in the form, or beside it as an answer that was not taken. */
function keptOf({ opened, node }: Typist): readonly string[] {
  return [node.lexical, opened.element.context?.notTakenOf(node)?.value ?? ''];
}

async function survives(box: Box, place: Place, text: string, story: readonly Happening[]) {
  const typist = await begin(box, place, text);
  for (const what of story) {
    if (what.kind === 'type') await typist.type(what.letters);
    else await happen(what, typist);
    if (typist.typed !== '') typist.check(`after ${JSON.stringify(what)}`);
  }
  if (typist.typed === '') return;
  leave(typist.box);
  await settleAll(typist.opened.element);
  const wanted = (box.answer ?? ((typed) => typed))(typist.typed);
  expect(keptOf(typist)).to.include(wanted);
}

/** How many stories are told of each box; the seed of one that fails is told with it. */
const STORIES = 12;

describe('what is being typed', () => {
  const { setTimeout: wait } = globalThis;
  // Time goes faster: a pause in typing is over at once.
  before(() => {
    globalThis.setTimeout = ((work: () => void, delay = 0) => wait(work, Math.min(delay, 10) + (delay === 30 ? 20 : 0))) as typeof setTimeout; // prettier-ignore
  });
  after(() => {
    globalThis.setTimeout = wait;
  });

  for (const [name, box] of Object.entries(boxes))
    it(`survives everything around it: ${name}`, async () => {
      const property = fc.asyncProperty(
        fc.constantFrom(...places),
        box.text,
        fc.array(happening, { minLength: 2, maxLength: 14 }),
        (place, text, story) => survives(box, place, text, story),
      );
      await fc.assert(property, { numRuns: STORIES });
    });
});

describe('what has been typed without a pause', () => {
  const { setTimeout: wait } = globalThis;
  // However busy the computer is, the pause does not come.
  before(() => {
    globalThis.setTimeout = ((work: () => void, delay = 0) =>
      delay === 400 ? 0 : wait(work, delay)) as typeof setTimeout;
  });
  after(() => {
    globalThis.setTimeout = wait;
  });

  it('is there again when its question is not asked for a while', async () => {
    for (const [name, box] of Object.entries(boxes)) {
      const typist = await begin(box, 'group', '12');
      await typist.type(1);
      const say = (value: string): Edit => ({ kind: 'setValue', ref: '/data/absent', value });
      for (const value of ['set', '']) {
        typist.opened.form.transact([say(value)], { source: 'form' });
        await settleAll(typist.opened.element);
      }
      const shown = controlElementOf(typist.opened, typist.node);
      const again = shown.shadowRoot?.querySelector<HTMLInputElement>(box.selector);
      expect(again?.value, name).to.equal('12');
    }
  });
});
