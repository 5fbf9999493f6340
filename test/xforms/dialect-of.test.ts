import { expect } from 'chai';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';

const CASE = '<case xmlns="http://commcarehq.org/case/transaction/v2"/>';

/** The dialect of a form with that root element and those other instances. */
function dialectOf(root: string, instances = ''): string {
  const text = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">
    <h:head><model><instance>${root}</instance>${instances}</model></h:head><h:body/></h:html>`;
  return parseForm(text, 'form.xml').dialect;
}

describe('the dialect of a form', () => {
  for (const [title, root] of [
    [
      'a namespace of its form builder',
      '<data id="a" xmlns="http://openrosa.org/formdesigner/1"/>',
    ],
    ['a namespace of its servers', '<data id="a" xmlns="http://commcarehq.org/test/1"/>'],
    ['a uiVersion', '<data id="a" uiVersion="1"/>'],
    ['a namespace instead of an id', '<data xmlns="our-survey"/>'],
    ['a case block', `<data id="a"><visit>${CASE}</visit></data>`],
  ] as const) {
    it(`is CommCare's with ${title}`, () => {
      expect(dialectOf(root)).to.equal('commcare');
    });
  }

  for (const src of ['jr://instance/session', 'jr://instance/casedb', 'jr://fixture/item-list:x']) {
    it(`is CommCare's with an instance of ${src}`, () => {
      expect(dialectOf('<data id="a"/>', `<instance id="i" src="${src}"/>`)).to.equal('commcare');
    });
  }

  for (const [title, root, instance] of [
    ['an id', '<data id="a" version="1"/>', ''],
    ['neither id nor namespace', '<data/>', ''],
    ['an id beside a namespace', '<data id="a" xmlns="http://dtree.example"/>', ''],
    ['instances in files', '<data id="a"/>', '<instance id="i" src="jr://file-csv/i.csv"/>'],
    ['a case that is no case block', '<data id="a"><case/></data>', ''],
  ] as const) {
    it(`is ODK's with ${title}`, () => {
      expect(dialectOf(root, instance)).to.equal('odk');
    });
  }
});
