import { expect } from 'chai';
import { ownerPlan } from '../../../src/case/ownership/owner-plan.ts';
import type { OwnerPlan } from '../../../src/case/ownership/owner-resolution.ts';
import { parseXml } from '../../../src/xml/parse-xml.ts';

const OWNER = '/data/case/create/owner_id';

/** A form with one case block and these binds and setvalues. */
function form(caseBlock: string, logic = ''): string {
  return `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><model>
    <instance><data xmlns="urn:f"><name/><case xmlns="http://commcarehq.org/case/transaction/v2">${caseBlock}</case></data></instance>
    <instance id="mine" src="jr://fixture/user-groups"/><instance id="commcaresession" src="jr://instance/session"/>
    ${logic}</model></h:head><h:body/></h:html>`;
}

function plans(xml: string, caseSharing = true): OwnerPlan[] {
  return ownerPlan(parseXml(xml, 'form.xml'), { caseSharing });
}

const source = (block: string, logic = '', caseSharing = true): string | undefined =>
  plans(form(block, logic), caseSharing)[0]?.source;

const CREATE = '<create><case_type>patient</case_type><case_name/><owner_id/></create>';
const DASH = '<create><case_type>patient</case_type><case_name/><owner_id>-</owner_id></create>';

describe('ownerPlan', () => {
  it('names type and place of each create, and passes over updates', () => {
    const xml = `<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model xmlns="http://www.w3.org/2002/xforms"><instance><data>
      <case><update><a/></update></case><visits><subcase_0><case>${DASH}</case></subcase_0></visits><open><case>${CREATE}</case></open>
      </data></instance></model></h:head></h:html>`;
    expect(plans(xml)).to.deep.equal([
      { caseType: 'patient', ref: '/data/visits/subcase_0/case', source: 'given' },
      { caseType: 'patient', ref: '/data/open/case', source: 'shared' },
    ]);
  });

  it('is shared when the expression is the id of the only group', () => {
    const value = "instance('mine')/groups/group/@id";
    const setvalue = `<setvalue event="xforms-ready" ref="${OWNER}" value="${value}"/>`;
    expect(source(CREATE, setvalue)).to.equal('shared');
    expect(source(CREATE, `<bind nodeset="${OWNER}" calculate=" ${value} "/>`)).to.equal('shared');
    expect(source(CREATE, setvalue, false)).to.equal('shared');
  });

  it('is the user when the expression is his id', () => {
    const bind = (calculate: string): string =>
      `<bind nodeset="${OWNER}" calculate="${calculate}"/>`;
    expect(source(CREATE, bind('/data/meta/userID'))).to.equal('user');
    expect(source(CREATE, bind("instance('commcaresession')/session/context/userid"))).to.equal(
      'user',
    );
  });

  it('is given by any other expression, a literal, or an update of owner_id', () => {
    expect(source(CREATE, `<bind nodeset="${OWNER}" calculate="/data/owner"/>`)).to.equal('given');
    expect(
      source(CREATE, `<bind nodeset="${OWNER}" calculate="instance('other')/groups/group/@id"/>`),
    ).to.equal('given');
    expect(source(DASH)).to.equal('given');
    expect(source(`${DASH}<update><owner_id/></update>`)).to.equal('given');
    expect(source(`${CREATE}<update><owner_id/></update>`)).to.equal('given');
  });

  it('is what the app does when the form leaves the owner blank', () => {
    expect(source(CREATE, '', true)).to.equal('shared');
    expect(source(CREATE, '', false)).to.equal('user');
    expect(source(CREATE, `<bind nodeset="${OWNER}" type="xsd:string"/>`)).to.equal('shared');
  });

  it('is the user when the block has no owner element', () => {
    expect(source('<create><case_type>patient</case_type><case_name/></create>')).to.equal('user');
  });

  it('reads a case type that a bind writes as a literal', () => {
    const typeOf = (calculate: string): string =>
      plans(
        form(CREATE, `<bind nodeset="/data/case/create/case_type" calculate="${calculate}"/>`),
      )[0]!.caseType;
    expect(typeOf(" 'house' ")).to.equal('house');
    expect(typeOf('/data/name')).to.equal('patient');
  });

  it('is nothing for forms without cases or without a model', () => {
    expect(plans(form('<update/>'))).to.deep.equal([]);
    expect(plans('<data/>')).to.deep.equal([]);
  });
});
