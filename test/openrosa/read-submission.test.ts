import { expect } from 'chai';
import { readSubmission } from '../../src/openrosa/read-submission.ts';
import { XmlParseError } from '../../src/xml/xml-parse-error.ts';

describe('readSubmission', () => {
  it('reads who sent which form under which id', () => {
    const form = readSubmission(
      `<data xmlns="urn:f" name="Visit"><a/><orx:meta xmlns:orx="http://openrosa.org/jr/xforms"><orx:userID>u1</orx:userID><orx:instanceID> i1 </orx:instanceID></orx:meta></data>`,
    );
    expect(form).to.include({ instanceId: 'i1', userId: 'u1', xmlns: 'urn:f', formName: 'Visit' });
    expect(form.root.name).to.equal('data');
  });

  it('leaves blank what the form does not say', () => {
    const form = readSubmission('<data><meta><instanceID>i1</instanceID></meta></data>');
    expect(form).to.include({ userId: '', xmlns: '', formName: '' });
  });

  it('finds a meta block in a group', () => {
    expect(
      readSubmission('<d><g><meta><instanceID>i1</instanceID></meta></g></d>').instanceId,
    ).to.equal('i1');
  });

  it('says what to do when there is no instanceID', () => {
    for (const xml of [
      '<data/>',
      '<data><meta/></data>',
      '<data><meta><instanceID> </instanceID></meta></data>',
    ]) {
      expect(() => readSubmission(xml)).to.throw(
        XmlParseError,
        /xml_submission_file, line 1.*<data> has no meta\/instanceID.*add a meta block/,
      );
    }
  });

  it('throws for text that is no XML', () => {
    expect(() => readSubmission('<data>')).to.throw(XmlParseError);
  });
});
