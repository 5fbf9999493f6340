import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { createActor } from 'xstate';
import type { XfForm } from '../../../src/elements/form/xf-form.ts';
import { formEntryMachine } from '../../../src/machines/form-entry.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  mount,
  part,
  parts,
  textOf,
  type Surroundings,
} from '../case/mount.ts';
import { control, findAll, focused, formOf, leave, settleAll, type } from './open-form.ts';

const household = {
  data: `<head/><visit><day/><hour/></visit>
    <child xmlns:jr="http://openrosa.org/javarosa" jr:template=""><name/><age/></child><sick/><note/>`,
  binds: `<bind nodeset="/data/head" required="true()"/>
    <bind nodeset="/data/visit/hour" type="xsd:int" constraint=". &lt; 24"/>
    <bind nodeset="/data/child/age" type="xsd:int"/>
    <bind nodeset="/data/note" relevant="/data/sick = 'yes'"/>`,
  itext: `<translation lang="en" default=""><text id="head"><value>Head of the household</value></text></translation>
    <translation lang="fr"><text id="head"><value>Chef de ménage</value></text></translation>`,
  body: `<input ref="/data/head"><label ref="jr:itext('head')"/></input>
    <group ref="/data/visit" appearance="field-list"><label>Visit</label>
      <input ref="/data/visit/day"><label>Day</label></input>
      <input ref="/data/visit/hour"><label>Hour</label></input></group>
    <group ref="/data/child"><label>Child</label><repeat nodeset="/data/child">
      <input ref="/data/child/name"><label>Name</label></input>
      <input ref="/data/child/age"><label>Age</label></input></repeat></group>
    <select1 ref="/data/sick"><label>Is anybody sick?</label>
      <item><value>yes</value><label>Yes</label></item><item><value>no</value><label>No</label></item></select1>
    <input ref="/data/note"><label>Who?</label></input>`,
};

async function entering(surroundings?: Surroundings) {
  const form = formOf(household);
  const keeper = {
    saveDraft: () => Promise.resolve(0),
    submit: () => new Promise<never>(() => {}),
  };
  const actor = createActor(formEntryMachine, {
    input: {
      ...{ form, keeper, oneByOne: true, autosaveDelay: 10_000, plans: [], candidates: [] },
      user: { userId: 'u1', name: 'david' },
    },
  });
  actor.start();
  const page = () => actor.getSnapshot().context.page;
  const element = await mount('xf-form', { form, actor, page: page() }, surroundings);
  actor.subscribe(() => Object.assign(element, { page: page() }));
  await settleAll(element);
  return { element, form, actor };
}

/** By a name: elements themselves are more than a report of a failure can hold. */
function expectFocus(wanted: Element): void {
  const name = (each: Element | null | undefined) => each && `${each.localName}#${each.id}`;
  expect(focused() === wanted, `focus at ${name(focused())}, not ${name(wanted)}`).to.equal(true);
}

const screen = (element: XfForm) => control(element, 'xf-screen');
const heading = (element: XfForm) => textOf(part(screen(element), '[part="heading"]'));
const box = (element: XfForm, ref: string) =>
  part<HTMLInputElement>(control(element, 'xf-input', ref), '#control');

async function answer(element: XfForm, ref: string, text: string): Promise<void> {
  type(box(element, ref), text);
  leave(box(element, ref));
  await settleAll(element);
}

async function press(element: XfForm, words: string): Promise<void> {
  button(element, words).click();
  await settleAll(element);
}

async function key(element: XfForm, keys: string): Promise<void> {
  const names = keys.split('+');
  const modifiers = names.slice(0, -1);
  for (const name of modifiers) await sendKeys({ down: name });
  await sendKeys({ press: names.at(-1) ?? '' });
  for (const name of modifiers) await sendKeys({ up: name });
  await settleAll(element);
}

/** Up to the place where a child can be added. */
async function toChildren(element: XfForm): Promise<void> {
  await answer(element, '/data/head', 'Amina');
  await press(element, 'Next');
  await press(element, 'Next');
}

describe('<xf-form> page by page', () => {
  it('shows one question, and the next with the focus on its heading', async () => {
    const { element } = await entering();
    expect(findAll(element, 'xf-input')).to.have.length(1);
    expect(parts(element, 'button').map(textOf)).to.deep.equal(['Next']);
    await answer(element, '/data/head', 'Amina');
    await press(element, 'Next');
    expect(findAll(element, 'xf-input').length).to.equal(2);
    expectFocus(part(screen(element), '[part="heading"]'));
    expect(heading(element)).to.equal('Visit');
  });

  it('stays at a question that is missing, says so there, and lets it be answered', async () => {
    const { element } = await entering();
    await press(element, 'Next');
    expect(textOf(part(control(element, 'xf-input'), '#error'))).to.contain('Answer this question');
    expectFocus(box(element, '/data/head'));
    type(box(element, '/data/head'), 'Amina');
    await press(element, 'Next');
    expect(heading(element)).to.equal('Visit');
  });

  it('goes back without losing what was typed, or what was refused', async () => {
    const { element } = await entering();
    await answer(element, '/data/head', 'Amina');
    await press(element, 'Next');
    await answer(element, '/data/visit/hour', '25');
    await press(element, 'Next');
    expectFocus(box(element, '/data/visit/hour'));
    type(box(element, '/data/visit/day'), 'Monday');
    await press(element, 'Back');
    expect(box(element, '/data/head').value).to.equal('Amina');
    await press(element, 'Next');
    expect(box(element, '/data/visit/day').value).to.equal('Monday');
    expect(box(element, '/data/visit/hour').value).to.equal('25');
  });

  it('asks after each child whether there is another, by name, and removes one after asking', async () => {
    const { element, form } = await entering();
    await toChildren(element);
    const items = () => control(element, 'xf-repeat-items');
    expect(textOf(part(items(), 'p'))).to.equal('Child: none yet.');
    button(items(), 'Add: Child').click();
    await settleAll(element);
    expect(heading(element)).to.equal('Child 1 of 1');
    await answer(element, '/data/child[1]/name', 'Bea');
    await press(element, 'Next');
    expect(heading(element)).to.equal('Child 1 of 1: Bea');
    await press(element, 'Next');
    expect(parts(items(), '.name').map(textOf)).to.deep.equal(['Child 1 of 1: Bea']);
    const remove = control(items(), 'xf-remove-item');
    button(remove, 'Remove Child 1').click();
    await settleAll(element);
    part(remove, 'dialog .danger').click();
    await settleAll(element);
    expect(form.nodesOf('/data/child')).to.be.empty;
    expectFocus(part(items(), '[part="add-button"]'));
  });

  it('shows all answers at the end, leads back to each, and sends from there only', async () => {
    const { element, actor } = await entering();
    await toChildren(element);
    await press(element, 'Next');
    await press(element, 'Next');
    expect(heading(element)).to.equal('Check your answers');
    const review = control(element, 'xf-review');
    expect(parts(review, 'dt').map(textOf)).to.deep.equal([
      'Head of the household',
      'Day',
      'Hour',
      'Is anybody sick?',
    ]);
    expect(textOf(part(review, 'dd'))).to.equal('Amina');
    button(review, 'Change: Hour').click();
    await settleAll(element);
    expectFocus(box(element, '/data/visit/hour'));
    actor.send({ type: 'page.goTo', page: 'end' });
    await settleAll(element);
    await press(element, 'Send form');
    expect(actor.getSnapshot().matches('submitting')).to.be.true;
  });

  it('goes to the first screen with something to check when it cannot be sent', async () => {
    const { element, actor } = await entering();
    actor.send({ type: 'page.goTo', page: 'end' });
    await settleAll(element);
    await press(element, 'Send form');
    expectFocus(box(element, '/data/head'));
    expect(textOf(part(control(element, 'xf-problems'), '[role="alert"]'))).to.contain('Check 1');
  });

  it('marks the section in the outline and goes there', async () => {
    const { element } = await entering();
    const outline = control(element, 'xf-outline');
    button(outline, 'Child').click();
    await settleAll(element);
    expect(findAll(element, 'xf-repeat-items')).to.have.length(1);
    expect(textOf(part(outline, '[aria-current="step"]'))).to.contain('Child');
  });

  it('moves on when the question that is shown is not asked any more', async () => {
    const { element, form, actor } = await entering();
    form.transact([{ kind: 'setValue', ref: '/data/sick', value: 'yes' }], { source: 'user' });
    actor.send({ type: 'page.goTo', page: '/data/note' });
    await settleAll(element);
    expect(box(element, '/data/note')).to.exist;
    form.transact([{ kind: 'setValue', ref: '/data/sick', value: 'no' }], { source: 'user' });
    await settleAll(element);
    expect(heading(element)).to.equal('Check your answers');
    expect(button(element, 'Send form')).to.exist;
  });

  it('keeps the screen in another language', async () => {
    const { element, actor } = await entering();
    actor.send({ type: 'language', language: 'fr' });
    await settleAll(element);
    expect(textOf(part(control(element, 'xf-input'), '[part="label"]'))).to.contain(
      'Chef de ménage',
    );
  });

  it('is gone through by keys alone', async () => {
    const { element, actor } = await entering();
    box(element, '/data/head').focus();
    await sendKeys({ type: 'Amina' });
    await key(element, 'Enter');
    expect(heading(element)).to.equal('Visit');
    await key(element, 'Alt+ArrowLeft');
    expect(box(element, '/data/head').value).to.equal('Amina');
    await key(element, 'Alt+ArrowRight');
    await key(element, 'Control+Enter');
    expect(findAll(element, 'xf-repeat-items')).to.have.length(1);
    await key(element, 'Control+Enter');
    await key(element, 'Control+Enter');
    expect(heading(element)).to.equal('Check your answers');
    await key(element, 'Control+Enter');
    expect(actor.getSnapshot().matches('submitting')).to.be.true;
  });

  it('turns its pages the other way where one reads from right to left', async () => {
    const { element } = await entering({ dir: 'rtl' });
    box(element, '/data/head').focus();
    await sendKeys({ type: 'Amina' });
    await key(element, 'Alt+ArrowLeft');
    expect(heading(element)).to.equal('Visit');
  });

  for (const surroundings of [{}, { theme: 'dark' }, { dir: 'rtl', width: '320px' }] as const) {
    it(`is accessible on every kind of screen, and fits, in ${JSON.stringify(surroundings)}`, async () => {
      const { element, actor } = await entering(surroundings);
      actor.send({ type: 'repeat.add', ref: '/data/child' });
      for (const page of [
        '/data/head',
        '/data/visit',
        '/data/child[1]/age',
        '/data/child[9]/age',
        'end',
      ]) {
        actor.send({ type: 'page.goTo', page });
        await settleAll(element);
        await expectAccessible(element);
        expectNoSidewaysScroll(element);
      }
    });
  }
});
