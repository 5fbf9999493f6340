import { expect } from 'chai';
import { FormInstance } from '../../src/xforms/form-instance.ts';
import { InstanceMismatchError } from '../../src/xforms/instance/instance-mismatch-error.ts';
import { XmlParseError } from '../../src/xml/xml-parse-error.ts';
import { Scenario } from '../support/scenario.ts';

/** A household: its head, who has a job if there is one, and any number of animals. */
const household = {
  data: `<works>yes</works><job><title>
    none yet </title><place/></job>
    <animal jr:template=""><kind>goat</kind><number>1</number></animal><note/>`,
  binds: `<bind nodeset="/data/job" relevant="/data/works = 'yes'"/>
    <bind nodeset="/data/animal/number" type="int"/>`,
  body: `<input ref="/data/works"/><input ref="/data/job/title"/><input ref="/data/job/place"/>
    <repeat nodeset="/data/animal"><input ref="/data/animal/kind"/><input ref="/data/animal/number"/></repeat>`,
};

const XMLNS = 'xmlns="http://openrosa.org/formdesigner/test"';

function problems(scenario: Scenario): string[] {
  return scenario.form.problems.map(({ ref, message }) => `${ref}: ${message}`);
}

describe('a saved instance that is opened again', () => {
  it('leaves the first items of repeats where they came, in whichever order', () => {
    const scenario = Scenario.load({
      data: '<visit jr:template=""><day/><drug jr:template=""><name/></drug><note/><test jr:template=""><kind/></test></visit>',
      body: `<repeat nodeset="/data/visit"><input ref="day"/><repeat nodeset="/data/visit/drug"><input ref="name"/></repeat>
        <input ref="note"/><repeat nodeset="/data/visit/test"><input ref="kind"/></repeat></repeat>`,
    });
    for (const visit of ['/data/visit[1]', '/data/visit[2]']) scenario.addRepeat(visit);
    scenario.addRepeat('/data/visit[1]/test');
    for (const repeat of ['drug', 'test', 'drug']) scenario.addRepeat(`/data/visit[2]/${repeat}`);
    scenario.addRepeat('/data/visit[1]/drug');
    const { form } = scenario;
    const { definition, environment } = form;
    const again = FormInstance.restore(definition, form.draftXml(), { environment });
    expect(again.draftXml()).to.equal(form.draftXml());
    expect(again.problems).to.be.empty;
  });

  it('is what it was, also where it was not relevant', () => {
    const scenario = Scenario.load(household);
    scenario.answer('/data/job/title', 'Tailor');
    scenario.answer('/data/works', 'no');
    scenario.addRepeat('/data/animal');
    const reopened = scenario.reopened();
    expect(reopened.form.draftXml()).to.equal(scenario.form.draftXml());
    reopened.answer('/data/works', 'yes');
    expect(reopened.value('/data/job/title')).to.equal('Tailor');
    expect(problems(reopened)).to.deep.equal([]);
  });

  it('keeps text to the letter', () => {
    const scenario = Scenario.load(household);
    for (const text of ['  two  ', 'a\nb\tc\rd', '<&>"\'', '🧛 é', ' ']) {
      scenario.answer('/data/note', text);
      scenario.answer('/data/job/place', text);
      expect(scenario.reopened().value('/data/job/place')).to.equal(text);
    }
  });

  it('takes what was left out of a submission from the form', () => {
    const scenario = Scenario.load(household);
    scenario.answer('/data/job/title', 'Tailor');
    scenario.answer('/data/works', 'no');
    const reopened = scenario.reopened(scenario.form.submissionXml());
    expect(reopened.node('/data/job').relevant).to.be.false;
    reopened.answer('/data/works', 'yes');
    expect(reopened.value('/data/job/title')).to.equal('none yet');
  });

  it('completes a repeat instance from its template', () => {
    const saved = `<data ${XMLNS}><animal><kind>hen</kind></animal><animal><number> 12 </number></animal></data>`;
    const reopened = Scenario.load(household).reopened(saved);
    expect(reopened.form.nodesOf('/data/animal')).to.have.length(2);
    expect(reopened.value('/data/animal[1]/number')).to.equal('1');
    expect(reopened.value('/data/animal[2]/kind')).to.equal('goat');
    expect(reopened.value('/data/animal[2]/number')).to.equal('12');
  });

  it('completes a repeat instance with blanks where there is no template, for the first item is none', () => {
    const scenario = Scenario.load({
      data: '<child><name>Zawadi</name><toy><kind>ball</kind></toy></child>',
      body: `<repeat nodeset="/data/child"><input ref="/data/child/name"/>
        <repeat nodeset="/data/child/toy"><input ref="/data/child/toy/kind"/></repeat></repeat>`,
    });
    const reopened = scenario.reopened(`<data ${XMLNS}><child/><child><toy/></child></data>`);
    expect(reopened.form.submissionXml()).to.contain(
      '<child><name/></child><child><name/><toy><kind/></toy></child>',
    );
  });

  it('has none of a repeat of which none was saved, though the form begins with one', () => {
    const scenario = Scenario.load({
      data: '<child><name/></child>',
      body: '<repeat nodeset="/data/child"><input ref="/data/child/name"/></repeat>',
    });
    scenario.removeRepeat('/data/child[1]');
    expect(scenario.reopened().form.nodesOf('/data/child')).to.be.empty;
  });

  it('has as many of a repeat as its count asks for', () => {
    const counted = {
      data: '<wanted>1</wanted><visit jr:template=""><number/></visit>',
      binds:
        '<bind nodeset="/data/visit/number" calculate="count(../preceding-sibling::visit) + 1"/>',
      body: `<input ref="/data/wanted"/><repeat nodeset="/data/visit" jr:count="/data/wanted" jr:noAddRemove="true()">
        <input ref="/data/visit/number"/></repeat>`,
    };
    const reopened = Scenario.load(counted).reopened(`<data ${XMLNS}><wanted>3</wanted></data>`);
    expect(reopened.form.nodesOf('/data/visit')).to.have.length(3);
  });

  it('has as many of a repeat as the form fixes, whatever was saved', () => {
    const fixed = {
      data: '<day><name>Monday</name></day><day><name>Tuesday</name></day>',
      body: '<repeat nodeset="/data/day" jr:noAddRemove="true()"><input ref="/data/day/name"/></repeat>',
    };
    const scenario = Scenario.load(fixed);
    const day = (name: string) => `<day><name>${name}</name></day>`;
    const fewer = scenario.reopened(`<data ${XMLNS}>${day('Lundi')}</data>`);
    expect(fewer.form.nodesOf('/data/day/name').map(({ lexical }) => lexical)).to.deep.equal(['Lundi', '']); // prettier-ignore
    const more = scenario.reopened(`<data ${XMLNS}>${day('a')}${day('b')}${day('c')}</data>`);
    expect(more.form.nodesOf('/data/day')).to.have.length(2);
    expect(problems(more)[0]).to.match(/^\/data\/day: the form has no more of this node/);
  });

  it('names what the form has not, and opens', () => {
    const saved = `<data ${XMLNS} colour="red"><works>no</works><horse>3</horse><job><wage>5</wage></job></data>`;
    const reopened = Scenario.load(household).reopened(saved);
    expect(reopened.value('/data/works')).to.equal('no');
    expect(problems(reopened).sort()).to.deep.equal([
      '/data/@colour: the form has no such attribute; "red" is left out',
      '/data/horse: the form has no such node; what was saved there is left out',
      '/data/job/wage: the form has no such node; what was saved there is left out',
    ]);
  });

  it('goes on with the version that the form has now', () => {
    const form = (version: string) =>
      Scenario.loadXml(`<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
      <instance><data id="visits" version="${version}"><a/></data></instance></model></h:head><h:body/></h:html>`);
    const reopened = form('2').reopened(form('1').form.draftXml());
    expect(reopened.form.submissionXml()).to.contain('version="2"');
    expect(problems(reopened)).to.deep.equal(['/data: saved with version "1", goes on with "2"']);
  });

  it('is refused when it belongs to another form', () => {
    const scenario =
      Scenario.loadXml(`<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
      <instance><data id="visits"><a/></data></instance></model></h:head><h:body/></h:html>`);
    const refusals = {
      '<data id="births"/>': 'its id is "births", the form\'s "visits"',
      '<data/>': 'its id is missing',
      '<visit id="visits"/>': 'its root is <visit>',
    };
    for (const [saved, reason] of Object.entries(refusals)) {
      expect(() => scenario.reopened(saved), saved).to.throw(InstanceMismatchError, reason);
    }
    expect(() => Scenario.load(household).reopened('<data xmlns="urn:other"/>')).to.throw(
      InstanceMismatchError,
      'its namespace is "urn:other"',
    );
  });

  it('is refused with file, line and column when it is not well-formed', () => {
    expect(() => Scenario.load(household).reopened('<data><works></data>')).to.throw(
      XmlParseError,
      /^instance of test\.xml, line 1, column \d+/,
    );
  });

  it('does not run again what was run when the form was first opened', () => {
    const scenario = Scenario.load({
      data: '<id/><first/><each/>',
      binds: '<bind nodeset="/data/id" jr:preload="uid"/>',
      model: `<setvalue event="odk-instance-first-load" ref="/data/first" value="random()"/>
        <setvalue event="odk-instance-load" ref="/data/each">opened</setvalue>`,
    });
    scenario.answer('/data/each', '');
    const reopened = scenario.reopened();
    expect(reopened.value('/data/id')).to.equal(scenario.value('/data/id'));
    expect(reopened.value('/data/first')).to.equal(scenario.value('/data/first'));
    expect(reopened.value('/data/each')).to.equal('opened');
  });
});
