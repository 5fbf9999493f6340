import { expect } from 'chai';
import { Scenario } from '../support/scenario.ts';

for (const dialect of ['commcare', 'odk'] as const) {
  const load = (parts: Parameters<typeof Scenario.load>[0]) => Scenario.load(parts, { dialect });

  describe(`relevance in a form of ${dialect}`, () => {
    const nested = {
      data: '<outer>yes</outer><inner>yes</inner><g><h><name>Ann</name></h></g><copy/><count/>',
      binds: `<bind nodeset="/data/g" relevant="/data/outer = 'yes'"/><bind nodeset="/data/g/h" relevant="/data/inner = 'yes'"/>
        <bind nodeset="/data/copy" calculate="concat('[', /data/g/h/name, ']')"/>
        <bind nodeset="/data/count" calculate="count(/data/g/h/name)"/>`,
      body: `<input ref="/data/outer"/><input ref="/data/inner"/><group ref="/data/g"><group ref="/data/g/h">
        <input ref="/data/g/h/name"/></group></group>`,
    };

    it('is inherited through all groups, and none of them gives what another takes', () => {
      const scenario = load(nested);
      const relevant = () => scenario.node('/data/g/h/name').relevant;
      expect(relevant()).to.be.true;
      scenario.answer('/data/inner', 'no');
      scenario.answer('/data/outer', 'no');
      expect(relevant()).to.be.false;
      scenario.answer('/data/outer', 'yes');
      expect(relevant()).to.be.false;
      scenario.answer('/data/inner', 'yes');
      expect(relevant()).to.be.true;
    });

    it('makes a node empty for expressions, which find its value again later', () => {
      const scenario = load(nested);
      expect(scenario.value('/data/copy')).to.equal('[Ann]');
      scenario.answer('/data/outer', 'no');
      expect(scenario.value('/data/copy')).to.equal('[]');
      expect(scenario.value('/data/count')).to.equal('0');
      scenario.answer('/data/outer', 'yes');
      expect([scenario.value('/data/copy'), scenario.value('/data/count')]).to.deep.equal([
        '[Ann]',
        '1',
      ]);
    });

    it('goes on from node to node, as one is asked for by the value of another', () => {
      const scenario = load({
        data: '<a>1</a><b>1</b><c>1</c><d/>',
        binds: `<bind nodeset="/data/b" relevant="/data/a = 1"/><bind nodeset="/data/c" relevant="/data/b = 1"/>
          <bind nodeset="/data/d" relevant="/data/c = 1"/>`,
        body: '<input ref="/data/a"/>',
      });
      expect(scenario.node('/data/d').relevant).to.be.true;
      const changed = Scenario.changed(scenario.answer('/data/a', '2'));
      expect(changed).to.include.members(['/data/a', '/data/b', '/data/c', '/data/d']);
      expect(scenario.node('/data/d').relevant).to.be.false;
      scenario.answer('/data/a', '1');
      expect(scenario.node('/data/d').relevant).to.be.true;
    });

    it('keeps a node out of what is asked for and judged', () => {
      const scenario = load({
        data: '<a>1</a><b/>',
        binds: '<bind nodeset="/data/b" required="true()" relevant="/data/a = 2"/>',
        body: '<input ref="/data/a"/><input ref="/data/b"/>',
      });
      expect(scenario.form.validate()).to.deep.equal([]);
      scenario.answer('/data/a', '2');
      expect(scenario.form.validate().map(({ node }) => node.ref)).to.deep.equal(['/data/b']);
    });

    it('is computed for a calculate as well, which is empty for others while it is not relevant', () => {
      const scenario = load({
        data: '<a>1</a><b/><c/>',
        binds: `<bind nodeset="/data/b" calculate="/data/a + 1" relevant="/data/a != 5"/>
          <bind nodeset="/data/c" calculate="coalesce(/data/b, 'nothing')"/>`,
        body: '<input ref="/data/a"/>',
      });
      expect(scenario.value('/data/c')).to.equal('2');
      scenario.answer('/data/a', '5');
      expect(scenario.value('/data/c')).to.equal('nothing');
      expect(scenario.form.submissionXml()).not.to.contain('<b>');
      scenario.answer('/data/a', '7');
      expect(scenario.value('/data/c')).to.equal('8');
    });
  });

  describe(`readonly, required and constraint in a form of ${dialect}`, () => {
    it('are followed when what they read changes', () => {
      const scenario = load({
        data: '<most>10</most><value/><locked/>',
        binds: `<bind nodeset="/data/most" type="int"/><bind nodeset="/data/locked" type="string"/>
          <bind nodeset="/data/value" type="int" constraint=". &lt; /data/most" required="/data/most > 5" readonly="/data/locked = 'yes'"/>`,
        body: '<input ref="/data/most"/><input ref="/data/value"/><input ref="/data/locked"/>',
      });
      expect(scenario.node('/data/value').required).to.be.true;
      expect(scenario.refusal('/data/value', '12')).to.equal('constraint');
      scenario.answer('/data/value', '8');
      scenario.answer('/data/most', '7');
      expect(scenario.form.validate().map(({ node }) => node.violation?.kind)).to.deep.equal([
        'constraint',
      ]);
      scenario.answer('/data/most', '20');
      expect(scenario.form.validate()).to.deep.equal([]);
      scenario.answer('/data/locked', 'yes');
      expect(scenario.refusal('/data/value', '9')).to.equal('readonly');
      scenario.answer('/data/locked', '');
      expect(scenario.refusal('/data/value', '9')).to.equal(undefined);
    });

    it('of a group make all in it readonly', () => {
      const scenario = load({
        data: '<locked/><g><a/><h><b/></h></g>',
        binds: `<bind nodeset="/data/g" readonly="/data/locked = 'yes'"/>`,
        body: '<input ref="/data/locked"/><group ref="/data/g"><input ref="/data/g/a"/><input ref="/data/g/h/b"/></group>',
      });
      const changed = Scenario.changed(scenario.answer('/data/locked', 'yes'));
      expect(changed).to.include.members(['/data/g/a', '/data/g/h/b']);
      expect(scenario.refusal('/data/g/h/b', 'x')).to.equal('readonly');
    });

    it('are not asked about a value that is empty, but for whether it must be there', () => {
      const scenario = load({
        data: '<a>1</a><b/>',
        binds:
          '<bind nodeset="/data/a" constraint="false()"/><bind nodeset="/data/b" constraint="false()"/>',
        body: '<input ref="/data/a"/><input ref="/data/b"/>',
      });
      expect(scenario.form.validate().map(({ node }) => node.ref)).to.deep.equal(['/data/a']);
      expect(scenario.refusal('/data/a', '')).to.equal(undefined);
    });

    it('hold for each item of a repeat by its own values', () => {
      const scenario = load({
        data: '<r jr:template=""><low/><high/></r>',
        binds: `<bind nodeset="/data/r/low" type="int"/>
          <bind nodeset="/data/r/high" type="int" constraint=". > ../low" required="../low > 3"/>`,
        body: '<repeat nodeset="/data/r"><input ref="/data/r/low"/><input ref="/data/r/high"/></repeat>',
      });
      scenario.addRepeat('/data/r');
      scenario.addRepeat('/data/r');
      scenario.answer('/data/r[1]/low', '2');
      scenario.answer('/data/r[2]/low', '5');
      expect(scenario.refusal('/data/r[2]/high', '3')).to.equal('constraint');
      expect(scenario.refusal('/data/r[1]/high', '3')).to.equal(undefined);
      expect(scenario.form.validate().map(({ node }) => node.ref)).to.deep.equal([
        '/data/r[2]/high',
      ]);
    });
  });
}
