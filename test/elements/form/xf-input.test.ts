import { expect } from 'chai';
import type { ControlNode } from '../../../src/xforms/control-node.ts';
import { sendKeys } from '@web/test-runner-commands';
import { heard, part, settle, textOf } from '../case/mount.ts';
import { show } from './control-contract.ts';
import { control, leave, nodeAt, openForm, settleAll, type } from './open-form.ts';

const PAUSE = 450;
const wait = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
const text = { tag: 'xf-input', element: 'input' } as const;
const age = {
  data: '<age/><guardian/>',
  binds: `<bind nodeset="/data/age" type="xsd:int" constraint=". &lt; 60" jr:constraintMsg="Under 60, please"/>
    <bind nodeset="/data/guardian" relevant="/data/age != '' and /data/age &lt; 18"/>`,
  body: `<input ref="/data/age"><label>Age</label></input>
    <input ref="/data/guardian"><label>Guardian</label></input>`,
};

describe('<xf-input>', () => {
  it('lets a question that depends on it appear after a pause in typing, and keeps the focus', async () => {
    const { element } = await openForm(age);
    const box = part<HTMLInputElement>(control(element, 'xf-input', '/data/age'), '#control');
    type(box, '12');
    expect(() => control(element, 'xf-input', '/data/guardian')).to.throw();
    await wait(PAUSE);
    await settleAll(element);
    expect(control(element, 'xf-input', '/data/guardian')).to.exist;
    expect(box.value).to.equal('12');
    expect(box.getRootNode()).to.have.property('activeElement', box);
  });

  it('keeps a refused answer and its message on the page until the next answer', async () => {
    const { element, form } = await openForm(age);
    const asked = control(element, 'xf-input', '/data/age');
    const box = part<HTMLInputElement>(asked, '#control');
    type(box, '12');
    leave(box);
    type(box, '77');
    leave(box);
    await settleAll(element);
    expect(box.value).to.equal('77');
    expect(textOf(part(asked, '#error'))).to.equal('Error: Under 60, please');
    expect(nodeAt(form, '/data/age').lexical).to.equal('12');
    type(box, '33');
    leave(box);
    await settleAll(element);
    expect(nodeAt(form, '/data/age').lexical).to.equal('33');
    expect(asked.shadowRoot?.querySelector('#error')).to.equal(null);
  });

  it('keeps a refused answer through a change of language', async () => {
    const { element, form } = await openForm({
      ...age,
      itext: `<translation lang="en"/><translation lang="fr"/>`,
    });
    const asked = control(element, 'xf-input', '/data/age');
    type(part(asked, '#control'), 'twelve');
    leave(part(asked, '#control'));
    form.transact([{ kind: 'setLanguage', language: 'fr' }], { source: 'user' });
    await settleAll(element);
    expect(part<HTMLInputElement>(asked, '#control').value).to.equal('twelve');
    expect(part(asked, '#error')).to.exist;
  });

  it('does not complain while one types for the first time', async () => {
    const { element } = await openForm(age);
    const asked = control(element, 'xf-input', '/data/age');
    type(part(asked, '#control'), '777');
    await wait(PAUSE);
    await settleAll(element);
    expect(asked.shadowRoot?.querySelector('#error')).to.equal(null);
  });

  it('never changes what is being typed when the form changes the answer', async () => {
    const { element, form } = await show(text);
    const box = part<HTMLInputElement>(element, '#control');
    type(box, 'Ami');
    form.transact([{ kind: 'setValue', ref: '/data/q', value: 'Other' }], { source: 'form' });
    await settle(element);
    expect(box.value).to.equal('Ami');
  });

  it('shows what the form changes when nobody is typing', async () => {
    const { element, form } = await show(text);
    form.transact([{ kind: 'setValue', ref: '/data/q', value: 'Other' }], { source: 'form' });
    await settle(element);
    expect(part<HTMLInputElement>(element, '#control').value).to.equal('Other');
  });

  it('says an answer once, though a pause, a change and a blur come after each other', async () => {
    const { element } = await show(text);
    const answers = heard('xf-answer');
    const box = part<HTMLInputElement>(element, '#control');
    type(box, 'Amina');
    await wait(PAUSE);
    leave(box);
    expect(answers.map(({ value }) => value)).to.deep.equal(['Amina']);
  });

  it('takes the answer on Enter', async () => {
    const { element, form } = await show(text);
    element.focus();
    await sendKeys({ type: 'Amina' });
    await sendKeys({ press: 'Enter' });
    expect(form.node('/data/q')?.lexical).to.equal('Amina');
  });

  it('leaves no timer behind when it is taken off the page', async () => {
    const { element } = await show(text);
    let said = 0;
    element.addEventListener('xf-answer', () => (said += 1));
    type(part(element, '#control'), 'Amina');
    element.remove();
    // The browser may report the blur of a box that is taken away; the pause may add nothing to that.
    const atOnce = said;
    await wait(PAUSE);
    expect(said).to.equal(atOnce);
  });

  it('keeps leading zeros of a numeric text and brings the number keys', async () => {
    const { element, form } = await show({ ...text, attributes: 'appearance="numeric"' });
    const box = part<HTMLInputElement>(element, '#control');
    expect(box.inputMode).to.equal('numeric');
    type(box, '007');
    leave(box);
    expect(form.node('/data/q')?.lexical).to.equal('007');
    type(box, '07a');
    leave(box);
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('007');
    expect(box.value).to.equal('07a');
    expect(textOf(part(element, '#error'))).to.contain('digits only');
  });

  it('understands a decimal comma where the language writes one', async () => {
    const { element, form } = await show({ ...text, type: 'xsd:decimal' }, {}, { lang: 'fr' });
    type(part(element, '#control'), '36,5');
    leave(part(element, '#control'));
    expect(form.node('/data/q')?.lexical).to.equal('36.5');
  });

  it('shows a stored moment as the clock of the form’s zone shows it', async () => {
    const { element } = await show(
      { ...text, type: 'xsd:dateTime' },
      { data: '2026-02-03T22:15:00.000Z' },
    );
    expect(part<HTMLInputElement>(element, '#control').value).to.equal('2026-02-04T01:15');
  });

  it('shows a stored value that is no date as it is', async () => {
    const { element } = await show({ ...text, type: 'xsd:date' }, { data: 'next week' });
    expect(part<HTMLInputElement>(element, '#control').value).to.equal('next week');
  });

  it('refuses half a date, keeps it on the page and does not let the form go', async () => {
    const { element, said, form } = await openForm({
      data: '<due>2026-01-01</due>',
      binds: '<bind nodeset="/data/due" type="xsd:date"/>',
      body: '<input ref="/data/due"><label>Due</label></input>',
    });
    const asked = control(element, 'xf-input', '/data/due');
    asked.focus();
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Tab' });
    expect(part<HTMLInputElement>(asked, '#control').validity.badInput).to.be.true;
    expect(await element.complete()).to.be.false;
    await settleAll(element);
    expect(part<HTMLInputElement>(asked, '#control').validity.badInput).to.be.true;
    expect(textOf(part(asked, '#error'))).to.contain('full date');
    expect(said.some(({ type }) => type === 'complete')).to.be.false;
    expect(form.node('/data/due')?.lexical).to.equal('2026-01-01');
  });

  it('hands over a year that looks half typed when the form is sent', async () => {
    const { element, said } = await openForm({
      data: '<due/>',
      binds: '<bind nodeset="/data/due" type="xsd:date"/>',
      body: '<input ref="/data/due"><label>Due</label></input>',
    });
    type(part(control(element, 'xf-input'), '#control'), '0202-05-04');
    await wait(PAUSE);
    const answers = () => said.filter((event) => event.type === 'answer');
    expect(answers()).to.deep.equal([]);
    await element.complete();
    expect(answers().map(({ value }) => value)).to.deep.equal(['0202-05-04']);
  });

  for (const [when, rest] of [
    ['heard of', PAUSE],
    ['not heard of', 0],
  ] as const)
    it(`gives way to another answer that came while it was not asked: typing ${when}`, async () => {
      const { element, form } = await openForm({
        data: '<absent/><name/>',
        binds: `<bind nodeset="/data/name" relevant="/data/absent = ''"/>`,
        body: '<input ref="/data/name"><label>Name</label></input>',
      });
      const say = async (ref: string, value: string) => {
        form.transact([{ kind: 'setValue', ref, value }], { source: 'form' });
        await settleAll(element);
      };
      type(part(control(element, 'xf-input'), '#control'), 'Asha');
      await wait(rest);
      await say('/data/absent', 'yes');
      await say('/data/name', 'Amina');
      await say('/data/absent', '');
      const box = part<HTMLInputElement>(control(element, 'xf-input'), '#control');
      expect(box.value).to.equal('Amina');
    });

  it('shows a note that cannot be changed as plain text, without an empty box', async () => {
    const { element } = await show(text, { binds: 'readonly="true()"' });
    expect(element.shadowRoot?.querySelector('.value')).to.equal(null);
    expect(element.shadowRoot?.querySelector('input')).to.equal(null);
  });
});

describe('<xf-input> with a fault in the form', () => {
  it('names the place and the reason in place of a question that cannot be shown', async () => {
    const { element } = await show(text);
    const broken: ControlNode = Object.create(element.node, {
      label: {
        get: () => {
          throw new Error('There is no instance “towns”');
        },
      },
      node: { value: element.node.node },
    });
    element.node = broken;
    await settle(element);
    const words = textOf(part(element, '[part="base"]'));
    expect(words).to.contain('/data/q: There is no instance “towns”');
    expect(words).to.contain('Tell the person who made the form');
  });
});
