import { expect } from 'chai';
import type { SessionChange } from '../../../src/xforms/session/form-session.ts';
import { XPathParseError } from '../../../src/xpath/xpath-error.ts';
import { aForm, aSession, begin } from '../../support/a-session.ts';

const family = {
  data: `<name/><sick/><signs/><advice/><child jr:template=""><name/><age/></child><child><name>Zawadi</name><age/></child>
    <orx:meta><orx:instanceID/></orx:meta>`,
  binds: `<bind nodeset="/data/name" required="true()" jr:requiredMsg="Who is it?"/>
    <bind nodeset="/data/signs" relevant="/data/sick = 'yes'"/>
    <bind nodeset="/data/advice" calculate="if(selected(/data/signs, 'fever'), 'clinic', 'home')"/>
    <bind nodeset="/data/child/age" type="int" constraint=". &lt; 18" jr:constraintMsg="A child is under 18"/>
    <bind nodeset="/data/meta/instanceID" jr:preload="uid"/>`,
  model: `<itext><translation lang="en"><text id="name"><value>Name</value></text></translation>
    <translation lang="sw"><text id="name"><value>Jina</value></text></translation></itext>`,
  body: `<input ref="/data/name"><label ref="jr:itext('name')"/></input>
    <select1 ref="/data/sick"><item><value>yes</value></item><item><value>no</value></item></select1>
    <select ref="/data/signs"><item><value>fever</value></item><item><value>cough</value></item></select>
    <repeat nodeset="/data/child"><input ref="/data/child/name"/><input ref="/data/child/age"/></repeat>`,
};

describe('FormSession', () => {
  it('takes answers, and what follows from them shows on the nodes', () => {
    const session = aSession(family);
    const signs = session.node('/data/signs');
    expect(signs?.relevant).to.be.false;
    expect(session.setValue('/data/sick', 'yes')).to.equal(undefined);
    expect(signs?.relevant).to.be.true;
    session.setValue('/data/signs', ['cough', 'fever']);
    expect(signs?.value).to.equal('cough fever');
    expect(session.node('/data/advice')?.value).to.equal('clinic');
  });

  it('gives back why an answer is not taken, and keeps the old one', () => {
    const session = aSession(family);
    session.setValue('/data/child[1]/age', 3);
    const refused = session.setValue('/data/child[1]/age', 40);
    expect(refused).to.include({ reason: 'constraint', message: 'A child is under 18' });
    expect(session.setValue('/data/sick', 'perhaps')?.reason).to.equal('noSuchChoice');
    expect(session.setValue('/data/signs', 'fever')?.reason).to.equal('notRelevant');
    expect(session.node('/data/child[1]/age')?.value).to.equal('3');
  });

  it('stores and flags what is not allowed where it is told to', () => {
    const session = aSession(family, { invalidAnswers: 'keep' });
    expect(session.setValue('/data/child[1]/age', 40)).to.equal(undefined);
    const invalid = session
      .validate()
      .map(({ ref, violation: wrong }) => [ref, wrong?.kind, wrong?.message]);
    expect(invalid).to.deep.equal([
      ['/data/name', 'required', 'Who is it?'],
      ['/data/child[1]/age', 'constraint', 'A child is under 18'],
    ]);
  });

  it('clears a question with null', () => {
    const session = aSession(family);
    session.setValue('/data/sick', 'no');
    session.setValue('/data/sick', null);
    expect(session.node('/data/sick')?.value).to.equal('');
  });

  it('adds items to a repeat at the end or in between, and takes them out', () => {
    const session = aSession(family);
    session.addRepeat('/data/child');
    session.setValue('/data/child[2]/name', 'Neema');
    session.addRepeat('/data/child', 1);
    const names = () =>
      session.node('/data/child')?.children.map((item) => item.children[0]?.value);
    expect(names()).to.deep.equal(['Zawadi', '', 'Neema']);
    session.removeRepeat('/data/child', 0);
    expect(names()).to.deep.equal(['', 'Neema']);
  });

  it('refuses to add to a repeat whose number is computed, and to take from it', () => {
    const session = aSession({
      data: '<visit jr:template=""><day/></visit>',
      body: '<repeat nodeset="/data/visit" jr:count="2"><input ref="/data/visit/day"/></repeat>',
    });
    expect(session.node('/data/visit')?.children).to.have.length(2);
    expect(session.addRepeat('/data/visit')?.reason).to.equal('readonly');
    expect(session.removeRepeat('/data/visit', 0)?.reason).to.equal('readonly');
    expect(session.node('/data/visit')?.children).to.have.length(2);
  });

  it('speaks the languages of the form', () => {
    const session = aSession(family, { language: 'sw' });
    const name = session.node('/data/name');
    expect(session.languages).to.deep.equal(['en', 'sw']);
    expect([session.language, name?.label?.text]).to.deep.equal(['sw', 'Jina']);
    session.language = 'en';
    expect([session.language, name?.label?.text]).to.deep.equal(['en', 'Name']);
    expect(() => (session.language = 'fr')).to.throw(RangeError, 'it has en, sw');
  });

  it('says what has changed, and stops when it is told to', () => {
    const session = aSession(family);
    const changes: SessionChange[] = [];
    const stop = session.onChange((change) => changes.push(change));
    session.setValue('/data/sick', 'yes');
    session.setValue('/data/sick', 'yes');
    session.node('/data/child');
    session.addRepeat('/data/child');
    session.language = 'sw';
    stop();
    session.setValue('/data/sick', 'no');
    const seen = changes.map(({ nodes }) => [...nodes].map(({ ref }) => ref));
    expect(changes).to.have.length(3);
    expect(seen[0]).to.include.members(['/data/sick', '/data/signs']);
    expect(seen[1]).to.include.members(['/data/child', '/data/child[2]/age']);
    expect(changes.map(({ language }) => language)).to.deep.equal([false, false, true]);
    expect(changes[0]?.nodes.has(session.node('/data/signs') as never)).to.be.true;
  });

  it('evaluates expressions on any of its nodes', () => {
    const session = aSession(family);
    expect(session.evaluate('count(/data/child)')).to.equal(1);
    expect(session.evaluate("/data/name = ''")).to.equal(true);
    expect(session.evaluate('concat(name, "!")', '/data/child[1]')).to.equal('Zawadi!');
    expect(session.evaluate('../name', session.node('/data/child[1]/age'))).to.deep.equal([
      session.node('/data/child[1]/name'),
    ]);
    expect(session.evaluate('today()')).to.equal('2026-03-15');
    expect(() => session.evaluate('1 +')).to.throw(XPathParseError);
  });

  it('evaluates over secondary instances', () => {
    const model = `<instance id="towns"><root><town><name>Moshi</name></town><town><name>Arusha</name></town></root></instance>`;
    const found = aSession({ data: '<a/>', model }).evaluate("instance('towns')/root/town/name");
    expect(found).to.deep.equal([
      { name: 'name', value: 'Moshi' },
      { name: 'name', value: 'Arusha' },
    ]);
  });

  it('tells a programmer what a reference should have been', () => {
    const session = aSession(family);
    expect(() => session.setValue('/data/nobody', 'x')).to.throw(
      RangeError,
      'No node at /data/nobody: write an absolute reference, /data/…',
    );
    expect(() => session.setValue('/data/child', 'x')).to.throw(RangeError, 'it is a repeat');
    expect(() => session.addRepeat('/data/name')).to.throw(
      RangeError,
      'is no repeat but a question',
    );
    expect(() => session.removeRepeat('/data/child', 7)).to.throw(RangeError, 'No item 7');
  });

  it('begins one after the other without knowing of each other', () => {
    const form = aForm(family);
    const [first, second] = [begin(form), begin(form)];
    first.setValue('/data/name', 'Asha');
    expect(second.node('/data/name')?.value).to.equal('');
  });

  it('has time, chance and what is known about the user from the outside', () => {
    const parts = {
      data: '<device/><when/>',
      binds: `<bind nodeset="/data/device" jr:preload="property" jr:preloadParams="deviceid"/>
        <bind nodeset="/data/when" calculate="now()"/>`,
    };
    const session = aForm(parts).createSession({
      preload: { property: { deviceID: 'd-1' } },
      environment: { now: () => Date.UTC(2030, 0, 1), timeZone: 'UTC' },
    });
    expect(session.node('/data/device')?.value).to.equal('d-1');
    expect(session.node('/data/when')?.value).to.match(/^2030-01-01/);
  });

  it('knows the instance that was sent last', () => {
    const form = aForm({
      data: '<town/>',
      model: `<instance id="last" src="jr://instance/last-saved"/>
        <setvalue event="odk-instance-first-load" ref="/data/town" value="instance('last')/data/town"/>`,
    });
    const first = begin(form);
    expect(first.node('/data/town')?.value).to.equal('');
    first.setValue('/data/town', 'Moshi');
    const second = begin(form, { lastSaved: first.submission.xml });
    expect(second.node('/data/town')?.value).to.equal('Moshi');
  });

  describe('that goes on with a saved instance', () => {
    it('restores a draft to the letter', () => {
      const form = aForm(family);
      const session = begin(form);
      session.setValue('/data/sick', 'yes');
      session.setValue('/data/signs', 'fever');
      session.setValue('/data/sick', 'no');
      session.addRepeat('/data/child');
      const restored = begin(form, { mode: 'restore', instanceXml: session.serialize() });
      expect(restored.serialize()).to.equal(session.serialize());
      expect(restored.submission.instanceId).to.equal(session.submission.instanceId);
    });

    it('edits a submission under an id of its own', () => {
      const form = aForm(family);
      const session = begin(form);
      const edit = form.createSession({ mode: 'edit', instanceXml: session.submission.xml });
      expect(edit.node('/data/orx:meta/orx:deprecatedID')?.value).to.equal(
        session.submission.instanceId,
      );
      expect(edit.submission.instanceId).to.match(/^uuid:[0-9a-f-]{36}$/);
      expect(edit.submission.instanceId).not.to.equal(session.submission.instanceId);
    });

    it('names what the form has not', () => {
      const instanceXml = '<data xmlns="http://openrosa.org/formdesigner/test"><horse/></data>';
      const { problems } = aForm(family).createSession({ mode: 'restore', instanceXml });
      expect(problems.map(({ ref, kind }) => [ref, kind])).to.deep.equal([
        ['/data/horse', 'saved'],
      ]);
    });

    it('wants its text', () => {
      const options = { mode: 'restore' } as never;
      expect(() => aForm(family).createSession(options)).to.throw(RangeError, 'needs instanceXml');
    });
  });

  describe('of a form without an id for its instances', () => {
    it('names them all the same, as ODK’s clients do', () => {
      const session = aSession({ data: '<a/>' });
      expect(session.submission.instanceId).to.equal('uuid:uuid-1');
      expect(session.submission.xml).to.contain(
        '<orx:meta xmlns:orx="http://openrosa.org/xforms"><orx:instanceID>uuid:uuid-1</orx:instanceID></orx:meta>',
      );
    });

    it('puts the id into the meta block that there is', () => {
      const session = aSession({ data: '<meta><instanceName>A</instanceName></meta>' });
      expect(session.submission.xml).to.contain(
        '<meta><instanceName>A</instanceName><instanceID>uuid:uuid-1</instanceID></meta>',
      );
    });

    it('fills in one that nothing fills, though nobody may write it', () => {
      const session = aSession({
        data: '<meta><instanceID/></meta>',
        binds: '<bind nodeset="/data/meta/instanceID" readonly="true()"/>',
      });
      expect(session.submission.instanceId).to.equal('uuid:uuid-1');
    });

    it('leaves one alone that the form gives', () => {
      const session = aSession({ data: '<meta><instanceID>mine</instanceID></meta>' });
      expect(session.submission.instanceId).to.equal('mine');
    });

    it('leaves CommCare’s forms as they are', () => {
      const form = aForm({ data: '<a/>' }, { dialect: 'commcare' });
      expect(form.createSession().submission.xml).not.to.contain('meta');
    });
  });
});
