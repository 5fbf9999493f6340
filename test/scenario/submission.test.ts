import { expect } from 'chai';
import type { FormSession } from '../../src/xforms/session/form-session.ts';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { textOf } from '../../src/xml/xml-element.ts';
import { toFormData } from '../../src/engine.ts';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { aForm, aSession } from '../support/a-session.ts';

const parts = {
  data: '<name/><end/><a/><b/><c/><d/>',
  binds: `<bind nodeset="/data/name" required="true()"/>
    <bind nodeset="/data/end" jr:preload="timestamp" jr:preloadParams="end"/>`,
  model: '<submission action="https://example.org/in" orx:auto-send="true"/>',
  body: `<input ref="/data/name"/>${['a', 'b', 'c', 'd'].map((name) => `<upload ref="/data/${name}"/>`).join('')}`,
};

/** A session with a file of so many bytes for each of a, b, c and d. */
function withFiles(...sizes: readonly number[]): FormSession {
  const session = aSession(parts);
  session.setValue('/data/name', 'Asha');
  for (const [at, size] of sizes.entries()) {
    const name = 'abcd'[at] as string;
    session.setValue(`/data/${name}`, { name, data: new Uint8Array(size) });
  }
  session.submission.prepare();
  return session;
}

function xmlSize(session: FormSession): number {
  return new TextEncoder().encode(session.submission.xml).length;
}

describe('the submission of a session', () => {
  it('says where the form goes', () => {
    const { submission } = aSession(parts);
    expect(submission.action).to.equal('https://example.org/in');
    expect([submission.method, submission.encryptionKey]).to.deep.equal(['post', undefined]);
    expect([submission.autoSend, submission.autoDelete]).to.deep.equal([true, undefined]);
  });

  it('is pending while answers are missing, and says which', () => {
    const { status, violations, parts: sent } = aSession(parts).submission.prepare();
    expect(status).to.equal('pending');
    expect(violations.map(({ ref, violation }) => [ref, violation?.kind])).to.deep.equal([['/data/name', 'required']]); // prettier-ignore
    expect(sent).to.have.length(1);
  });

  it('is ready when all is well, with the time at which it was', () => {
    const session = aSession(parts);
    session.setValue('/data/name', 'Asha');
    const { status, violations, parts: sent } = session.submission.prepare();
    expect([status, violations.length]).to.deep.equal(['ready', 0]);
    const [file] = sent[0]?.files ?? [];
    expect(file).to.include({ name: 'xml_submission_file', type: 'text/xml' });
    expect(file?.data).to.equal(session.submission.xml);
    expect(file?.data).to.contain('<end>2026-03-15T12:00:00.000Z</end>');
  });

  it('goes out as a whole when there is no limit', () => {
    const { parts: sent } = withFiles(100, 200, 300, 400).submission.prepare();
    expect(sent.map(({ files }) => files.length)).to.deep.equal([5]);
  });

  it('goes out in as few parts as need be, each with the instance', () => {
    const session = withFiles(100, 200, 300, 400);
    const maxSize = xmlSize(session) + 400;
    const { status, parts: sent } = session.submission.prepare({ maxSize });
    expect(status).to.equal('ready');
    expect(sent.map(({ files }) => files.map(({ name }) => name))).to.deep.equal([
      ['xml_submission_file', 'd'],
      ['xml_submission_file', 'c', 'a'],
      ['xml_submission_file', 'b'],
    ]);
  });

  it('is too large when one file is, and says which', () => {
    const session = withFiles(100, 401);
    const maxSize = xmlSize(session) + 400;
    const { status, tooLarge, parts: sent } = session.submission.prepare({ maxSize });
    expect([status, tooLarge.map(({ name }) => name)]).to.deep.equal(['tooLarge', ['b']]);
    expect(sent[0]?.files.map(({ name }) => name)).to.deep.equal(['xml_submission_file', 'a']);
  });

  it('counts the instance in bytes, whatever the letters are', () => {
    const session = withFiles(1);
    session.setValue('/data/name', 'Äß€🧛');
    const maxSize = xmlSize(session) + 1;
    expect(session.submission.prepare({ maxSize }).status).to.equal('ready');
    expect(session.submission.prepare({ maxSize: maxSize - 1 }).status).to.equal('tooLarge');
  });

  it('names the files that nobody has given', () => {
    const session = aSession(parts);
    session.setValue('/data/a', 'lost.jpg');
    expect(session.submission.prepare().missing.map(({ ref, name }) => [ref, name])).to.deep.equal([['/data/a', 'lost.jpg']]); // prettier-ignore
  });

  it('is a body that a server reads', async () => {
    const session = withFiles(3);
    session.setValue('/data/b', new File(['text'], 'b.txt', { type: 'text/plain' }));
    const [part] = session.submission.prepare().parts;
    const body = toFormData(part!);
    expect([...body.keys()]).to.have.members(['xml_submission_file', 'a', 'b.txt']);
    const sent = await (body.get('xml_submission_file') as File).text();
    expect(textOf(parseXml(sent, 'sent'))).to.contain('Asha');
    expect((body.get('b.txt') as File).type).to.equal('text/plain');
    expect((body.get('a') as File).size).to.equal(3);
  });
});

describe('the XML of a submission', () => {
  const nested = {
    data: `<adult>no</adult><work><place>here</place></work><child><name>A</name></child><child><name>B</name></child>
      <orx:meta><orx:instanceID>x</orx:instanceID></orx:meta>`,
    binds: `<bind nodeset="/data/work" relevant="/data/adult = 'yes'"/>
      <bind nodeset="/data/child" relevant="/data/adult = 'yes'"/>`,
    body: '<repeat nodeset="/data/child"><input ref="/data/child/name"/></repeat>',
  };

  it('leaves out what is not relevant: groups and items of repeats', () => {
    const session = aSession(nested);
    expect(session.submission.xml).to.contain('<adult>no</adult><orx:meta');
    expect(session.serialize()).to.contain('<work><place>here</place></work>');
    expect(session.serialize()).to.contain('<child><name>B</name></child>');
  });

  it('has no templates', () => {
    const session = aSession({
      data: '<child jr:template=""><name>nobody</name></child><note/>',
      body: '<repeat nodeset="/data/child"><input ref="/data/child/name"/></repeat>',
    });
    expect(session.serialize()).not.to.contain('nobody');
    session.addRepeat('/data/child');
    expect(session.submission.xml).to.contain('<child><name>nobody</name></child><note/>');
  });

  it('keeps names, prefixes and attributes of the form in their order', () => {
    const session = aSession({
      data: '<a z="1" b="2" orx:c="&lt;&quot;&amp;" xmlns:orx="urn:orx"/><p:b xmlns:p="urn:p"><c xmlns="urn:q"/></p:b>',
    });
    expect(session.submission.xml).to.contain(
      '<a xmlns:orx="urn:orx" z="1" b="2" orx:c="&lt;&quot;&amp;"/><p:b xmlns:p="urn:p"><c xmlns="urn:q"/></p:b>',
    );
  });

  it('has its characters composed for ODK, where texts are compared by them, and as they were typed for CommCare', () => {
    const spelt = { data: '<a>e\u0301</a><b/>', body: '<input ref="/data/b"/>' };
    const xml = (dialect: Dialect) => {
      const session = aForm(spelt, { dialect }).createSession();
      session.setValue('/data/b', 'o\u0308');
      return session.submission.xml;
    };
    expect(xml('odk')).to.contain('<a>\u00e9</a><b>\u00f6</b>');
    expect(xml('commcare')).to.contain('<a>e\u0301</a><b>o\u0308</b>');
  });

  it('writes text so that it reads the same', () => {
    const session = aSession({ data: '<a/>', body: '<input ref="/data/a"/>' });
    for (const text of ['<b>&amp;"\'</b>', ' two  spaces ', 'line\nline\r\ttab', ']]>', '🧛 é']) {
      session.setValue('/data/a', text);
      const root = parseXml(session.submission.xml, 'sent');
      expect(textOf(root).slice(0, text.length)).to.equal(text);
    }
  });
});
