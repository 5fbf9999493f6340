import { expect } from 'chai';
import { setViewport } from '@web/test-runner-commands';
import { button, expectAccessible, part, parts, textOf } from '../case/mount.ts';
import {
  control,
  findAll,
  focused,
  leave,
  openForm,
  settleAll,
  type,
  type OpenedForm,
} from './open-form.ts';

const VISIT = {
  data: `<name/><child jr:template=""><age/></child><child><age>4</age></child><child><age/></child>`,
  binds: '<bind nodeset="/data/child/age" type="xsd:int"/>',
  body: `<input ref="/data/name"><label>Name</label></input>
    <group ref="/data/child"><label>Child</label><repeat nodeset="/data/child">
    <input ref="/data/child/age"><label>Age</label></input></repeat></group>`,
};

const valueOf = ({ form }: OpenedForm, ref: string) => form.node(ref)?.lexical;
const boxOf = ({ element }: OpenedForm, ref: string) =>
  part<HTMLInputElement>(control(element, 'xf-input', ref), '#control');
const notice = ({ element }: OpenedForm) => control(element, 'xf-undo');

async function answer(opened: OpenedForm, ref: string, value: string): Promise<void> {
  const box = boxOf(opened, ref);
  type(box, value);
  leave(box);
  await settleAll(opened.element);
}

async function press(key: string, on: Element = document.body, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', {
    ...{ key, ctrlKey: true, bubbles: true, composed: true, cancelable: true },
    ...more,
  });
  on.dispatchEvent(event);
  return event;
}

async function removeSecond(opened: OpenedForm): Promise<void> {
  const remover = findAll(opened.element, 'xf-remove-item')[1] as Element;
  button(remover, 'Remove Child 2').click();
  await settleAll(opened.element);
}

describe('<xf-undo>', () => {
  it('takes the last answer back by Control+Z, goes to its question, and does it again by Control+Y', async () => {
    const opened = await openForm(VISIT);
    await answer(opened, '/data/name', 'Asha');
    const event = await press('z');
    await settleAll(opened.element);
    expect(event.defaultPrevented).to.be.true;
    expect(valueOf(opened, '/data/name')).to.equal('');
    expect(boxOf(opened, '/data/name').value).to.equal('');
    expect(focused()).to.equal(boxOf(opened, '/data/name'));
    expect(textOf(part(notice(opened), '.undo span'))).to.equal('Undone');
    // Nobody has typed since the focus came: the keys are still the form's.
    await press('y', boxOf(opened, '/data/name'));
    await settleAll(opened.element);
    expect(valueOf(opened, '/data/name')).to.equal('Asha');
    expect(parts(notice(opened), '.undo')).to.have.length(0);
  });

  it('understands Command+Z and Command+Shift+Z', async () => {
    const opened = await openForm(VISIT);
    await answer(opened, '/data/name', 'Asha');
    await press('z', document.body, { ctrlKey: false, metaKey: true });
    expect(valueOf(opened, '/data/name')).to.equal('');
    await press('Z', document.body, { ctrlKey: false, metaKey: true, shiftKey: true });
    expect(valueOf(opened, '/data/name')).to.equal('Asha');
  });

  it('leaves the keys to a box in which somebody is typing', async () => {
    const opened = await openForm(VISIT);
    await answer(opened, '/data/name', 'Asha');
    const box = boxOf(opened, '/data/child[2]/age');
    type(box, '3');
    const event = await press('z', box);
    expect(event.defaultPrevented).to.be.false;
    expect(valueOf(opened, '/data/name')).to.equal('Asha');
  });

  it('takes a choice back in the list in which it was made, and nothing from a dialog', async () => {
    const opened = await openForm({
      data: '<q/>',
      body: `<select1 ref="/data/q" appearance="minimal"><label>Which?</label>
        <item><label>One</label><value>1</value></item><item><label>Two</label><value>2</value></item></select1>`,
    });
    const list = part<HTMLSelectElement>(control(opened.element, 'xf-select1'), 'select');
    list.focus();
    list.value = [...list.options].find(({ text }) => text === 'Two')?.value ?? '';
    list.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await settleAll(opened.element);
    expect(valueOf(opened, '/data/q')).to.equal('2');
    const dialog = document.createElement('dialog');
    part(opened.element, '[part="base"]').append(dialog);
    await press('z', dialog);
    expect(valueOf(opened, '/data/q')).to.equal('2');
    await press('z', list);
    expect(valueOf(opened, '/data/q')).to.equal('');
  });

  it('changes nothing behind a modal dialog, wherever that stands on the page', async () => {
    const opened = await openForm(VISIT);
    await answer(opened, '/data/name', 'Asha');
    const dialog = document.createElement('dialog');
    const host = document.createElement('div');
    const places = [document.body, opened.element.shadowRoot!, host.attachShadow({ mode: 'open' })];
    document.body.append(host);
    for (const place of places) {
      place.append(dialog);
      dialog.showModal();
      dialog.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
      await press('z');
      expect(valueOf(opened, '/data/name')).to.equal('Asha');
      dialog.close();
      dialog.remove();
    }
    host.remove();
    await press('z');
    expect(valueOf(opened, '/data/name')).to.equal('');
  });

  it('takes an answer back in a form that stands in a modal dialog', async () => {
    const opened = await openForm(VISIT);
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.append(opened.element);
    dialog.showModal();
    await answer(opened, '/data/name', 'Asha');
    await press('z', notice(opened));
    expect(valueOf(opened, '/data/name')).to.equal('');
    dialog.remove();
  });

  it('tells that an item was removed, and brings it back', async () => {
    const opened = await openForm(VISIT);
    await removeSecond(opened);
    expect(textOf(part(notice(opened), '.undo span'))).to.equal('Child removed');
    button(notice(opened), 'Undo').click();
    await settleAll(opened.element);
    expect(opened.said.at(-1)).to.deep.equal({ type: 'undo' });
    const cards = findAll(opened.element, 'xf-repeat-item');
    expect(cards).to.have.length(2);
    expect(focused()).to.equal(part(cards[1] as Element, '#heading'));
    button(notice(opened), 'Redo').click();
    await settleAll(opened.element);
    expect(findAll(opened.element, 'xf-repeat-item')).to.have.length(1);
  });

  it('is in sight where the item was, however far the foot of the form is', async () => {
    const notes = Array.from({ length: 40 }, (_, number) => `note${number}`);
    const opened = await openForm({
      data: `${VISIT.data}${notes.map((name) => `<${name}/>`).join('')}`,
      body: `${VISIT.body}${notes.map((name) => `<input ref="/data/${name}"><label>${name}</label></input>`).join('')}`,
    });
    await removeSecond(opened);
    // What the test shows it in would scroll by itself.
    opened.element.parentElement?.style.setProperty('overflow', 'visible');
    window.scrollTo(0, 0);
    const { top, bottom } = part(notice(opened), '.undo').getBoundingClientRect();
    expect(opened.element.getBoundingClientRect().bottom).to.be.above(innerHeight * 2);
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('says nothing more of a removed item after the next answer', async () => {
    const opened = await openForm(VISIT);
    await removeSecond(opened);
    await answer(opened, '/data/name', 'Asha');
    expect(parts(notice(opened), '.undo')).to.have.length(0);
  });

  it('goes to the repeat when the item that was added last goes again', async () => {
    const opened = await openForm(VISIT);
    button(control(opened.element, 'xf-repeat'), 'Add: Child').click();
    await settleAll(opened.element);
    await press('z', focused() as Element);
    await settleAll(opened.element);
    expect(findAll(opened.element, 'xf-repeat-item')).to.have.length(2);
    expect(focused()).to.equal(part(control(opened.element, 'xf-repeat'), '#heading'));
  });

  it('shows what was refused again, with what is wrong with it', async () => {
    const opened = await openForm(VISIT);
    await answer(opened, '/data/child[1]/age', 'four');
    await answer(opened, '/data/child[1]/age', '5');
    await press('z', boxOf(opened, '/data/name'));
    await settleAll(opened.element);
    expect(boxOf(opened, '/data/child[1]/age').value).to.equal('four');
    expect(part(control(opened.element, 'xf-input', '/data/child[1]/age'), '#error')).to.exist;
    await press('z', boxOf(opened, '/data/name'));
    await settleAll(opened.element);
    expect(boxOf(opened, '/data/child[1]/age').value).to.equal('4');
  });

  it('minds its own form where there are two', async () => {
    const first = await openForm(VISIT);
    const room = first.element.parentElement as Element;
    const second = await openForm(VISIT);
    document.body.append(room);
    await answer(first, '/data/name', 'Asha');
    await answer(second, '/data/name', 'Omar');
    await press('z', boxOf(first, '/data/child[1]/age'));
    expect([valueOf(first, '/data/name'), valueOf(second, '/data/name')]).to.deep.equal([
      '',
      'Omar',
    ]);
    boxOf(second, '/data/name').dispatchEvent(
      new PointerEvent('pointerdown', { bubbles: true, composed: true }),
    );
    await press('z');
    expect(valueOf(second, '/data/name')).to.equal('');
  });

  it('changes nothing while the form is being handed over', async () => {
    const opened = await openForm(VISIT);
    await answer(opened, '/data/name', 'Asha');
    opened.element.busy = true;
    await settleAll(opened.element);
    await press('z');
    expect(valueOf(opened, '/data/name')).to.equal('Asha');
  });

  it('passes axe', async () => {
    await setViewport({ width: 320, height: 700 });
    const opened = await openForm(VISIT);
    await removeSecond(opened);
    await expectAccessible(notice(opened));
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 1000, height: 800 });
  });
});
