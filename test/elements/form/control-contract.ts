import { expect } from 'chai';
import type { FormContext } from '../../../src/elements/form/form-context.ts';
import type { XfControl } from '../../../src/elements/form/xf-control.ts';
import type { FormInstance } from '../../../src/xforms/form-instance.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  part,
  parts,
  settle,
  textOf,
  until,
  type Surroundings,
} from '../case/mount.ts';
import { controlOf, drive, focused, formOf } from './open-form.ts';

/** A control for the contract: how it stands in a body, and how a person answers it. */
export interface ControlCase {
  readonly tag:
    | 'xf-barcode'
    | 'xf-counter'
    | 'xf-cycle'
    | 'xf-date'
    | 'xf-geopoint'
    | 'xf-geotrace'
    | 'xf-image-map'
    | 'xf-input'
    | 'xf-range'
    | 'xf-rank'
    | 'xf-rating'
    | 'xf-select'
    | 'xf-select-list'
    | 'xf-select1'
    | 'xf-signature'
    | 'xf-trigger'
    | 'xf-upload';
  /** The element's name in the body, its attributes and what it holds beside label and hint. */
  readonly element: string;
  readonly attributes?: string;
  readonly content?: string;
  readonly type?: string;
  /** Where the page finds the picture of the label. */
  readonly picture?: string;
  /** A lexical value that is valid, and text in it that a reader sees when it cannot be changed. */
  readonly value: string;
  readonly readable?: string;
  /** Answers as a person does, by the native control. */
  readonly answer: (element: XfControl) => void | Promise<void>;
  /** What `answer` comes to. */
  readonly answered: string;
}

interface Shown {
  readonly element: XfControl;
  readonly form: FormInstance;
  readonly context: FormContext;
}

const REF = '/data/q';

/** What holds for every control, whatever it asks. */
export function controlContract(name: string, given: ControlCase): void {
  describe(`${name}: every control`, () => {
    it('shows label and hint and ties the hint to what has the focus', async () => {
      const { element } = await show(given);
      expect(textOf(part(element, '[part="label"]'))).to.contain('What is it?');
      expect(textOf(part(element, '#hint'))).to.equal('Look closely');
      expect(part(element, '[aria-describedby~="hint"]')).to.exist;
    });

    it('goes to its native control on focus()', async () => {
      const { element } = await show(given);
      element.focus();
      expect(focused()?.getRootNode()).to.equal(element.shadowRoot);
    });

    it('shows no error before the person has done anything', async () => {
      const { element } = await show(given, { binds: 'required="true()"' });
      expect(parts(element, '#error')).to.have.length(0);
      expect(element.matches(':state(invalid)')).to.be.false;
    });

    it('mirrors that an answer is required into its validity', async () => {
      const { element } = await show(given, { binds: 'required="true()"' });
      expect(element.required).to.be.true;
      expect(element.checkValidity()).to.be.false;
      expect(element.validity.valueMissing).to.be.true;
      expect(element.validationMessage).to.equal('Answer this question');
    });

    it('shows what is wrong with words after an attempt to complete', async () => {
      const { element, context } = await show(given, { binds: 'required="true()"' });
      context.attempt();
      await settle(element);
      expect(textOf(part(element, '#error'))).to.equal('Error: Answer this question');
      expect(part(element, '[aria-describedby~="error"]')).to.exist;
      expect(element.matches(':state(invalid)')).to.be.true;
    });

    it('fires one bubbling, composed xf-answer when the person answers, and the form takes it', async () => {
      const { element, form } = await show(given);
      const answers = heard('xf-answer');
      await given.answer(element);
      await until(() => answers.length > 0);
      await settle(element);
      expect(answers.map(({ ref }) => ref)).to.deep.equal([REF]);
      expect(answers[0]?.composed).to.be.true;
      expect(form.node(REF)?.lexical).to.equal(given.answered);
      expect(element.matches(':state(interacted)')).to.be.true;
    });

    it('fires nothing when the form itself changes the answer', async () => {
      const { element, form } = await show(given);
      const answers = heard('xf-answer');
      form.transact([{ kind: 'setValue', ref: REF, value: given.value }], { source: 'user' });
      await settle(element);
      expect(answers).to.deep.equal([]);
    });

    it('posts its answer under the name of its node', async () => {
      const { element, form } = await show(given);
      form.transact([{ kind: 'setValue', ref: REF, value: given.value }], { source: 'user' });
      await settle(element);
      const owner = document.createElement('form');
      element.parentElement?.append(owner);
      owner.append(element);
      await settle(element);
      expect([...new FormData(owner)]).to.deep.equal([[REF, form.node(REF)?.lexical]]);
    });

    it('cannot be answered where a disabled fieldset lies around it', async () => {
      const { element } = await show(given);
      const set = document.createElement('fieldset');
      set.disabled = true;
      element.parentElement?.append(set);
      set.append(element);
      await settle(element);
      const natives = parts(element, 'input, select, textarea, button');
      expect(natives.every((native) => native.matches(':disabled'))).to.be.true;
    });

    it('shows its answer as text when it cannot be changed', async () => {
      const { element } = await show(given, { binds: 'readonly="true()"', data: given.value });
      expect(parts(element, 'input, select, textarea')).to.have.length(0);
      expect(element.matches(':state(readonly)')).to.be.true;
      expect(textOf(part(element, '[part="base"]'))).to.contain(given.readable ?? given.value);
    });

    for (const [setting, surroundings] of settings) {
      it(`passes axe and fits 320 px, ${setting}: untouched, invalid, answered, read-only`, async () => {
        const { element, form, context } = await show(
          given,
          { binds: 'required="true()"' },
          surroundings,
        );
        await expectAccessible(element);
        context.attempt();
        await settle(element);
        await expectAccessible(element);
        expectNoSidewaysScroll(element);
        form.transact([{ kind: 'setValue', ref: REF, value: given.value }], { source: 'user' });
        await settle(element);
        await expectAccessible(element);
        const fixed = await show(
          given,
          { binds: 'readonly="true()"', data: given.value },
          surroundings,
        );
        await expectAccessible(fixed.element);
        expectNoSidewaysScroll(fixed.element);
      });
    }
  });
}

const settings: readonly (readonly [string, Surroundings])[] = [
  ['light', { width: '320px' }],
  ['dark, right to left', { theme: 'dark', dir: 'rtl', width: '320px' }],
];

/** One control alone on the page, driven as by the machine. */
export async function show(
  given: Pick<ControlCase, 'tag' | 'element' | 'attributes' | 'content' | 'type' | 'picture'>,
  { binds = '', data = '' }: { readonly binds?: string; readonly data?: string } = {},
  surroundings?: Surroundings,
): Promise<Shown> {
  const { tag, element: name, attributes = '', content = '', type, picture } = given;
  const form = formOf({
    data: `<q>${data}</q><other/>`,
    itext: `<translation lang="en"><text id="label"><value>What is it?</value>
      ${picture === undefined ? '' : '<value form="image">jr://images/picture.svg</value>'}</text></translation>`,
    binds: `<bind nodeset="${REF}" ${type === undefined ? '' : `type="${type}"`} ${binds}/>`,
    // An optional question beside it, so that "required" tells something.
    body: `<${name} ref="${REF}" ${attributes}><label ref="jr:itext('label')"/><hint>Look closely</hint>${content}</${name}>
      <input ref="/data/other"><label>Other</label></input>`,
  });
  const { node, context } = controlOf(form, REF);
  context.media = () => picture;
  const element = await mount(tag, { node, context }, surroundings);
  const send = drive(form);
  element.addEventListener('xf-answer', ({ ref, value }) => send({ type: 'answer', ref, value }));
  return { element, form, context };
}
