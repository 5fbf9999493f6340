import { expect } from 'chai';
import { Scenario } from '../support/scenario.ts';

const odk = { dialect: 'odk' } as const;

describe('an answer over a calculate', () => {
  const parts = {
    data: '<a>1</a><unrelated/><half/><total/>',
    binds: `<bind nodeset="/data/half" calculate="int(/data/a div 2)"/><bind nodeset="/data/total" calculate="/data/half * 10"/>`,
    body: '<input ref="/data/a"/><input ref="/data/unrelated"/><input ref="/data/total"/>',
  };

  it('stays until something is answered that it follows from, even where nothing changes on the way', () => {
    const scenario = Scenario.load(parts);
    scenario.answer('/data/total', '7');
    scenario.answer('/data/unrelated', 'x');
    expect(scenario.value('/data/total')).to.equal('7');
    scenario.answer('/data/a', '0');
    expect(scenario.value('/data/half')).to.equal('0');
    expect(scenario.value('/data/total')).to.equal('0');
    scenario.answer('/data/total', '7');
    scenario.answer('/data/a', '0');
    expect(scenario.value('/data/total'), 'the same answer again').to.equal('0');
  });

  it('goes in ODK when the form is finished, and stays in CommCare', () => {
    const values = [odk, {}].map((options) => {
      const scenario = Scenario.load(parts, options);
      scenario.answer('/data/total', '7');
      scenario.form.revalidate();
      return scenario.value('/data/total');
    });
    expect(values).to.deep.equal(['0', '7']);
  });

  it('stays in ODK behind a question that keeps the form from being finished', () => {
    const binds = `${parts.binds}<bind nodeset="/data/first" required="true()"/>`;
    const scenario = Scenario.load(
      { data: `<first/>${parts.data}`, binds, body: `<input ref="/data/first"/>${parts.body}` },
      odk,
    );
    scenario.answer('/data/total', '7');
    scenario.form.revalidate();
    expect(scenario.value('/data/total')).to.equal('7');
  });

  describe('in a repeat', () => {
    const repeat = {
      data: '<item><x/><place/><text/></item><item><x/><place/><text/></item>',
      binds: `<bind nodeset="/data/item/place" calculate="position(..)"/><bind nodeset="/data/item/text" calculate="concat(../place, ../x)"/>`,
      body: '<repeat nodeset="/data/item"><input ref="/data/item/x"/><input ref="/data/item/text"/></repeat>',
    };

    it('stays when another item is answered', () => {
      const scenario = Scenario.load(repeat, odk);
      scenario.answer('/data/item[1]/text', 'mine');
      scenario.answer('/data/item[2]/x', 'b');
      expect(scenario.value('/data/item[1]/text')).to.equal('mine');
      scenario.answer('/data/item[1]/x', 'a');
      expect(scenario.value('/data/item[1]/text')).to.equal('1a');
    });

    it('goes in ODK where it follows from its position, when an item comes', () => {
      const scenario = Scenario.load(repeat, odk);
      scenario.answer('/data/item[1]/text', 'mine');
      scenario.addRepeat('/data/item');
      expect(scenario.value('/data/item[1]/text')).to.equal('1');
    });
  });
});
