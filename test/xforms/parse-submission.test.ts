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

  it('is none of that in CommCare, where the element asks a server something', () => {
    const element =
      '<submission id="ask" resource="http://example.org" method="get" targetref="/data/a"/>';
    expect(submissionOf(element, 'commcare').action).to.equal(undefined);
  });
});
