import { expect } from 'chai';
import { FormParseError } from '../../src/xforms/definition/form-parse-error.ts';
import type { SubmissionDefinition } from '../../src/xforms/definition/submission-definition.ts';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { formXml } from '../support/scenario.ts';

function submissionOf(model: string, dialect: Dialect = 'odk'): SubmissionDefinition {
  return parseForm(formXml({ data: '<a/>', model }), 'form.xml', { dialect }).submission;
}

describe('the submission of a form', () => {
  it('is left to the host where the form says nothing', () => {
    expect(submissionOf('')).to.deep.equal({
      action: undefined,
      method: 'post',
      encryptionKey: undefined,
      autoSend: undefined,
      autoDelete: undefined,
    });
  });

  it('has address, key and what happens by itself', () => {
    const element = `<submission action=" https://example.org/in " method="form-data-post" base64RsaPublicKey="MIIB"
      orx:auto-send="true" orx:auto-delete="false"/>`;
    expect(submissionOf(element)).to.deep.equal({
      action: 'https://example.org/in',
      method: 'post',
      encryptionKey: 'MIIB',
      autoSend: true,
      autoDelete: false,
    });
  });

  it('is refused with a method that nobody sends forms by', () => {
    expect(() => submissionOf('<submission method="put"/>')).to.throw(
      FormParseError,
      /a submission goes by "post", not by "put"/,
    );
  });
});

describe('a submission of CommCare', () => {
  const whole =
    'resource="https://x.example" targetref="/data/a" method="get" replace="text" mode="synchronous"';

  function parse(attributes: string) {
    const model = `<submission id="s" ${attributes}/>`;
    return parseForm(formXml({ data: '<a/>', model }), 'form.xml', { dialect: 'commcare' });
  }

  it('says nothing about where the form goes', () => {
    expect(parse(whole).submission.action).to.equal(undefined);
  });

  for (const name of ['resource', 'targetref', 'method', 'replace', 'mode']) {
    it(`is refused without its ${name}`, () => {
      const without = whole.replace(new RegExp(`${name}="[^"]*"`), '');
      expect(() => parse(without)).to.throw(FormParseError, name);
    });
  }
});
