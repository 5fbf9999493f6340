import { expect } from 'chai';
import type { XfRepeatItem } from '../../../src/elements/form/xf-repeat-item.ts';
import { button, expectAccessible, part, parts, textOf } from '../case/mount.ts';
import { control, findAll, focused, leave, openForm, settleAll, type } from './open-form.ts';

const children = (items: string) => ({
  data: `<child jr:template=""><name/><age/></child>${items}`,
  binds: '<bind nodeset="/data/child/age" type="xsd:int"/>',
  body: `<group ref="/data/child"><label>Child</label><repeat nodeset="/data/child">
    <input ref="/data/child/name"><label>Name</label></input>
    <input ref="/data/child/age"><label>Age</label></input></repeat></group>`,
});

const amina = '<child><name>Amina</name><age>4</age></child>';
const nobody = '<child><name/><age/></child>';
const cards = (element: Element) => findAll(element, 'xf-repeat-item') as XfRepeatItem[];
const names = (element: Element) => cards(element).map((card) => textOf(part(card, '#heading')));

describe('<xf-repeat>', () => {
  it('calls each item by its place and its own name, as it is typed', async () => {
    const { element } = await openForm(children(amina + nobody));
    expect(names(element)).to.deep.equal(['Child 1 of 2: Amina', 'Child 2 of 2']);
    const box = part<HTMLInputElement>(
      control(element, 'xf-input', '/data/child[2]/name'),
      '#control',
    );
    type(box, 'Yusuf');
    leave(box);
    await settleAll(element);
    expect(names(element)[1]).to.equal('Child 2 of 2: Yusuf');
  });

  it('adds an item and goes to its first question', async () => {
    const { element, said } = await openForm(children(amina));
    button(control(element, 'xf-repeat'), 'Add: Child').click();
    await settleAll(element);
    expect(said).to.deep.equal([{ type: 'repeat.add', ref: '/data/child' }]);
    const added = control(element, 'xf-input', '/data/child[2]/name');
    expect(focused()).to.equal(part(added, '#control'));
  });

  it('removes an item without answers at once, and goes to the one before', async () => {
    const { element, said } = await openForm(children(amina + nobody));
    button(control(cards(element)[1] as Element, 'xf-remove-item'), 'Remove Child 2').click();
    await settleAll(element);
    expect(said).to.deep.equal([{ type: 'repeat.remove', ref: '/data/child[2]' }]);
    expect(focused()).to.equal(part(cards(element)[0] as Element, '#heading'));
    expect(textOf(part(control(element, 'xf-repeat'), '[role="status"]'))).to.equal(
      'Child removed',
    );
  });

  it('asks before it removes answers, and shows them', async () => {
    const { element, form } = await openForm(children(amina + nobody));
    const card = control(cards(element)[0] as Element, 'xf-remove-item');
    button(card, 'Remove Child 1').click();
    await settleAll(element);
    const dialog = part<HTMLDialogElement>(card, 'dialog');
    expect(dialog.open).to.be.true;
    expect(parts(card, 'dd').map(textOf)).to.deep.equal(['Amina', '4']);
    await expectAccessible(card);
    button(card, 'Cancel').click();
    expect(dialog.open).to.be.false;
    expect(form.node('/data/child[1]/name')?.lexical).to.equal('Amina');
    button(card, 'Remove Child 1').click();
    await settleAll(element);
    part(card, 'dialog .danger').click();
    await settleAll(element);
    expect(names(element)).to.deep.equal(['Child 1 of 1']);
  });

  it('keeps an item where the page cancels its removal', async () => {
    const { element, said } = await openForm(children(nobody));
    element.addEventListener('xf-repeat-remove', (event) => event.preventDefault(), { once: true });
    button(control(cards(element)[0] as Element, 'xf-remove-item'), 'Remove Child 1').click();
    await settleAll(element);
    expect(said).to.deep.equal([]);
    expect(cards(element)).to.have.length(1);
  });

  it('goes to the button for adding when the last item is gone', async () => {
    const { element } = await openForm(children(nobody));
    button(control(cards(element)[0] as Element, 'xf-remove-item'), 'Remove Child 1').click();
    await settleAll(element);
    const repeat = control(element, 'xf-repeat');
    expect(focused()).to.equal(part(repeat, '[part="add-button"]'));
    expect(textOf(part(repeat, 'p'))).to.equal('Child: none yet.');
  });

  it('keeps what was refused with its own item when one before it is removed', async () => {
    const { element } = await openForm(children(nobody + amina));
    const box = part<HTMLInputElement>(
      control(element, 'xf-input', '/data/child[2]/age'),
      '#control',
    );
    type(box, 'four');
    leave(box);
    await settleAll(element);
    button(control(cards(element)[0] as Element, 'xf-remove-item'), 'Remove Child 1').click();
    await settleAll(element);
    const moved = control(element, 'xf-input', '/data/child[1]/age');
    expect(part<HTMLInputElement>(moved, '#control').value).to.equal('four');
    expect(part(moved, '#error')).to.exist;
  });

  it('offers neither adding nor removing where the form counts the items', async () => {
    const { element } = await openForm({
      data: '<n>2</n><child jr:template=""><name/></child>',
      body: `<repeat nodeset="/data/child" jr:count="/data/n" jr:noAddRemove="true()">
        <input ref="/data/child/name"><label>Name</label></input></repeat>`,
    });
    expect(cards(element)).to.have.length(2);
    expect(
      findAll(element, 'button')
        .map(textOf)
        .filter((words) => /Add|Remove/.test(words)),
    ).to.deep.equal([]);
  });

  it('passes axe', async () => {
    const { element } = await openForm(children(amina + nobody), { width: '320px' });
    await expectAccessible(element);
  });
});
