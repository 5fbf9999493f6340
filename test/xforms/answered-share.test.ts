import { expect } from 'chai';
import { answeredShare } from '../../src/xforms/answered-share.ts';
import { Scenario } from '../support/scenario.ts';

describe('the share of answered questions', () => {
  it('counts what is asked now, and neither notes nor what is read-only', () => {
    const scenario = Scenario.load({
      data: '<name/><sick/><fever/><note/><id>7</id>',
      binds: `<bind nodeset="/data/fever" relevant="/data/sick = 'yes'"/><bind nodeset="/data/id" readonly="true()"/>`,
      body: `<input ref="/data/name"><label>Name</label></input><input ref="/data/sick"><label>Sick</label></input>
        <group><label>Fever</label><input ref="/data/fever"><label>Fever</label></input></group>
        <trigger ref="/data/note" appearance="minimal"><label>A note</label></trigger>
        <input ref="/data/id"><label>Number</label></input>`,
    });
    expect(answeredShare(scenario.form)).to.equal(0);
    scenario.answer('/data/name', 'Amina');
    expect(answeredShare(scenario.form)).to.equal(1 / 2);
    scenario.answer('/data/sick', 'yes');
    expect(answeredShare(scenario.form)).to.equal(2 / 3);
  });

  it('is whole where nothing is asked', () => {
    expect(answeredShare(Scenario.load({ data: '<a/>' }).form)).to.equal(1);
  });
});
