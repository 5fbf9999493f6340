import { expect } from 'chai';
import { Scenario } from '../support/scenario.ts';

describe('the value of a node in an expression', () => {
  it('is empty for a group, whatever is in it', () => {
    const scenario = Scenario.load({
      data: '<person><name>Ada</name></person><who/>',
      binds: '<bind nodeset="/data/who" calculate="concat(\'[\', /data/person, \']\')"/>',
    });
    expect(scenario.form.node('/data/who')?.lexical).to.equal('[]');
  });
});

describe('version()', () => {
  it('is the version of the form', () => {
    const scenario = Scenario.load(
      {
        data: '<is/>',
        binds: '<bind nodeset="/data/is" calculate="version()"/>',
        version: '2026031501',
      },
      { dialect: 'odk' },
    );
    expect(scenario.form.node('/data/is')?.lexical).to.equal('2026031501');
  });
});
