import { expect } from 'chai';
import { Scenario } from '../support/scenario.ts';

describe('FormInstance', () => {
  describe('answers', () => {
    const typed = (type: string) =>
      Scenario.load({
        data: '<q/>',
        binds: `<bind nodeset="/data/q" type="xsd:${type}"/>`,
        body: '<input ref="/data/q"/>',
      });

    for (const [type, answer, stored] of [
      ['int', ' 12 ', '12'],
      ['int', '-007', '-7'],
      ['long', '123456789012345', '123456789012345'],
      ['decimal', '1.50', '1.5'],
      ['date', '2026-3-5', '2026-03-05'],
      ['date', '0202-05-04', '0202-05-04'],
      ['dateTime', '0202-05-04T10:00', '0202-05-04T10:00:00.000Z'],
      ['dateTime', '2026-03-05T10:00', '2026-03-05T10:00:00.000Z'],
      ['time', '07:05', '07:05:00.000'],
      ['boolean', 'true', '1'],
      ['string', '  as typed\n', '  as typed\n'],
      ['geopoint', '-1.5 36.8', '-1.5 36.8 0.0 0.0'],
    ] as const) {
      it(`stores "${answer.trim()}" in a node of type ${type} as "${stored.trim()}"`, () => {
        const scenario = typed(type);
        expect(scenario.refusal('/data/q', answer)).to.equal(undefined);
        expect(scenario.value('/data/q')).to.equal(stored);
      });
    }

    for (const [type, answer] of [
      ['int', 'twelve'],
      ['int', '2147483648'],
      ['int', '1.5'],
      ['decimal', '1,5'],
      ['date', '2026-02-30'],
      ['date', '05/03/2026'],
      ['time', '25:00'],
      ['geopoint', '91 0'],
      ['geopoint', 'here'],
    ] as const) {
      it(`refuses "${answer}" for type ${type} and keeps what was there`, () => {
        const scenario = typed(type);
        expect(scenario.refusal('/data/q', answer)).to.equal('badValue');
        expect(scenario.value('/data/q')).to.equal('');
      });
    }

    it('clears a node of any type with an empty answer', () => {
      const scenario = typed('int');
      scenario.answer('/data/q', '5');
      expect(scenario.refusal('/data/q', '')).to.equal(undefined);
      expect(scenario.value('/data/q')).to.equal('');
    });

    it('refuses an answer for a node that is not there, not relevant or readonly', () => {
      const scenario = Scenario.load({
        data: '<a/><b/><c/>',
        binds:
          '<bind nodeset="/data/a" relevant="/data/c = 1"/><bind nodeset="/data/b" readonly="true()"/>',
      });
      expect(scenario.refusal('/data/x', '1')).to.equal('noSuchNode');
      expect(scenario.refusal('/data/a', '1')).to.equal('notRelevant');
      expect(scenario.refusal('/data/b', '1')).to.equal('readonly');
    });

    it('refuses a choice that the select does not offer', () => {
      const scenario = Scenario.load({
        data: '<s/><m/>',
        body: `<select1 ref="/data/s"><item><label>A</label><value>a</value></item></select1>
          <select ref="/data/m"><item><value>a</value></item><item><value>b</value></item></select>`,
      });
      expect(scenario.refusal('/data/s', 'b')).to.equal('noSuchChoice');
      expect(scenario.refusal('/data/m', 'a c')).to.equal('noSuchChoice');
      expect(scenario.refusal('/data/m', 'b  a')).to.equal(undefined);
      expect(scenario.value('/data/m')).to.equal('b a');
    });
  });

  describe('required and constraint', () => {
    const parts = {
      data: '<age/><name/>',
      binds: `<bind nodeset="/data/age" type="xsd:int" constraint=". &gt; 9 and . &lt; 61" jr:constraintMsg="From 10 to 60"/>
        <bind nodeset="/data/name" required="/data/age &gt; 17"/>`,
      body: '<input ref="/data/age"/><input ref="/data/name"/>',
    };

    it('refuses what fails its constraint, with the text of the form', () => {
      const scenario = Scenario.load(parts);
      scenario.answer('/data/age', '20');
      const [refusal] = scenario.answer('/data/age', '70').refusals;
      expect([refusal?.reason, refusal?.message]).to.deep.equal(['constraint', 'From 10 to 60']);
      expect(scenario.value('/data/age')).to.equal('20');
    });

    it('refuses to empty a required node', () => {
      const scenario = Scenario.load(parts);
      scenario.answer('/data/name', 'Monica');
      scenario.answer('/data/age', '20');
      expect(scenario.refusal('/data/name', '')).to.equal('required');
      expect(scenario.value('/data/name')).to.equal('Monica');
    });

    it('keeps and flags both when it is told to', () => {
      const scenario = Scenario.load(parts, { invalidAnswers: 'keep' });
      expect(scenario.refusal('/data/age', '70')).to.equal(undefined);
      expect(scenario.value('/data/age')).to.equal('70');
      const invalid = scenario.form.validate().map(({ node }) => [node.ref, node.violation?.kind]);
      expect(invalid).to.deep.equal([
        ['/data/age', 'constraint'],
        ['/data/name', 'required'],
      ]);
    });

    it('tells in the order of the form what keeps it from being finished, irrelevant questions left out', () => {
      const scenario = Scenario.load({
        data: '<a/><b/><c/>',
        binds: `<bind nodeset="/data/a" required="true()"/>
          <bind nodeset="/data/b" required="true()" relevant="/data/a = 'x'"/><bind nodeset="/data/c" required="true()"/>`,
        body: '<input ref="/data/c"/><group><input ref="/data/b"/></group><input ref="/data/a"/>',
      });
      expect(scenario.form.validate().map(({ node }) => node.ref)).to.deep.equal([
        '/data/c',
        '/data/a',
      ]);
    });

    it('reports a node whose validity follows another one as changed', () => {
      const scenario = Scenario.load({
        data: '<a/><b/>',
        binds: '<bind nodeset="/data/b" type="xsd:int" constraint=". &lt; /data/a"/>',
        body: '<input ref="/data/b"/>',
      });
      expect(Scenario.changed(scenario.answer('/data/a', '3'))).to.deep.equal([
        '/data/a',
        '/data/b',
      ]);
    });
  });

  describe('relevance', () => {
    const parts = {
      data: '<yes/><group><inner>old</inner><sum/></group><count/>',
      binds: `<bind nodeset="/data/group" relevant="/data/yes = 1"/>
        <bind nodeset="/data/count" calculate="count(/data/group/inner)"/>
        <bind nodeset="/data/group/sum" calculate="concat('[', /data/group/inner, ']')"/>`,
      body: '<group ref="/data/group"><input ref="/data/group/inner"/></group>',
    };

    it('hides everything below, keeps the values and leaves them out of the submission', () => {
      const scenario = Scenario.load(parts);
      expect(scenario.node('/data/group/inner').relevant).to.equal(false);
      expect(scenario.value('/data/count')).to.equal('0');
      expect(scenario.form.submissionXml()).not.to.contain('group');
      scenario.answer('/data/yes', '1');
      expect(scenario.node('/data/group/inner').relevant).to.equal(true);
      expect(scenario.value('/data/count')).to.equal('1');
      expect(scenario.form.submissionXml()).to.contain('<inner>old</inner><sum>[old]</sum>');
    });

    it('reads as empty from elsewhere while it is hidden', () => {
      const scenario = Scenario.load({
        data: '<show>1</show><a>x</a><copy/>',
        binds: `<bind nodeset="/data/a" relevant="/data/show = 1"/>
          <bind nodeset="/data/copy" calculate="concat('(', /data/a, ')')"/>`,
      });
      expect(scenario.value('/data/copy')).to.equal('(x)');
      scenario.answer('/data/show', '0');
      expect(scenario.value('/data/copy')).to.equal('()');
      scenario.answer('/data/show', '1');
      expect(scenario.value('/data/copy')).to.equal('(x)');
    });
  });

  describe('calculates', () => {
    it('follow each other through a chain in one transaction', () => {
      const scenario = Scenario.load({
        data: '<a/><b/><c/><d/>',
        binds: `<bind nodeset="/data/d" calculate="/data/c + 1"/><bind nodeset="/data/c" calculate="/data/b + 1"/>
          <bind nodeset="/data/b" type="xsd:int" calculate="/data/a + 1"/>`,
      });
      const transaction = scenario.answer('/data/a', '1');
      expect(scenario.value('/data/d')).to.equal('4');
      expect(Scenario.changed(transaction)).to.deep.equal([
        '/data/a',
        '/data/b',
        '/data/c',
        '/data/d',
      ]);
    });

    it('stop where a result is the same as before', () => {
      const scenario = Scenario.load({
        data: '<a>5</a><big/><c/>',
        binds: `<bind nodeset="/data/big" calculate="/data/a &gt; 3"/><bind nodeset="/data/c" calculate="concat(/data/big, '!')"/>`,
      });
      expect(Scenario.changed(scenario.answer('/data/a', '6'))).to.deep.equal(['/data/a']);
    });

    it('turn no number into nothing', () => {
      const scenario = Scenario.load({
        data: '<a/><b/>',
        binds: '<bind nodeset="/data/b" type="xsd:int" calculate="/data/a + 1"/>',
      });
      expect(scenario.value('/data/b')).to.equal('');
    });

    it('name the node and the expression when they fail, and leave the rest working', () => {
      const scenario = Scenario.load({
        data: '<a/><b/><c/>',
        binds: `<bind nodeset="/data/b" calculate="instance('nowhere')/x"/><bind nodeset="/data/c" calculate="/data/a"/>`,
      });
      expect(scenario.form.problems.map(({ ref }) => ref)).to.deep.equal(['/data/b']);
      expect(scenario.form.problems[0]?.message).to.contain('nowhere');
      scenario.answer('/data/a', '1');
      expect(scenario.value('/data/c')).to.equal('1');
    });
  });

  it('keeps a computed truth value or date what it is in a node without a type', () => {
    const scenario = Scenario.load({
      data: '<a/><flag/><day/><not/><next/>',
      binds: `<bind nodeset="/data/flag" calculate="/data/a = 1"/><bind nodeset="/data/not" calculate="if(/data/flag, 'yes', 'no')"/>
        <bind nodeset="/data/day" calculate="today()"/><bind nodeset="/data/next" calculate="format-date(/data/day + 1, '%d')"/>`,
    });
    expect([scenario.value('/data/flag'), scenario.value('/data/not')]).to.deep.equal(['0', 'no']);
    expect([scenario.value('/data/day'), scenario.value('/data/next')]).to.deep.equal([
      '2026-03-15',
      '16',
    ]);
    scenario.answer('/data/a', '1');
    expect([scenario.value('/data/flag'), scenario.value('/data/not')]).to.deep.equal(['1', 'yes']);
  });

  it('keeps a computed number what it is in a node of text', () => {
    const scenario = Scenario.load({
      data: '<item>a</item><item>b</item><at/><typed/><found/><other/>',
      binds: `<bind nodeset="/data/at" calculate="1 + 1"/><bind nodeset="/data/typed" type="xsd:string" calculate="1 + 1"/>
        <bind nodeset="/data/found" calculate="/data/item[/data/at]"/><bind nodeset="/data/other" calculate="/data/item[/data/typed]"/>`,
    });
    expect([scenario.value('/data/found'), scenario.value('/data/other')]).to.deep.equal([
      'b',
      'b',
    ]);
  });

  it('tells what failed as it was opened apart from what fails later', () => {
    const scenario = Scenario.load({
      data: '<a/><b/><c/>',
      binds: `<bind nodeset="/data/a" calculate="no_such()"/><bind nodeset="/data/c" calculate="if(/data/b = '', '', no_such())"/>`,
    });
    const refs = () => scenario.form.openingProblems.map(({ ref }) => ref);
    expect(refs()).to.deep.equal(['/data/a']);
    expect(scenario.answer('/data/b', '1').problems).to.have.length(1);
    expect(refs()).to.deep.equal(['/data/a']);
  });

  it('preloads ids and times when a form is opened for the first time and before it is sent', () => {
    const parts = {
      data: '<id/><start/><end/><today/>',
      binds: `<bind nodeset="/data/id" jr:preload="uid"/><bind nodeset="/data/start" jr:preload="timestamp" jr:preloadParams="start"/>
        <bind nodeset="/data/end" jr:preload="timestamp" jr:preloadParams="end"/><bind nodeset="/data/today" type="xsd:date" jr:preload="date" jr:preloadParams="today"/>`,
    };
    const scenario = Scenario.load(parts);
    expect(
      ['id', 'start', 'end', 'today'].map((name) => scenario.value(`/data/${name}`)),
    ).to.deep.equal(['uuid:uuid-1', '2026-03-15T12:00:00.000Z', '', '2026-03-15']);
    scenario.form.revalidate();
    expect(scenario.value('/data/end')).to.equal('2026-03-15T12:00:00.000Z');
    expect(scenario.reopened().value('/data/id')).to.equal('uuid:uuid-1');
  });

  it('preloads what is known about device and user, and leaves alone what is not', () => {
    const known = new Map([
      ['property deviceid', 'd-1'],
      ['context UserName', 'Asha'],
    ]);
    const scenario = Scenario.load(
      {
        data: '<device/><phone>none</phone><name/><when/>',
        binds: `<bind nodeset="/data/device" jr:preload="property" jr:preloadParams="deviceid"/>
          <bind nodeset="/data/phone" jr:preload="property" jr:preloadParams="phonenumber"/>
          <bind nodeset="/data/name" jr:preload="context" jr:preloadParams="UserName"/>
          <bind nodeset="/data/when" jr:preload="timestamp"/>`,
      },
      { preload: (kind, parameter) => known.get(`${kind} ${parameter}`) },
    );
    const values = ['device', 'phone', 'name', 'when'].map((name) =>
      scenario.value(`/data/${name}`),
    );
    expect(values).to.deep.equal(['d-1', 'none', 'Asha', '']);
  });

  it('preloads the nodes of a new repeat instance', () => {
    const scenario = Scenario.load({
      data: '<child><id/></child>',
      binds: '<bind nodeset="/data/child/id" jr:preload="uid"/>',
      body: '<repeat nodeset="/data/child"/>',
    });
    scenario.addRepeat('/data/child');
    expect(scenario.value('/data/child[1]/id')).to.equal('uuid:uuid-1');
    expect(scenario.value('/data/child[2]/id')).to.equal('uuid:uuid-2');
  });

  describe('texts', () => {
    const parts = {
      data: '<name/><age/>',
      model: `<itext><translation lang="en"><text id="age"><value>How old is <output value="/data/name"/>?</value>
        <value form="markdown">How old is **<output value="/data/name"/>**?</value></text></translation>
        <translation lang="fr" default=""><text id="age"><value>Quel âge a <output value="/data/name"/> ?</value></text></translation></itext>`,
      body: `<input ref="/data/age"><label ref="jr:itext('age')"/><hint>In years</hint></input>`,
    };

    it('come in the default language, or in the one asked for, with their outputs', () => {
      const scenario = Scenario.load(parts);
      scenario.answer('/data/name', 'Monica');
      const [control] = scenario.form.controls;
      expect(scenario.form.language).to.equal('fr');
      expect(control?.label?.text).to.equal('Quel âge a Monica ?');
      scenario.form.transact([{ kind: 'setLanguage', language: 'en' }], { source: 'user' });
      expect(control?.label?.text).to.equal('How old is Monica?');
      expect(control?.label?.markdown).to.equal('How old is **Monica**?');
      expect(control?.hint?.text).to.equal('In years');
    });

    it('tell the observers of their node when an output changes', () => {
      const scenario = Scenario.load(parts);
      let calls = 0;
      const stop = scenario.form.observe(scenario.node('/data/age'), () => (calls += 1));
      scenario.answer('/data/name', 'Amina');
      expect(calls).to.equal(1);
      stop();
      scenario.answer('/data/name', 'Monica');
      expect(calls).to.equal(1);
    });
  });

  describe('choices from an instance', () => {
    it('follow the answers that their nodeset reads', () => {
      const scenario = Scenario.load(
        {
          data: '<district/><village/>',
          model: '<instance id="villages" src="jr://fixture/item-list:village"/>',
          body: `<input ref="/data/district"/><select1 ref="/data/village">
            <itemset nodeset="instance('villages')/list/village[district = /data/district]"><value ref="id"/><label ref="name"/></itemset></select1>`,
        },
        {
          instances: {
            'jr://fixture/item-list:village': `<list><village><id>1</id><name>Bondo</name><district>x</district></village>
              <village><id>2</id><name>Siaya</name><district>y</district></village></list>`,
          },
        },
      );
      const village = scenario.form.controls[1];
      expect(village?.choices).to.deep.equal([]);
      scenario.answer('/data/district', 'y');
      expect(village?.choices.map(({ value, label }) => [value, label.text])).to.deep.equal([
        ['2', 'Siaya'],
      ]);
      expect(scenario.refusal('/data/village', '1')).to.equal('noSuchChoice');
    });
  });

  it('opens without a lookup table that the user was not sent, and says so', () => {
    const parts = {
      data: '<village/>',
      model: `<instance id="villages" src="jr://fixture/item-list:village"/>
        <instance id="spare" src="jr://fixture/item-list:spare"><list/></instance>`,
      body: '<input ref="/data/village"/>',
    };
    const { openingProblems } = Scenario.load(parts).form;
    expect(openingProblems.map(({ ref, kind }) => [ref, kind])).to.deep.equal([
      ['villages', 'instance'],
    ]);
    expect(openingProblems[0]?.message).to.contain('jr://fixture/item-list:village');
  });

  describe('actions', () => {
    const parts = {
      data: '<start/><end/><case case_id=""/>',
      model: `<setvalue event="xforms-ready" ref="/data/start" value="now()"/>
        <setvalue event="xforms-ready" ref="/data/case/@case_id" value="uuid()"/>
        <setvalue event="xforms-revalidate" ref="/data/end" value="now()"/>`,
      binds:
        '<bind nodeset="/data/start" type="xsd:dateTime"/><bind nodeset="/data/end" type="xsd:dateTime"/>',
    };

    it('run when a form is opened for the first time, and before it is sent', () => {
      const scenario = Scenario.load(parts);
      expect(scenario.value('/data/start')).to.equal('2026-03-15T12:00:00.000Z');
      expect(scenario.value('/data/case/@case_id')).to.equal('uuid-1');
      expect(scenario.value('/data/end')).to.equal('');
      scenario.form.revalidate();
      expect(scenario.value('/data/end')).to.equal('2026-03-15T12:00:00.000Z');
    });

    it('do not run again when a draft is opened', () => {
      const reopened = Scenario.load(parts).reopened();
      expect(reopened.value('/data/case/@case_id')).to.equal('uuid-1');
    });
  });

  describe('repeats', () => {
    const parts = {
      data: '<child jr:template=""><name/><age/><next/></child><total/><count/>',
      binds: `<bind nodeset="/data/child/age" type="xsd:int"/><bind nodeset="/data/child/next" calculate="/data/child/age + 1"/>
        <bind nodeset="/data/total" calculate="sum(/data/child/age)"/><bind nodeset="/data/count" calculate="count(/data/child)"/>`,
      body: `<group ref="/data/child"><label>Children</label><repeat nodeset="/data/child"><input ref="/data/child/age"/></repeat></group>`,
    };

    it('begin empty when there is only a template', () => {
      const scenario = Scenario.load(parts);
      expect(scenario.form.node('/data/child[1]')).to.equal(undefined);
      expect(scenario.value('/data/count')).to.equal('0');
    });

    it('keep what is computed inside an item to that item, and sums over all', () => {
      const scenario = Scenario.load(parts);
      scenario.addRepeat('/data/child');
      scenario.addRepeat('/data/child');
      scenario.answer('/data/child[1]/age', '3');
      scenario.answer('/data/child[2]/age', '7');
      expect(scenario.value('/data/child[1]/next')).to.equal('4');
      expect(scenario.value('/data/child[2]/next')).to.equal('8');
      expect(scenario.value('/data/total')).to.equal('10');
      scenario.removeRepeat('/data/child[1]');
      expect(scenario.value('/data/child[1]/next')).to.equal('8');
      expect([scenario.value('/data/total'), scenario.value('/data/count')]).to.deep.equal([
        '7',
        '1',
      ]);
    });

    it('come as one control whose items keep their identity', () => {
      const scenario = Scenario.load(parts);
      scenario.addRepeat('/data/child');
      scenario.addRepeat('/data/child', 0);
      const [repeat] = scenario.form.controls;
      expect([repeat?.kind, repeat?.label?.text]).to.deep.equal(['repeat', 'Children']);
      const second = repeat?.children[1];
      scenario.removeRepeat('/data/child[1]');
      expect(repeat?.children[0]).to.equal(second);
      expect(second?.children[0]?.node.ref).to.equal('/data/child[1]/age');
    });

    it('number themselves by jr:count', () => {
      const scenario = Scenario.load({
        data: '<n>2</n><visit jr:template=""><day/></visit><count/>',
        binds: '<bind nodeset="/data/count" calculate="count(/data/visit)"/>',
        body: '<repeat nodeset="/data/visit" jr:count="/data/n"><input ref="/data/visit/day"/></repeat>',
      });
      expect(scenario.value('/data/count')).to.equal('2');
      scenario.answer('/data/n', '4');
      expect(scenario.value('/data/count')).to.equal('4');
      expect(scenario.form.controls[0]?.canAdd).to.equal(false);
      scenario.answer('/data/n', '1');
      expect(scenario.value('/data/count'), 'nothing that was filled in is thrown away').to.equal(
        '4',
      );
    });
  });

  it('is the same after it was saved and opened again', () => {
    const scenario = Scenario.load({
      data: '<a/><hidden>kept</hidden><child jr:template=""><n/></child>',
      binds: '<bind nodeset="/data/hidden" relevant="/data/a = 1"/>',
      body: '<repeat nodeset="/data/child"><input ref="/data/child/n"/></repeat>',
    });
    scenario.addRepeat('/data/child');
    scenario.answer('/data/child[1]/n', '<&>');
    const reopened = scenario.reopened();
    expect(reopened.form.draftXml()).to.equal(scenario.form.draftXml());
    expect(reopened.value('/data/hidden')).to.equal('kept');
  });
});
