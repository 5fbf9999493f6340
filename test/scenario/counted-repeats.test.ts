import { expect } from 'chai';
import { Scenario } from '../support/scenario.ts';

describe('a counted repeat', () => {
  const iteration = {
    data: `<ids>ann bob cem</ids><people ids="" count="" current_index=""><person jr:template="" id="" index=""><name/></person></people>`,
    binds: `<bind nodeset="/data/people/@current_index" calculate="count(/data/people/person)"/>
      <bind nodeset="/data/people/person/name" calculate="concat(../@id, '!')"/>`,
    model: `<setvalue event="xforms-ready" ref="/data/people/@ids" value="/data/ids"/>
      <setvalue event="xforms-ready" ref="/data/people/@count" value="count-selected(/data/people/@ids)"/>
      <setvalue event="jr-insert" ref="/data/people/person/@index" value="int(/data/people/@current_index)"/>
      <setvalue event="jr-insert" ref="/data/people/person/@id" value="selected-at(/data/people/@ids, ../@index)"/>`,
    body: `<repeat nodeset="/data/people/person" jr:count="/data/people/@count"><input ref="/data/people/person/name"/></repeat>`,
  };

  it('makes one item after the other, so that each finds its own index', () => {
    const scenario = Scenario.load(iteration);
    const values = (ref: string) => scenario.form.nodesOf(ref).map((node) => node.lexical);
    expect(values('/data/people/person/@index')).to.deep.equal(['0', '1', '2']);
    expect(values('/data/people/person/@id')).to.deep.equal(['ann', 'bob', 'cem']);
    expect(values('/data/people/person/name')).to.deep.equal(['ann!', 'bob!', 'cem!']);
    expect(scenario.value('/data/people/@current_index')).to.equal('3');
  });

  it('asks for its count where the next item would stand', () => {
    const scenario = Scenario.load({
      data: '<house jr:template=""><rooms/><room jr:template=""><size/></room></house>',
      body: `<repeat nodeset="/data/house"><input ref="rooms"/>
        <repeat nodeset="/data/house/room" jr:count="current()/../rooms"><input ref="size"/></repeat></repeat>`,
    });
    scenario.addRepeat('/data/house');
    scenario.addRepeat('/data/house');
    scenario.answer('/data/house[2]/rooms', '3');
    expect(scenario.node('/data/house[1]').childrenNamed('room')).to.have.length(0);
    expect(scenario.node('/data/house[2]').childrenNamed('room')).to.have.length(3);
  });

  it('completes the items inside an item before the next one comes', () => {
    const scenario = Scenario.load({
      data: `<made/><outer jr:template=""><inner jr:template=""><at/></inner></outer>`,
      binds: '<bind nodeset="/data/made" calculate="count(/data/outer/inner)"/>',
      model: '<setvalue event="jr-insert" ref="/data/outer/inner/at" value="/data/made"/>',
      body: `<repeat nodeset="/data/outer" jr:count="2"><repeat nodeset="/data/outer/inner" jr:count="2"><input ref="at"/></repeat></repeat>`,
    });
    const ats = scenario.form.nodesOf('/data/outer/inner/at').map((node) => node.lexical);
    expect(ats).to.deep.equal(['0', '1', '2', '3']);
  });

  it('does not look at a count of which a part is not known yet', () => {
    const scenario = Scenario.load({
      data: `<pages>1</pages><page jr:template=""><first/><size/><line jr:template=""><x/></line></page>`,
      binds: `<bind nodeset="/data/page/size" calculate="if(../first = 5, 2, 50)"/>`,
      model: '<setvalue event="jr-insert" ref="/data/page/first" value="5"/>',
      body: `<repeat nodeset="/data/page" jr:count="/data/pages"><repeat nodeset="/data/page/line" jr:count="../size"><input ref="x"/></repeat></repeat>`,
    });
    expect(scenario.form.nodesOf('/data/page/line')).to.have.length(2);
  });

  it('makes its items when they become relevant', () => {
    const scenario = Scenario.load({
      data: '<wanted/><group><visit jr:template=""><day/></visit></group>',
      binds: `<bind nodeset="/data/group" relevant="/data/wanted &gt; 0"/>
        <bind nodeset="/data/group/visit" relevant="/data/wanted != 2"/>`,
      body: '<repeat nodeset="/data/group/visit" jr:count="3"><input ref="/data/group/visit/day"/></repeat>',
    });
    const visits = () => scenario.form.nodesOf('/data/group/visit').length;
    expect(visits()).to.equal(0);
    scenario.answer('/data/wanted', '2');
    expect(visits(), 'the group is relevant, the visits are not').to.equal(0);
    scenario.answer('/data/wanted', '1');
    expect(visits()).to.equal(3);
  });

  it('stops at 10,000 items, also where each of many repeats asks for fewer', () => {
    const { form } = Scenario.load({
      data: '<outer jr:template=""><inner jr:template=""><x/></inner></outer>',
      body: `<repeat nodeset="/data/outer" jr:count="200"><repeat nodeset="/data/outer/inner" jr:count="200"><input ref="x"/></repeat></repeat>`,
    });
    expect(form.nodesOf('/data/outer/inner').length).to.be.within(9_000, 10_000);
    expect(form.problems[0]?.message).to.equal('jr:count asks for more than 10000 items');
  });

  it('makes none for a count that is no number', () => {
    const scenario = Scenario.load({
      data: '<n/><visit jr:template=""><day/></visit>',
      body: '<repeat nodeset="/data/visit" jr:count="/data/n"><input ref="/data/visit/day"/></repeat>',
    });
    scenario.answer('/data/n', 'many');
    expect(scenario.form.nodesOf('/data/visit')).to.have.length(0);
    expect(scenario.form.problems).to.be.empty;
  });
});

describe('a repeat whose number is not for a person to change', () => {
  for (const attribute of ['jr:count="2"', 'jr:noAddRemove="true()"']) {
    it(`with ${attribute} takes no items and gives none away, except to the form itself`, () => {
      const { form } = Scenario.load({
        data: '<visit><day/></visit><visit><day/></visit>',
        body: `<repeat nodeset="/data/visit" ${attribute}><input ref="/data/visit/day"/></repeat>`,
      });
      const add = { kind: 'addRepeat', ref: '/data/visit' } as const;
      const remove = { kind: 'removeRepeat', ref: '/data/visit[1]' } as const;
      const { refusals } = form.transact([add, remove], { source: 'user' });
      expect(refusals.map(({ reason }) => reason)).to.deep.equal(['readonly', 'readonly']);
      expect(form.nodesOf('/data/visit')).to.have.length(2);
      form.transact([add], { source: 'form' });
      expect(form.nodesOf('/data/visit')).to.have.length(3);
    });
  }
});

describe('a new item', () => {
  const body = '<repeat nodeset="/data/visit"><input ref="/data/visit/day"/></repeat>';

  it('is a copy of the template, with what is filled in there', () => {
    const data = '<visit jr:template=""><day>monday</day></visit><visit><day>friday</day></visit>';
    const scenario = Scenario.load({ data, body });
    scenario.addRepeat('/data/visit');
    expect(scenario.value('/data/visit[2]/day')).to.equal('monday');
  });

  it('is empty where there is no template, and has no items of its own', () => {
    const data = '<visit><day>friday</day><drug><name>a</name></drug></visit>';
    const nested = `<repeat nodeset="/data/visit"><input ref="/data/visit/day"/><repeat nodeset="/data/visit/drug"><input ref="name"/></repeat></repeat>`;
    const scenario = Scenario.load({ data, body: nested });
    scenario.addRepeat('/data/visit');
    expect(scenario.value('/data/visit[2]/day')).to.equal('');
    expect(scenario.node('/data/visit[2]').childrenNamed('drug')).to.have.length(0);
    expect(scenario.value('/data/visit[1]/day')).to.equal('friday');
  });
});

describe('a repeat without items', () => {
  it('says in its label what is known where the next item would stand', () => {
    const scenario = Scenario.load(
      {
        data: '<house jr:template=""><street>Elm</street><room jr:template=""><size/></room></house>',
        body: `<repeat nodeset="/data/house"><input ref="street"/><group ref="/data/house/room">
          <label>Room <output value="position(.)"/> of <output value="../street"/>, <output value="/data/house/street"/></label>
          <repeat nodeset="/data/house/room"><input ref="size"/></repeat></group></repeat>`,
      },
      { dialect: 'odk' },
    );
    scenario.addRepeat('/data/house');
    scenario.addRepeat('/data/house');
    const [, second] = scenario.form.controls[0]?.children ?? [];
    const rooms = second?.children.find(({ kind }) => kind === 'repeat');
    expect(rooms?.label?.text).to.equal('Room 0 of Elm, Elm');
    scenario.answer('/data/house[2]/street', 'Oak');
    expect(rooms?.label?.text).to.equal('Room 0 of Oak, Oak');
  });

  it('offers a first item only where that would be relevant, and says when this changes', () => {
    const scenario = Scenario.load({
      data: '<asked/><visit jr:template=""><day/></visit>',
      binds: '<bind nodeset="/data/visit" relevant="/data/asked = 1"/>',
      body: '<input ref="/data/asked"/><repeat nodeset="/data/visit"><input ref="day"/></repeat>',
    });
    const visits = scenario.form.controls[1];
    expect(visits?.canAdd).to.equal(false);
    expect(scenario.addRepeat('/data/visit').refusals[0]?.reason).to.equal('notRelevant');
    const { changed } = scenario.answer('/data/asked', '1');
    expect(visits?.canAdd).to.equal(true);
    expect([...changed]).to.include(visits?.node);
  });
});
