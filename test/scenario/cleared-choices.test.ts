import { expect } from 'chai';
import { Scenario } from '../support/scenario.ts';

const odk = { dialect: 'odk' } as const;

describe('a choice that is offered no more', () => {
  const parts = {
    data: '<asked>1</asked><person><name>ann</name></person><pick/><said/>',
    binds: `<bind nodeset="/data/pick" relevant="/data/asked = 1"/><bind nodeset="/data/said" calculate="concat(/data/pick, '!')"/>`,
    body: `<select1 ref="/data/pick"><itemset nodeset="/data/person"><value ref="name"/><label ref="name"/></itemset></select1>
      <repeat nodeset="/data/person"><input ref="/data/person/name"/></repeat>`,
  };

  it('is taken away when the item that it named says something else', () => {
    const scenario = Scenario.load(parts, odk);
    scenario.answer('/data/pick', 'ann');
    scenario.answer('/data/person[1]/name', 'bob');
    expect(scenario.value('/data/said')).to.equal('!');
    expect(scenario.form.controls[0]?.choices.map(({ value }) => value)).to.deep.equal(['bob']);
  });

  it('is taken away when its question comes back, if it was lost in the meantime', () => {
    const scenario = Scenario.load(parts, odk);
    scenario.answer('/data/pick', 'ann');
    scenario.answer('/data/asked', '0');
    scenario.answer('/data/person[1]/name', 'bob');
    expect(scenario.value('/data/pick'), 'what is not relevant keeps its value').to.equal('ann');
    scenario.answer('/data/asked', '1');
    expect([scenario.value('/data/pick'), scenario.value('/data/said')]).to.deep.equal(['', '!']);
  });
});
