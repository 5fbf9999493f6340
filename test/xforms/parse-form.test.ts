import { expect } from 'chai';
import { FormParseError } from '../../src/xforms/definition/form-parse-error.ts';
import type { ParseFormOptions } from '../../src/xforms/definition/parse-form.ts';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';
import { FormInstance } from '../../src/xforms/form-instance.ts';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { XmlParseError } from '../../src/xml/xml-parse-error.ts';
import type { FormParts } from '../support/scenario.ts';
import { formXml, pinnedEnvironment } from '../support/scenario.ts';

/** What a form is refused for. */
function faults(parts: FormParts, options: ParseFormOptions = {}): readonly string[] {
  try {
    parseForm(formXml(parts), 'form.xml', options);
  } catch (error) {
    expect(error).to.be.instanceOf(FormParseError);
    return (error as FormParseError).problems.map(({ message }) => message);
  }
  return [];
}

/** The form with a root element as ODK has it. */
function asOdk(text: string): string {
  return text.replace('<data xmlns="http://openrosa.org/formdesigner/test">', '<data id="test">');
}

describe('parseForm', () => {
  it('names file, line and column of a form that is not well-formed', () => {
    expect(() => parseForm('<h:html xmlns:h="urn:h">\n<h:head></h:html>', 'forms/a.xml')).to.throw(
      XmlParseError,
      /^forms\/a\.xml, line 2, column \d+: /,
    );
  });

  it('says what a document lacks that is no form', () => {
    expect(() => parseForm('<note/>', 'a.xml')).to.throw(FormParseError, 'this is no XForm');
  });

  it('warns of a raw < in an attribute with line and column, and reads it as it was meant', () => {
    const binds = '\n<bind nodeset="/data/b" relevant="/data/a < 2"/>';
    const definition = parseForm(formXml({ data: '<a>1</a><b/>', binds }), 'form.xml');
    const form = FormInstance.create(definition, { environment: pinnedEnvironment() });
    expect(form.node('/data/b')?.relevant).to.be.true;
    const [warning] = definition.warnings;
    expect(warning?.line).to.equal(5);
    expect(warning?.message).to.match(/^column 43: .*Write &lt;/);
  });

  it('names the binds of a circle', () => {
    const [fault] = faults({
      data: '<a/><b/><c/>',
      binds: `<bind nodeset="/data/a" calculate="/data/b"/><bind nodeset="/data/b" relevant="/data/c = 1"/>
        <bind nodeset="/data/c" calculate="/data/a"/>`,
    });
    expect(fault).to.contain('/data/a (calculate, line 4)');
    expect(fault).to.contain('/data/b (relevant, line 4)');
    expect(fault).to.contain('/data/c (calculate, line 5)');
  });

  describe('a calculate that reads its own old value', () => {
    const reads = (calculate: string, dialect: Dialect) =>
      faults(
        { data: '<a/>', binds: `<bind nodeset="/data/a" calculate="${calculate}"/>` },
        { dialect },
      );

    it('is taken in an ODK form where it comes to rest', () => {
      expect(reads("if(/data/a = '', 1, /data/a)", 'odk')).to.be.empty;
      expect(reads('coalesce(., 1)', 'odk')).to.be.empty;
      expect(reads("if(string-length(.) &gt; 0, ., 'x')", 'odk')).to.be.empty;
    });

    it('is refused in an ODK form where it never would', () => {
      expect(reads('../a + 1', 'odk')).to.have.length(1);
      expect(reads('if(true(), . + 1, .)', 'odk')).to.have.length(1);
      expect(reads("concat(., 'x')", 'odk')).to.have.length(1);
    });

    it('is refused in a CommCare form', () => {
      expect(reads('coalesce(., 1)', 'commcare')).to.have.length(1);
    });
  });

  it('binds nodes in an ODK form also under another name of the root', () => {
    const parts = { data: '<a/>', binds: '<bind nodeset="/old/a" calculate="1 + 1"/>' };
    const bindOf = (dialect: Dialect) =>
      parseForm(formXml(parts), 'form.xml', { dialect }).document.find(['data', 'a'])?.bind;
    expect(bindOf('odk')?.calculate).not.to.equal(undefined);
    expect(bindOf('commcare')).to.equal(undefined);
  });

  it('refuses a node whose relevance follows from itself or from something in it', () => {
    const binds = (relevant: string) => `<bind nodeset="/data/g" relevant="${relevant}"/>`;
    const data = '<g><a/></g>';
    expect(faults({ data, binds: binds('/data/g/a = 1') })).to.have.length(1);
    expect(faults({ data, binds: binds("/data/g != 'x'") })).to.have.length(1);
    expect(faults({ data, binds: binds('position(.) = 1') })).to.have.length(1);
    expect(faults({ data, binds: binds('position() = 1') }), 'its place is its own').to.be.empty;
  });

  it('refuses a readonly or required that reads its own node in an ODK form alone', () => {
    const parts = { data: '<a/>', binds: '<bind nodeset="/data/a" readonly=". &gt; 1"/>' };
    expect(faults(parts, { dialect: 'odk' })).to.have.length(1);
    expect(faults(parts, { dialect: 'commcare' })).to.be.empty;
  });

  it('does not take what a container holds for its value', () => {
    const binds =
      '<bind nodeset="/data/g/a" calculate="concat(/data/g, \'x\')"/><bind nodeset="/data/g/b" calculate="../a"/>';
    expect(faults({ data: '<g><a/><b/></g>', binds })).to.be.empty;
  });

  it('lets a count and what counts its items depend on each other', () => {
    const data = '<wanted/><item jr:template=""><x/></item>';
    const binds = '<bind nodeset="/data/wanted" calculate="count(/data/item) + 1"/>';
    const body =
      '<repeat nodeset="/data/item" jr:count="/data/wanted"><input ref="/data/item/x"/></repeat>';
    const definition = parseForm(formXml({ data, binds, body }), 'form.xml');
    const form = FormInstance.create(definition, { environment: pinnedEnvironment() });
    expect(form.problems[0]?.message).to.contain('more than 10000 items');
  });

  it('names an unknown function: a fault in a form of ODK, a warning in one of CommCare', () => {
    const binds = '<bind nodeset="/data/a" calculate="frobnicate(1)"/>';
    const commcare = formXml({ data: '<a/>', binds });
    const odk = asOdk(commcare);
    expect(() => parseForm(odk, 'form.xml')).to.throw(FormParseError, /\/data\/a: .*frobnicate/);
    expect(parseForm(commcare, 'form.xml').warnings[0]?.message).to.contain('frobnicate');
  });

  it('tells all faults at once, each with its line', () => {
    const text = formXml({
      data: '<a/>',
      binds: `<bind/>\n<bind nodeset="/data/a" relevant="1 +"/>`,
      body: '\n<input ref="/data/y"/>',
      model: '<setvalue event="on-a-whim" ref="/data/a"/>',
    });
    try {
      parseForm(text, 'form.xml');
      expect.fail('the form was accepted');
    } catch (error) {
      const { problems } = error as FormParseError;
      expect(problems).to.have.length(4);
      for (const { line } of problems) expect(line).to.be.greaterThan(0);
    }
  });

  for (const [title, data, dialect] of [
    ['CommCare', '<a/><case xmlns="http://commcarehq.org/case/transaction/v2"/>', 'commcare'],
    ['CommCare, by its namespace', '<a/>', 'commcare'],
  ] as const) {
    it(`knows a form of ${title}`, () => {
      expect(parseForm(formXml({ data }), 'form.xml').dialect).to.equal(dialect);
    });
  }

  it('takes any other form for one of ODK, unless it is told', () => {
    const text = asOdk(formXml({ data: '<a/>' }));
    expect(parseForm(text, 'form.xml').dialect).to.equal('odk');
    expect(parseForm(text, 'form.xml', { dialect: 'commcare' }).dialect).to.equal('commcare');
  });

  it('warns of choices that only ODK Collect would find', () => {
    const body = `<select1 ref="/data/a" appearance="minimal search('towns', 'matches', 'c', /data/a)">
      <item><label>x</label><value>x</value></item></select1>`;
    const [warning] = parseForm(formXml({ data: '<a/>', body }), 'form.xml').warnings;
    expect(warning?.ref).to.equal('/data/a');
    expect(warning?.message).to.contain('itemset');
  });

  it('tells id and version of the form', () => {
    const versioned = asOdk(formXml({ data: '<a/>' })).replace(
      'id="test"',
      'id="t" orx:version="7"',
    );
    expect(parseForm(versioned, 'form.xml')).to.include({ id: 't', version: '7' });
    expect(parseForm(formXml({ data: '<a/>' }), 'form.xml')).to.include({ id: '', version: '' });
  });

  it('keeps the attributes that mean nothing to it, of controls as they are written', () => {
    const { controls } = parseForm(
      formXml({
        data: '<photo/>',
        binds: '<bind nodeset="/data/photo" type="binary" orx:max-pixels="640" required="true()"/>',
        body: '<upload ref="/data/photo" mediatype="image/*" appearance="new  front " rows="2"/>',
      }),
      'test.xml',
    );
    expect(controls[0]?.target.bind?.attributes).to.deep.equal({ 'max-pixels': '640' });
    expect(controls[0]?.appearance).to.deep.equal(['new', 'front']);
    expect(controls[0]?.attributes).to.deep.equal({
      mediatype: 'image/*',
      appearance: 'new  front ',
      rows: '2',
    });
  });

  it('warns of what it leaves out', () => {
    const form = parseForm(
      formXml({
        data: '<a/>',
        binds: '<bind nodeset="/data/a" type="xsd:color"/>',
        body: '<dance ref="/data/a"/>',
      }),
      'form.xml',
    );
    expect(form.warnings.map(({ message }) => message).join()).to.match(/color.*dance/s);
  });
});
