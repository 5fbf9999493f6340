import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import type { XfForm } from '../../../src/elements/form/xf-form.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  part,
  parts,
  textOf,
} from '../case/mount.ts';
import {
  control,
  drive,
  findAll,
  focused,
  formOf,
  leave,
  openForm,
  settleAll,
  type,
} from './open-form.ts';

const parts_ = {
  data: '<who><name/><age/></who><visit><kind/><note/></visit>',
  binds: `<bind nodeset="/data/who/name" required="true()"/>
    <bind nodeset="/data/who/age" type="xsd:int" constraint=". &lt; /data/visit/note" jr:constraintMsg="Too old"/>
    <bind nodeset="/data/visit/note" type="xsd:int"/>
    <bind nodeset="/data/visit" relevant="/data/who/name != 'nobody'"/>`,
  body: `<group ref="/data/who"><label>Who</label>
      <input ref="/data/who/name"><label>Name</label></input>
      <input ref="/data/who/age"><label>Age</label></input></group>
    <group ref="/data/visit" appearance="group-collapse collapse-closed"><label>Visit</label>
      <select1 ref="/data/visit/kind"><label>Kind</label>
        <item><value>a</value><label>First</label></item><item><value>b</value><label>Again</label></item></select1>
      <input ref="/data/visit/note"><label>Limit</label></input></group>`,
};

const answer = async (element: XfForm, ref: string, text: string) => {
  const box = part<HTMLInputElement>(control(element, 'xf-input', ref), '#control');
  type(box, text);
  leave(box);
  await settleAll(element);
};

describe('<xf-form>', () => {
  it('sends what the person answers, in the words of the form-entry machine', async () => {
    const { element, said } = await openForm(parts_);
    await answer(element, '/data/who/name', 'Amina');
    expect(said).to.deep.equal([{ type: 'answer', ref: '/data/who/name', value: 'Amina' }]);
  });

  it('takes away what is not asked and brings it back', async () => {
    const { element } = await openForm(parts_);
    expect(findAll(element, 'xf-group')).to.have.length(2);
    await answer(element, '/data/who/name', 'nobody');
    expect(findAll(element, 'xf-group')).to.have.length(1);
    await answer(element, '/data/who/name', 'Amina');
    expect(findAll(element, 'xf-group')).to.have.length(2);
  });

  it('says complete when the button is pressed, after a cancelable event', async () => {
    const { element, said } = await openForm(parts_);
    await answer(element, '/data/who/name', 'Amina');
    element.addEventListener('xf-complete', (event) => event.preventDefault(), { once: true });
    button(element, 'Send form').click();
    await settleAll(element);
    expect(said.at(-1)?.type).to.equal('answer');
    button(element, 'Send form').click();
    await settleAll(element);
    expect(said.at(-1)).to.deep.equal({ type: 'complete' });
  });

  it('lists what is to be checked after an attempt, and goes to the first of it', async () => {
    const { element } = await openForm(parts_);
    button(element, 'Send form').click();
    await settleAll(element);
    const problems = control(element, 'xf-problems');
    expect(textOf(part(problems, '[role="alert"]'))).to.contain('Check 1 answer');
    expect(button(problems, 'Name')).to.exist;
    const name = control(element, 'xf-input', '/data/who/name');
    expect(focused()).to.equal(part(name, '#control'));
    await answer(element, '/data/who/name', 'Amina');
    expect(textOf(part(problems, '[role="alert"]'))).to.equal('');
  });

  it('leads to an answer that was refused, as to one that is missing', async () => {
    const { element, form } = await openForm(parts_);
    await answer(element, '/data/who/name', 'Amina');
    await answer(element, '/data/visit/note', '50');
    await answer(element, '/data/who/age', '77');
    expect(await element.complete()).to.be.false;
    expect(form.toCheck().map(({ node }) => node.ref)).to.deep.equal(['/data/who/age']);
    const age = control(element, 'xf-input', '/data/who/age');
    expect(focused()).to.equal(part(age, '#control'));
  });

  it('gives a refused answer another chance on completing, once other answers have changed', async () => {
    const { element, form, said } = await openForm(parts_);
    await answer(element, '/data/who/name', 'Amina');
    await answer(element, '/data/visit/note', '50');
    await answer(element, '/data/who/age', '77');
    await answer(element, '/data/visit/note', '90');
    expect(await element.complete()).to.be.true;
    expect(form.node('/data/who/age')?.lexical).to.equal('77');
    expect(said.at(-1)).to.deep.equal({ type: 'complete' });
  });

  it('hands over what is still being typed before it completes', async () => {
    const { element, form } = await openForm(parts_);
    type(part(control(element, 'xf-input', '/data/who/name'), '#control'), 'Amina');
    expect(await element.complete()).to.be.true;
    expect(form.node('/data/who/name')?.lexical).to.equal('Amina');
  });

  it('goes to a question in a folded group and unfolds it', async () => {
    const { element } = await openForm(parts_);
    const limit = control(element, 'xf-input', '/data/visit/note');
    expect(limit.checkVisibility()).to.be.false;
    expect(await element.focusControl('/data/visit/note')).to.be.true;
    expect(limit.checkVisibility()).to.be.true;
    expect(focused()).to.equal(part(limit, '#control'));
    expect(await element.focusControl('/data/nowhere')).to.be.false;
  });

  it('lets nothing be changed while it is busy', async () => {
    const { element, said } = await openForm(parts_);
    await answer(element, '/data/who/name', 'Amina');
    element.busy = true;
    await settleAll(element);
    expect(part(element, '[part="questions"]').inert).to.be.true;
    button(element, 'Send form').click();
    await settleAll(element);
    expect(said.at(-1)?.type).to.equal('answer');
  });

  it('tells its language and direction, and changes them with the form’s', async () => {
    const { element, said } = await openForm({
      data: '<name/>',
      itext: `<translation lang="en"><text id="n"><value>Name</value></text></translation>
        <translation lang="ara"><text id="n"><value>الاسم</value></text></translation>`,
      body: `<input ref="/data/name"><label ref="jr:itext('n')"/></input>`,
    });
    const languages = control(element, 'xf-languages');
    const list = part<HTMLSelectElement>(languages, 'select');
    expect([...list.options].map(textOf)).to.deep.equal(['English', 'العربية']);
    list.value = 'ara';
    list.dispatchEvent(new Event('change'));
    await settleAll(element);
    expect(said).to.deep.equal([{ type: 'language', language: 'ara' }]);
    const base = part(element, '[part="base"]');
    expect([base.lang, base.dir]).to.deep.equal(['ar', 'rtl']);
    expect(textOf(part(control(element, 'xf-input'), '[part="label"]'))).to.equal('الاسم');
  });

  it('says "required" only where some questions are and some are not', async () => {
    const { element } = await openForm(parts_);
    expect(textOf(part(control(element, 'xf-input', '/data/who/name'), 'label'))).to.equal(
      'Name required',
    );
    const all = await openForm({
      data: '<a/><b/>',
      binds:
        '<bind nodeset="/data/a" required="true()"/><bind nodeset="/data/b" required="true()"/>',
      body: '<input ref="/data/a"><label>A</label></input><input ref="/data/b"><label>B</label></input>',
    });
    expect(textOf(part(control(all.element, 'xf-input', '/data/a'), 'label'))).to.equal('A');
  });

  it('posts every answer with a form around it', async () => {
    const { element } = await openForm(parts_);
    await answer(element, '/data/who/name', 'Amina');
    const owner = document.createElement('form');
    element.parentElement?.append(owner);
    owner.append(element);
    await settleAll(element);
    expect(new FormData(owner).get('/data/who/name')).to.equal('Amina');
  });

  it('says that it cannot ask a question, and keeps what it holds', async () => {
    const { element, form } = await openForm({
      data: '<pulse>72</pulse>',
      binds: '',
      body: '<input ref="/data/pulse" appearance="ex:org.example.PULSE"><label>Pulse</label></input>',
    });
    expect(textOf(part(control(element, 'xf-unsupported'), '.message'))).to.contain(
      'kept as it is',
    );
    expect(form.node('/data/pulse')?.lexical).to.equal('72');
  });

  it('shows a form without questions as such', async () => {
    const { element } = await openForm({ data: '<a/>', body: '' });
    expect(textOf(part(element, 'slot[name="empty"]'))).to.contain('no questions');
  });

  it('is reached by Tab in the order of the page', async () => {
    const { element } = await openForm(parts_);
    await element.focusControl('/data/who/name');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(part(control(element, 'xf-input', '/data/who/age'), '#control'));
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`passes axe and fits 320 px in ${theme}, before and after an attempt`, async () => {
      const { element } = await openForm(parts_, { theme, width: '320px' });
      await expectAccessible(element);
      await element.complete();
      await settleAll(element);
      await expectAccessible(element);
      expectNoSidewaysScroll(element);
    });
  }
});

describe('<xf-outline>', () => {
  it('counts what is left and what is to be checked, by section', async () => {
    const { element } = await openForm(parts_);
    await answer(element, '/data/who/age', '1x');
    await answer(element, '/data/visit/note', '5');
    const outline = control(element, 'xf-outline');
    expect(parts(outline, '.section').map(textOf)).to.deep.equal(['Who1 to check', 'Visit1 left']);
    expect(textOf(part(outline, '.fold'))).to.equal('1 of 4, 1 to check');
  });

  it('goes to a section and to a question that is to be checked', async () => {
    const { element } = await openForm(parts_);
    await answer(element, '/data/who/age', '1x');
    const outline = control(element, 'xf-outline');
    button(outline, 'Age').click();
    await settleAll(element);
    expect(focused()).to.equal(part(control(element, 'xf-input', '/data/who/age'), '#control'));
    parts(outline, '.section')[0]?.click();
    await settleAll(element);
    expect(textOf(focused())).to.equal('Who');
  });

  it('unfolds by its button where it is one line', async () => {
    const { element } = await openForm(parts_);
    const outline = control(element, 'xf-outline');
    outline.toggleAttribute('wide', false);
    expect(part(outline, '.list').checkVisibility()).to.be.false;
    part(outline, '.fold').click();
    await settleAll(element);
    expect(part(outline, '.list').checkVisibility()).to.be.true;
    expect(part(outline, '.fold').getAttribute('aria-expanded')).to.equal('true');
  });
});

describe('<xf-form> with another form', () => {
  it('takes nothing of the last one over, not even what was being typed', async () => {
    const { element } = await openForm(parts_);
    type(part(control(element, 'xf-input', '/data/who/name'), '#control'), 'Amina');
    const next = formOf(parts_);
    Object.assign(element, { form: next, send: drive(next) });
    await settleAll(element);
    const box = part<HTMLInputElement>(control(element, 'xf-input', '/data/who/name'), '#control');
    expect(box.value).to.equal('');
    expect(next.node('/data/who/name')?.lexical).to.equal('');
  });
});
