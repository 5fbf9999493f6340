import { expect } from 'chai';
import { aSession } from '../../support/a-session.ts';

const parts = {
  data: `<home><town/><rooms>2</rooms></home><pet jr:template=""><kind/></pet><total/><photo/><meta code="7"><instanceID/></meta>`,
  binds: `<bind nodeset="/data/home/rooms" type="int" readonly="true()"/><bind nodeset="/data/home" relevant="true()"/>
    <bind nodeset="/data/total" calculate="count(/data/pet)"/>`,
  model: '<instance id="towns"><root><t id="m"><name>Moshi</name></t></root></instance>',
  body: `<group ref="/data/home" appearance="field-list"><label>Home</label>
      <select1 ref="/data/home/town" appearance="minimal quick"><label>Town</label><hint>Where it stands</hint>
        <itemset nodeset="instance('towns')/root/t"><value ref="@id"/><label ref="name"/></itemset></select1>
      <input ref="/data/home/rooms"/></group>
    <group ref="/data/pet"><label>Pets</label><repeat nodeset="/data/pet"><input ref="/data/pet/kind"/></repeat></group>
    <upload ref="/data/photo" mediatype="image/*" orx:max-pixels="800"/>`,
};

describe('SessionNode', () => {
  it('says what it is', () => {
    const session = aSession(parts);
    session.addRepeat('/data/pet');
    const kinds = [
      ['/data', 'root'],
      ['/data/home', 'group'],
      ['/data/home/town', 'question'],
      ['/data/pet', 'repeat'],
      ['/data/pet[1]', 'item'],
      ['/data/total', 'value'],
      ['/data/meta/@code', 'attribute'],
    ] as const;
    for (const [ref, kind] of kinds) {
      const node = session.node(ref);
      expect([node?.ref, node?.kind], ref).to.deep.equal([ref, kind]);
    }
  });

  it('has type, value and control where it has them', () => {
    const session = aSession(parts);
    const shown = (ref: string) => {
      const node = session.node(ref);
      return [node?.control, node?.type, node?.value, node?.readonly];
    };
    expect(shown('/data/home/rooms')).to.deep.equal(['input', 'int', '2', true]);
    expect(shown('/data/home')).to.deep.equal(['group', undefined, '', false]);
    expect(shown('/data/pet')).to.deep.equal(['repeat', undefined, '', false]);
    expect(shown('/data/total')).to.deep.equal([undefined, 'string', '0', false]);
  });

  it('shows what its control shows', () => {
    const session = aSession(parts);
    const town = session.node('/data/home/town');
    expect([town?.label?.text, town?.hint?.text, town?.help]).to.deep.equal(['Town', 'Where it stands', undefined]); // prettier-ignore
    expect(town?.choices.map(({ value, label }) => [value, label.text])).to.deep.equal([['m', 'Moshi']]); // prettier-ignore
    expect([town?.chosen, town?.problem]).to.deep.equal([[], undefined]);
    session.setValue('/data/home/town', 'm');
    expect(town?.chosen).to.deep.equal(town?.choices);
    expect(town?.appearance).to.deep.equal(['minimal', 'quick']);
    expect(session.node('/data/photo')?.attributes).to.deep.equal({
      mediatype: 'image/*',
      'max-pixels': '800',
    });
    expect(session.node('/data/pet')?.label?.text).to.equal('Pets');
  });

  it('stands in a tree in which a repeat stands once, also while it is empty', () => {
    const session = aSession(parts);
    const names = session.root.children.map(({ name }) => name);
    expect(names).to.deep.equal(['home', 'pet', 'total', 'photo', 'meta']);
    session.addRepeat('/data/pet');
    const kind = session.node('/data/pet[1]/kind');
    const above = [];
    for (let node = kind; node !== undefined; node = node.parent) above.push(node.kind);
    expect(above).to.deep.equal(['question', 'item', 'repeat', 'root']);
    expect(session.node('/data/meta')?.instanceAttributes.map(({ name, value }) => [name, value])).to.deep.equal([['code', '7']]); // prettier-ignore
  });

  it('stays the same while items come and go before it', () => {
    const session = aSession(parts);
    session.addRepeat('/data/pet');
    const pets = session.node('/data/pet');
    const goat = session.node('/data/pet[1]/kind');
    session.setValue('/data/pet[1]/kind', 'goat');
    session.addRepeat('/data/pet', 0);
    expect(session.node('/data/pet[2]/kind')).to.equal(goat);
    expect(goat?.ref).to.equal('/data/pet[2]/kind');
    expect(session.node('/data/pet')).to.equal(pets);
    session.removeRepeat('/data/pet', 1);
    expect(goat?.attached).to.be.false;
    expect(session.node('/data/pet[2]')).to.equal(undefined);
  });

  it('tells what a person may do with a repeat', () => {
    const session = aSession(parts);
    session.addRepeat('/data/pet');
    expect(session.node('/data/pet')?.canAdd).to.be.true;
    expect(session.node('/data/pet[1]')?.canRemove).to.be.true;
    expect(session.node('/data/home')?.canAdd).to.be.false;
  });
});
