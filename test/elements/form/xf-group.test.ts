import { expect } from 'chai';
import { part, settle, textOf } from '../case/mount.ts';
import { control, findAll, openForm, settleAll } from './open-form.ts';

describe('<xf-group>', () => {
  it('has a heading of the level that its depth asks for', async () => {
    const { element } = await openForm({
      data: '<a/>',
      body: `<group><label>Outer</label><group><label>Inner</label>
        <input ref="/data/a"><label>A</label></input></group></group>`,
    });
    const headings = findAll(element, 'xf-group').map((group) => part(group, '#heading').localName);
    expect(headings).to.deep.equal(['h2', 'h3']);
  });

  it('is not shown when nothing in it is asked', async () => {
    const { element, form } = await openForm({
      data: '<a/><b/>',
      binds: `<bind nodeset="/data/b" relevant="/data/a = 'yes'"/>`,
      body: `<input ref="/data/a"><label>A</label></input>
        <group><label>Only then</label><group><input ref="/data/b"><label>B</label></input></group></group>`,
    });
    expect(findAll(element, 'xf-group')).to.have.length(0);
    form.transact([{ kind: 'setValue', ref: '/data/a', value: 'yes' }], { source: 'user' });
    await settleAll(element);
    expect(textOf(part(control(element, 'xf-group'), '#heading'))).to.equal('Only then');
  });

  it('folds and unfolds by its heading, and says so', async () => {
    const { element } = await openForm({
      data: '<a/>',
      body: `<group appearance="group-collapse collapse-open"><label>More</label>
        <input ref="/data/a"><label>A</label></input></group>`,
    });
    const group = control(element, 'xf-group');
    const fold = part(group, 'button');
    expect(fold.getAttribute('aria-expanded')).to.equal('true');
    fold.click();
    await settle(group);
    expect(fold.getAttribute('aria-expanded')).to.equal('false');
    expect(part(group, '[part="content"]').checkVisibility()).to.be.false;
  });

  it('puts questions of "3-per-row" beside each other, and below each other where it is narrow', async () => {
    const questions = ['a', 'b', 'c']
      .map(
        (name) =>
          `<input ref="/data/${name}" appearance="3-per-row"><label>${name}</label></input>`,
      )
      .join('');
    const given = { data: '<a/><b/><c/>', body: questions };
    const rows = async (width: string) => {
      const { element } = await openForm(given, { width });
      return new Set(findAll(element, 'xf-input').map((each) => each.getBoundingClientRect().top))
        .size;
    };
    expect(await rows('700px')).to.equal(1);
    expect(await rows('320px')).to.equal(3);
  });
});
