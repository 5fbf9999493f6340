import { expect } from 'chai';
import { ownerWarnings } from '../../../src/case/ownership/owner-warnings.ts';
import { parseXml } from '../../../src/xml/parse-xml.ts';

const create = (owner: string): string =>
  `<create><case_type>patient</case_type><case_name/>${owner}</create>`;
const bind = (owner: string): string =>
  `<bind nodeset="/data/case/${owner}/owner_id" calculate="/data/g/who" relevant="count(/data/g/who) &gt; 0"/>`;

function warnings(blocks: string, logic = '', body = '', caseSharing = true): string[] {
  const form = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><model>
    <instance><data xmlns="urn:f"><g><who/></g>${blocks}</data></instance>${logic}</model></h:head><h:body>${body}</h:body></h:html>`;
  return ownerWarnings(parseXml(form, 'form.xml'), { caseSharing }).map(
    ({ kind, plan, question }) => `${kind} ${plan.ref} ${question}`.trim(),
  );
}

const AUTOMATIC = `<case>${create('<owner_id/>')}</case>`;
const CHOSEN = `<case>${create('<owner_id>-</owner_id>')}<update><owner_id/></update></case>`;

describe('ownerWarnings', () => {
  it('are none for a form that leaves its owner to the app, or asks for it', () => {
    expect(warnings(AUTOMATIC)).to.deep.equal([]);
    expect(warnings(CHOSEN, bind('update'), '<select1 ref="/data/g/who"/>')).to.deep.equal([]);
  });

  it('look at forms that only give a case to another owner, too', () => {
    const update = '<case><update><owner_id/></update></case>';
    const literal = `<bind nodeset="/data/case/update/owner_id" calculate="'8f2c'"/>`;
    expect(warnings(update, literal)).to.deep.equal(['fixed /data/case']);
    expect(warnings(update, bind('update'), '<select ref="/data/g/who"/>')).to.deep.equal([
      'severalOwners /data/case /data/g/who',
    ]);
    expect(warnings(`${update}<sub>${AUTOMATIC}</sub>`, bind('update'))).to.deep.equal([]);
  });

  it('tell a case that is private in an app that shares', () => {
    const block = `<case>${create('')}</case>`;
    expect(warnings(block)).to.deep.equal(['private /data/case']);
    expect(warnings(block, '', '', false)).to.deep.equal([]);
  });

  it('tell a create with an owner of its own beside one that is left to the app', () => {
    const both = `${CHOSEN}<sub>${AUTOMATIC}</sub>`;
    expect(warnings(both, bind('update'))).to.deep.equal(['mixed /data/case /data/g/who']);
  });

  it('tell a case that nobody will hold', () => {
    const block = (index: string): string =>
      `<case>${create('<owner_id>-</owner_id>')}${index}</case>`;
    expect(warnings(block(''))).to.deep.equal(['unowned /data/case']);
    expect(warnings(block('<index><parent case_type="t"/></index>'))).to.deep.equal([
      'unowned /data/case',
    ]);
    expect(
      warnings(block('<index><host case_type="t" relationship="extension"/></index>')),
    ).to.deep.equal([]);
    const dash = `<bind nodeset="/data/case/create/owner_id" calculate="'-'"/>`;
    expect(warnings(AUTOMATIC, dash)).to.deep.equal(['unowned /data/case']);
  });

  it('tell an owner question that may not be relevant, itself or by its group', () => {
    for (const ref of ['/data/g', '/data/g/who']) {
      const condition = `<bind nodeset="${ref}" relevant="/data/x = 1"/>`;
      expect(warnings(CHOSEN, bind('update') + condition)).to.deep.equal([
        'maybeUnowned /data/case /data/g/who',
      ]);
    }
  });

  it('tell a case that an answer makes a child or an extension', () => {
    const block = `<case>${create('<owner_id/>')}<index><up case_type="t" relationship=""/></index></case>`;
    const logic = `<bind nodeset="/data/case/create/owner_id" calculate="/data/meta/userID"/>
      <bind nodeset="/data/case/index/up/@relationship" calculate="/data/g/who"/>`;
    expect(warnings(block, logic)).to.deep.equal(['relationship /data/case /data/meta/userID']);
  });

  it('tell a child that has the owner of a case that nobody owns', () => {
    const host = `<host><case>${create('<owner_id>-</owner_id>')}<index><up case_type="t" relationship="extension"/></index></case></host>`;
    const copy =
      '<bind nodeset="/data/case/create/owner_id" calculate="/data/host/case/create/owner_id"/>';
    const told = warnings(host + AUTOMATIC, copy);
    expect(told).to.deep.equal(['unowned /data/case /data/host/case/create/owner_id']);
  });

  it('leave alone what is private on purpose', () => {
    const mine = '<bind nodeset="/data/case/create/owner_id" calculate="/data/meta/userID"/>';
    expect(warnings(AUTOMATIC, mine)).to.deep.equal([]);
  });

  it('tell an owner id that stands in the form, but not one that parks a case', () => {
    const literal = (id: string) =>
      `<bind nodeset="/data/case/update/owner_id" calculate="'${id}'"/>`;
    expect(warnings(CHOSEN, literal('8f2c'))).to.deep.equal(['fixed /data/case']);
    expect(warnings(CHOSEN, literal('_archive_'))).to.deep.equal([]);
    expect(warnings(`<case>${create('<owner_id>8f2c</owner_id>')}</case>`)).to.deep.equal([
      'fixed /data/case',
    ]);
  });

  it('tell a choice among locations of every level', () => {
    const places = '<instance id="places" src="jr://fixture/locations"/>';
    const question = (condition: string) =>
      `<select1 ref="/data/g/who"><itemset nodeset="instance('places')/locations/location${condition}"/></select1>`;
    expect(warnings(CHOSEN, places + bind('update'), question(''))).to.deep.equal([
      'anyLocation /data/case /data/g/who',
    ]);
    const narrow = question("[@type = 'post']");
    expect(warnings(CHOSEN, places + bind('update'), narrow)).to.deep.equal([]);
  });

  it('tell a question with several answers, also inside groups', () => {
    const body = '<group><select ref="/data/g/who"/></group>';
    const expected = ['severalOwners /data/case /data/g/who'];
    expect(warnings(CHOSEN, bind('update'), body)).to.deep.equal(expected);
    expect(warnings(AUTOMATIC, bind('create'), body)).to.deep.equal(expected);
  });
});
