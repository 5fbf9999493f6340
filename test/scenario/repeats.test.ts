import { expect } from 'chai';
import { Scenario } from '../support/scenario.ts';

function values(scenario: Scenario, ref: string): string[] {
  return scenario.form.nodesOf(ref).map((node) => node.lexical);
}

/** Purchases, each with an amount and what follows from it. */
function purchases(calculates: Readonly<Record<string, string>>, outside = '') {
  const inside = Object.keys(calculates).filter((name) => !outside.includes(name));
  const fields = ['amount', ...inside].map((name) => `<${name}/>`).join('');
  const bind = ([name, calculate]: readonly [string, string]) => {
    const path = outside.includes(name) ? `/data/${name}` : `/data/purchase/${name}`;
    return `<bind nodeset="${path}" calculate="${calculate.replaceAll('<', '&lt;')}"/>`;
  };
  return {
    data: `${outside}<purchase jr:template="">${fields}</purchase>`,
    binds: `<bind nodeset="/data/purchase/amount" type="int"/>${Object.entries(calculates).map(bind).join('')}`,
    body: '<repeat nodeset="/data/purchase"><input ref="/data/purchase/amount"/></repeat>',
  };
}

for (const dialect of ['commcare', 'odk'] as const) {
  const load = (parts: Parameters<typeof Scenario.load>[0]) => Scenario.load(parts, { dialect });

  const withAmounts = (parts: Parameters<typeof Scenario.load>[0], ...amounts: string[]) => {
    const scenario = load(parts);
    amounts.forEach((amount, at) => {
      scenario.addRepeat('/data/purchase');
      scenario.answer(`/data/purchase[${at + 1}]/amount`, amount);
    });
    return scenario;
  };

  describe(`a repeat in a form of ${dialect}`, () => {
    it('computes what follows from an answer in the same item, through all steps', () => {
      const scenario = withAmounts(
        purchases({ twice: '../amount * 2', fourTimes: '../twice * 2' }),
        '1',
        '5',
      );
      expect(values(scenario, '/data/purchase/fourTimes')).to.deep.equal(['4', '20']);
      scenario.answer('/data/purchase[1]/amount', '3');
      expect(values(scenario, '/data/purchase/fourTimes')).to.deep.equal(['12', '20']);
    });

    it('is counted and summed outside, as items come and go', () => {
      const scenario = withAmounts(
        purchases(
          { number: 'count(/data/purchase)', total: 'sum(/data/purchase/amount)' },
          '<number/><total/>',
        ),
        '1',
        '2',
        '4',
      );
      expect([scenario.value('/data/number'), scenario.value('/data/total')]).to.deep.equal([
        '3',
        '7',
      ]);
      scenario.removeRepeat('/data/purchase[2]');
      expect([scenario.value('/data/number'), scenario.value('/data/total')]).to.deep.equal([
        '2',
        '5',
      ]);
      scenario.removeRepeat('/data/purchase[1]');
      scenario.removeRepeat('/data/purchase[1]');
      expect([scenario.value('/data/number'), scenario.value('/data/total')]).to.deep.equal([
        '0',
        '0',
      ]);
    });

    it('hands what is computed outside to every item', () => {
      const scenario = withAmounts(
        purchases({ number: 'count(/data/purchase)', inner: '/data/number' }, '<number/>'),
        '1',
        '2',
        '3',
      );
      expect(values(scenario, '/data/purchase/inner')).to.deep.equal(['3', '3', '3']);
      scenario.removeRepeat('/data/purchase[3]');
      expect(values(scenario, '/data/purchase/inner')).to.deep.equal(['2', '2']);
    });

    it('gives its items other positions when one comes in between or goes', () => {
      const first = dialect === 'odk' ? 1 : 0;
      const scenario = withAmounts(
        purchases({ place: 'position(..)', doubled: '../place * 2' }),
        '1',
        '2',
        '3',
      );
      const places = () => values(scenario, '/data/purchase/doubled').map(Number);
      expect(places()).to.deep.equal([0, 1, 2].map((at) => (at + first) * 2));
      scenario.removeRepeat('/data/purchase[1]');
      expect(places()).to.deep.equal([0, 1].map((at) => (at + first) * 2));
      scenario.addRepeat('/data/purchase', 1);
      expect(places()).to.deep.equal([0, 1, 2].map((at) => (at + first) * 2));
      expect(values(scenario, '/data/purchase/amount')).to.deep.equal(['2', '', '3']);
    });

    if (dialect === 'odk') {
      it('finds the value of an item by its number with indexed-repeat()', () => {
        const scenario = withAmounts(
          purchases(
            { second: 'indexed-repeat(/data/purchase/amount, /data/purchase, 2)' },
            '<second/>',
          ),
          '1',
          '2',
        );
        expect(scenario.value('/data/second')).to.equal('2');
        scenario.answer('/data/purchase[2]/amount', '7');
        expect(scenario.value('/data/second')).to.equal('7');
        scenario.removeRepeat('/data/purchase[1]');
        expect(scenario.value('/data/second')).to.equal('');
      });
    }

    it('joins and compares the values of its items', () => {
      const scenario = withAmounts(
        purchases(
          {
            list: "join(' ', /data/purchase/amount)",
            most: 'max(/data/purchase/amount)',
            large: 'count(/data/purchase[amount > 1])',
          },
          '<list/><most/><large/>',
        ),
        '1',
        '3',
        '2',
      );
      expect(
        ['list', 'most', 'large'].map((name) => scenario.value(`/data/${name}`)),
      ).to.deep.equal(['1 3 2', '3', '2']);
      scenario.removeRepeat('/data/purchase[2]');
      expect(
        ['list', 'most', 'large'].map((name) => scenario.value(`/data/${name}`)),
      ).to.deep.equal(['1 2', '2', '1']);
    });

    it('leaves what is not relevant out of sums, and takes it in again', () => {
      const scenario = load({
        data: '<total/><purchase jr:template=""><paid>yes</paid><amount/></purchase>',
        binds: `<bind nodeset="/data/total" calculate="sum(/data/purchase/amount)"/>
          <bind nodeset="/data/purchase/amount" type="int" relevant="../paid = 'yes'"/>`,
        body: `<repeat nodeset="/data/purchase"><input ref="/data/purchase/paid"/>
          <input ref="/data/purchase/amount"/></repeat>`,
      });
      for (const amount of ['1', '2']) {
        scenario.addRepeat('/data/purchase');
        scenario.answer(`/data/purchase[${amount}]/amount`, amount);
      }
      scenario.answer('/data/purchase[1]/paid', 'no');
      expect(scenario.value('/data/total')).to.equal('2');
      expect(scenario.refusal('/data/purchase[1]/amount', '8')).to.equal('notRelevant');
      scenario.answer('/data/purchase[1]/paid', 'yes');
      expect(scenario.value('/data/total')).to.equal('3');
    });

    it('inside a repeat sums the items of its own item alone', () => {
      const scenario = load({
        data: '<house jr:template=""><sum/><all/><room jr:template=""><size/></room></house>',
        binds: `<bind nodeset="/data/house/sum" calculate="sum(/data/house/room/size)"/>
          <bind nodeset="/data/house/all" calculate="sum(../room/size)"/><bind nodeset="/data/house/room/size" type="int"/>`,
        body: `<repeat nodeset="/data/house"><repeat nodeset="/data/house/room">
          <input ref="/data/house/room/size"/></repeat></repeat>`,
      });
      for (const house of [1, 2]) {
        scenario.addRepeat('/data/house');
        for (const room of [1, 2]) {
          scenario.addRepeat(`/data/house[${house}]/room`);
          scenario.answer(`/data/house[${house}]/room[${room}]/size`, `${house * 10 + room}`);
        }
      }
      expect(values(scenario, '/data/house/sum')).to.deep.equal(['23', '43']);
      scenario.removeRepeat('/data/house[1]/room[1]');
      expect(values(scenario, '/data/house/all')).to.deep.equal(['12', '43']);
      scenario.removeRepeat('/data/house[1]');
      expect(values(scenario, '/data/house/sum')).to.deep.equal(['43']);
    });

    it('shows each item its own values in its labels', () => {
      const scenario = load({
        data: '<person jr:template=""><name/><age/></person>',
        body: `<repeat nodeset="/data/person"><input ref="/data/person/name"/>
          <input ref="/data/person/age"><label>How old is <output value="/data/person/name"/>, <output value="../name"/>?</label></input></repeat>`,
      });
      scenario.addRepeat('/data/person');
      scenario.addRepeat('/data/person');
      scenario.answer('/data/person[1]/name', 'Ann');
      scenario.answer('/data/person[2]/name', 'Ben');
      const labels = () =>
        scenario.form.controls[0]?.children.map((item) => item.children[1]?.label?.text);
      expect(labels()).to.deep.equal(['How old is Ann, Ann?', 'How old is Ben, Ben?']);
      scenario.removeRepeat('/data/person[1]');
      expect(labels()).to.deep.equal(['How old is Ben, Ben?']);
    });

    it('may be named by questions relatively', () => {
      const scenario = load({
        data: '<person jr:template=""><name/></person>',
        body: '<group ref="/data/person"><repeat nodeset="/data/person"><input ref="name"/></repeat></group>',
      });
      scenario.addRepeat('/data/person');
      expect(scenario.form.controls[0]?.children[0]?.children[0]?.node.ref).to.equal(
        '/data/person[1]/name',
      );
    });

    it('is not added to by a person where its group is not relevant', () => {
      const scenario = load({
        data: '<any>no</any><people><person jr:template=""><name/></person></people>',
        binds: `<bind nodeset="/data/people" relevant="/data/any = 'yes'"/>`,
        body: `<input ref="/data/any"/><group ref="/data/people"><repeat nodeset="/data/people/person">
          <input ref="/data/people/person/name"/></repeat></group>`,
      });
      expect(scenario.addRepeat('/data/people/person').refusals[0]?.reason).to.equal('notRelevant');
      scenario.answer('/data/any', 'yes');
      expect(scenario.addRepeat('/data/people/person').refusals).to.deep.equal([]);
      scenario.answer('/data/any', 'no');
      expect(scenario.form.submissionXml()).not.to.contain('person');
      scenario.answer('/data/any', 'yes');
      expect(scenario.form.submissionXml()).to.contain('<person><name/></person>');
    });

    it('is the template for all items that come, whatever happens to those before', () => {
      const scenario = load({
        data: '<person jr:template=""><name>new</name></person><person><name>first</name></person>',
        body: '<repeat nodeset="/data/person"><input ref="/data/person/name"/></repeat>',
      });
      scenario.answer('/data/person[1]/name', 'changed');
      scenario.addRepeat('/data/person');
      expect(values(scenario, '/data/person/name')).to.deep.equal(['changed', 'new']);
    });
  });

  describe(`a choice list over a repeat in a form of ${dialect}`, () => {
    const people = {
      data: '<person><id/><name/></person><letter/><head/>',
      body: `<repeat nodeset="/data/person"><input ref="/data/person/id"/><input ref="/data/person/name"/></repeat>
        <input ref="/data/letter"/><select1 ref="/data/head">
        <itemset nodeset="/data/person[starts-with(id, /data/letter)]"><value ref="id"/><label ref="name"/></itemset></select1>`,
    };
    const choices = (scenario: Scenario) =>
      scenario.form.controls.at(-1)?.choices.map(({ value, label }) => `${value}: ${label.text}`);

    it('follows the items: new ones, changed ones, and those that are gone', () => {
      const scenario = load(people);
      scenario.answer('/data/person[1]/id', 'a');
      scenario.answer('/data/person[1]/name', 'Ann');
      expect(choices(scenario)).to.deep.equal(['a: Ann']);
      scenario.addRepeat('/data/person');
      scenario.answer('/data/person[2]/id', 'b');
      scenario.answer('/data/person[2]/name', 'Ben');
      expect(choices(scenario)).to.deep.equal(['a: Ann', 'b: Ben']);
      scenario.answer('/data/person[1]/name', 'Anna');
      scenario.answer('/data/letter', 'a');
      expect(choices(scenario)).to.deep.equal(['a: Anna']);
      scenario.answer('/data/letter', '');
      scenario.removeRepeat('/data/person[1]');
      expect(choices(scenario)).to.deep.equal(['b: Ben']);
    });
  });
}
