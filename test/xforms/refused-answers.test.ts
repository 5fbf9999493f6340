import { expect } from 'chai';
import { Scenario } from '../support/scenario.ts';

/** A child, if there is one, may be at most as old as is allowed; it has to have a name. */
const family = {
  data: '<limit>10</limit><has>yes</has><child><name>Asha</name><age/></child><visit jr:template=""><day/></visit>',
  binds: `<bind nodeset="/data/child" relevant="/data/has = 'yes'" readonly="/data/has = 'seen'"/>
    <bind nodeset="/data/child/name" required="true()"/>
    <bind nodeset="/data/child/age" type="int" constraint=". &lt;= /data/limit"/>
    <bind nodeset="/data/visit/day" type="date"/>`,
  body: `<input ref="/data/limit"/><input ref="/data/has"/><input ref="/data/child/name"/><input ref="/data/child/age"/>
    <repeat nodeset="/data/visit"><input ref="/data/visit/day"/></repeat>`,
};

function open(invalidAnswers: 'refuse' | 'keep' = 'refuse'): Scenario {
  return Scenario.load(family, { invalidAnswers });
}

function toCheck({ form }: Scenario): string[] {
  return form.toCheck().map(({ node }) => node.ref);
}

function values({ form }: Scenario): Record<string, string> {
  return Object.fromEntries(form.refusedAnswers.map(({ edit }) => [edit.ref, edit.value]));
}

describe('an answer that was not taken', () => {
  for (const [what, ref, value] of [
    ['empties a required question', '/data/child/name', ''],
    ['fails its constraint', '/data/child/age', '12'],
    ['is none of its type', '/data/child/age', 'four'],
  ] as const) {
    it(`is to be checked before the form is sent, when it ${what}`, () => {
      const scenario = open();
      scenario.answer(ref, value);
      expect(scenario.form.validate()).to.be.empty;
      expect(toCheck(scenario)).to.deep.equal([ref]);
      expect(values(scenario)).to.deep.equal({ [ref]: value });
      scenario.answer(ref, '7');
      expect([toCheck(scenario), values(scenario)]).to.deep.equal([[], {}]);
    });
  }

  it('counts where the form keeps invalid answers too: what is none of its type cannot be kept', () => {
    const scenario = open('keep');
    scenario.answer('/data/child/age', 'four');
    scenario.answer('/data/child/name', '');
    expect(toCheck(scenario)).to.deep.equal(['/data/child/name', '/data/child/age']);
    expect(values(scenario)).to.deep.equal({ '/data/child/age': 'four' });
  });

  it('counts as long as its question is asked', () => {
    const scenario = open();
    scenario.answer('/data/child/age', '12');
    for (const has of ['no', 'seen']) {
      scenario.answer('/data/has', has);
      expect(toCheck(scenario)).to.deep.equal([]);
    }
    scenario.answer('/data/has', 'yes');
    expect(values(scenario)).to.deep.equal({ '/data/child/age': '12' });
  });

  it('is nothing where there was nobody to ask, or where an empty question was emptied', () => {
    const scenario = open();
    scenario.answer('/data/has', 'no');
    scenario.answer('/data/child/age', '12');
    scenario.answer('/data/nowhere', '12');
    scenario.answer('/data/has', 'yes');
    expect(values(scenario)).to.deep.equal({});
    const empty = Scenario.load({
      ...{ data: '<name/>', binds: '<bind nodeset="/data/name" required="true()"/>' },
      body: '<input ref="/data/name"/>',
    });
    empty.answer('/data/name', '');
    expect([toCheck(empty), values(empty)]).to.deep.equal([['/data/name'], {}]);
  });

  it('goes with its item, and moves with it', () => {
    const scenario = open();
    scenario.addRepeat('/data/visit');
    scenario.addRepeat('/data/visit');
    scenario.answer('/data/visit[2]/day', 'soon');
    scenario.removeRepeat('/data/visit[1]');
    expect(values(scenario)).to.deep.equal({ '/data/visit[1]/day': 'soon' });
    scenario.removeRepeat('/data/visit[1]');
    expect(values(scenario)).to.deep.equal({});
  });

  it('is taken at the next try when what it depends on has changed', () => {
    const scenario = open();
    expect(scenario.form.retryRefused()).to.be.undefined;
    scenario.answer('/data/child/age', '12');
    expect(scenario.form.retryRefused()?.refusals).to.have.length(1);
    scenario.answer('/data/limit', '20');
    expect(scenario.form.retryRefused()?.refusals).to.be.empty;
    expect(scenario.value('/data/child/age')).to.equal('12');
    expect(values(scenario)).to.deep.equal({});
  });

  it('is kept in the draft beside the answer that it did not replace, and is no part of what is sent', () => {
    const scenario = open();
    scenario.addRepeat('/data/visit');
    scenario.answer('/data/visit[1]/day', '<soon> "& so"');
    scenario.answer('/data/child/name', '');
    scenario.answer('/data/child/age', '12');
    scenario.answer('/data/has', 'no');
    const again = scenario.reopened();
    expect(again.form.draftXml()).to.equal(scenario.form.draftXml());
    again.answer('/data/has', 'yes');
    expect(values(again)).to.deep.equal({
      '/data/visit[1]/day': '<soon> "& so"',
      '/data/child/name': '',
      '/data/child/age': '12',
    });
    expect(again.value('/data/child/name')).to.equal('Asha');
    expect(again.form.problems).to.be.empty;
    expect(again.form.submissionXml()).to.not.contain('soon');
  });

  for (const saved of [
    '[',
    '{}',
    '[null,{"ref":"/data/child/age"}]',
    '[{"ref":"/data/gone","value":"1","reason":"badValue","message":""}]',
  ]) {
    // prettier-ignore
    it(`is left out of a draft that says ${saved}`, () => {
      const attribute = `d:refused='${saved}' xmlns:d="urn:caseload:draft"`;
      const again = open().reopened(
        open().form.draftXml().replace('<data ', `<data ${attribute} `),
      );
      expect([values(again), again.form.problems]).to.deep.equal([{}, []]);
    });
  }
});
