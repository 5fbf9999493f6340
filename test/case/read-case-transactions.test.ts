import { expect } from 'chai';
import { CaseTransactionError } from '../../src/case/case-error.ts';
import { readCaseTransactions } from '../../src/case/read-case-transactions.ts';
import type { CaseTransaction } from '../../src/case/case-transaction.ts';
import { parseXml } from '../../src/xml/parse-xml.ts';

const NS = 'xmlns="http://commcarehq.org/case/transaction/v2"';

function read(form: string): CaseTransaction[] {
  return readCaseTransactions(parseXml(form, 'form.xml'));
}

function readBlock(content: string): CaseTransaction {
  const block = `<case ${NS} case_id="c1" date_modified="2026-03-04T05:06:07Z" user_id="u1">${content}</case>`;
  return read(`<data>${block}</data>`)[0]!;
}

function errorOf(run: () => unknown): CaseTransactionError {
  try {
    run();
  } catch (error) {
    if (error instanceof CaseTransactionError) return error;
    throw error;
  }
  throw new Error('No error was thrown');
}

const refuse = (content: string): string => errorOf(() => readBlock(content)).message;

describe('readCaseTransactions', () => {
  it('finds blocks at any depth, in any namespace, in document order', () => {
    const form = `<data><g><h><case ${NS} case_id="a" date_modified="2026-01-01"/></h></g>
      <x:case xmlns:x="urn:x" case_id="b" date_modified="2026-01-01"/>
      <Case case_id="c" date_modified="2026-01-01"/></data>`;
    expect(read(form).map((block) => block.caseId)).to.deep.equal(['a', 'b', 'c']);
  });

  it('takes no notice of elements with the names of actions outside of a block', () => {
    expect(read('<data><update><age>1</age></update><close/></data>')).to.deep.equal([]);
  });

  it('reads create with and without an owner', () => {
    const create = '<case_type>patient</case_type><case_name> Ann </case_name>';
    expect(readBlock(`<create>${create}</create>`).actions).to.deep.equal([
      { kind: 'create', caseType: 'patient', caseName: 'Ann', ownerId: undefined },
    ]);
    expect(readBlock(`<create>${create}<owner_id/></create>`).actions[0]).to.include({
      ownerId: '',
    });
  });

  it('keeps the actions of a block in document order', () => {
    const kinds = readBlock(
      '<update/><close/><index/><attachment/><update><a>1</a></update>',
    ).actions.map((action) => action.kind);
    expect(kinds).to.deep.equal(['update', 'close', 'index', 'attachment', 'update']);
  });

  it('trims control characters and spaces, and keeps no-break spaces', () => {
    const [update] = readBlock('<update><a>\n\t x\u00a0 \n</a></update>').actions;
    expect(update).to.deep.equal({ kind: 'update', properties: [{ name: 'a', value: 'x\u00a0' }] });
  });

  it('joins text that comments and CDATA split', () => {
    const [update] = readBlock('<update><a>x<!-- - --><![CDATA[<y>]]></a></update>').actions;
    expect(update).to.have.deep.property('properties', [{ name: 'a', value: 'x<y>' }]);
  });

  it('takes an index without a relationship for a child, and a blank one for a removal', () => {
    const [index] = readBlock(
      '<index><parent case_type="house">h1</parent><host/></index>',
    ).actions;
    expect(index).to.have.deep.property('indices', [
      { name: 'parent', caseType: 'house', target: 'h1', relationship: 'child' },
      { name: 'host', caseType: '', target: '', relationship: 'child' },
    ]);
  });

  it('reads attachments by their source', () => {
    const [attachment] = readBlock(
      '<attachment><photo src="p.jpg" from="local"/><old/></attachment>',
    ).actions;
    expect(attachment).to.have.deep.property('attachments', [
      { name: 'photo', src: 'p.jpg', from: 'local' },
      { name: 'old', src: '', from: '' },
    ]);
  });

  it('allows 255 UTF-16 units in the limited fields and refuses 256', () => {
    const of = (name: string, length: number): string =>
      `<update><${name}>${'n'.repeat(length)}</${name}></update>`;
    for (const name of ['case_type', 'case_name', 'owner_id', 'external_id']) {
      expect(readBlock(of(name, 255)).actions).to.have.lengthOf(1);
      expect(refuse(of(name, 256))).to.equal(
        `Invalid <${name}>, value must be 255 characters or less`,
      );
    }
    expect(readBlock(of('note', 300)).actions).to.have.lengthOf(1);
    expect(refuse(`<update><case_name>${'😀'.repeat(128)}</case_name></update>`)).to.match(/255/);
  });

  it('refuses a case that is its own parent', () => {
    expect(refuse('<index><parent case_type="x"> c1 </parent></index>')).to.equal(
      'Case c1 cannot index itself',
    );
  });

  const faults: [string, string, RegExp][] = [
    [
      'an unknown child of create',
      '<create><foo/></create>',
      /^Expected one of \[case_type, owner_id, case_name\], found foo$/,
    ],
    [
      'a create without a name',
      '<create><case_type>t</case_type></create>',
      /^One of \[case_type, case_name\] is missing for case <create> with ID: c1$/,
    ],
    [
      'an index with a blank relationship',
      '<index><p case_type="t" relationship="">x</p></index>',
      /^Invalid Case Transaction: Attempt to create '' relationship type$/,
    ],
    [
      'an index without a case type',
      '<index><p>x</p></index>',
      /^Invalid index, must have a case type attribute/,
    ],
    [
      'an element inside a property',
      '<update><a>x<b/></a></update>',
      /<a> of case c1 takes text only, found the element <b>/,
    ],
    [
      'text between properties',
      '<update>oops<a>1</a></update>',
      /Text is not allowed directly in <update> of case c1: 'oops'/,
    ],
    [
      'an element in a close',
      '<close><reason>moved</reason></close>',
      /<close> of case c1 takes nothing, found the element <reason>/,
    ],
    ['text in a close', '<close>moved</close>', /Text is not allowed directly in <close>/],
    ['text between actions', 'oops<close/>', /Text is not allowed directly in <case>/],
    [
      'an unknown action',
      '<destroy/>',
      /Expected one of \[create, update, index, attachment, close\] in case c1, found destroy/,
    ],
  ];
  for (const [what, content, message] of faults) {
    it(`refuses ${what}`, () => expect(refuse(content)).to.match(message));
  }

  const attributes: [string, string, RegExp][] = [
    [
      'a missing case id',
      'date_modified="2026-01-01"',
      /^The case_id attribute of a <case> {2}wasn't set$/,
    ],
    ['a blank case id', 'case_id="" date_modified="2026-01-01"', /^The case_id attribute/],
    ['a missing date', 'case_id="c"', /^The date_modified attribute of a <case> c wasn't set$/],
    ['a date that is none', 'case_id="c" date_modified="soon"', /is not a date: 'soon'/],
    [
      'a day that does not exist',
      'case_id="c" date_modified="2026-02-30T00:00:00Z"',
      /is not a date/,
    ],
    [
      'an hour that does not exist',
      'case_id="c" date_modified="2026-02-20T25:00:00Z"',
      /is not a date/,
    ],
  ];
  for (const [what, text, message] of attributes) {
    it(`refuses ${what}`, () => {
      expect(errorOf(() => read(`<data><case ${text}/></data>`)).message).to.match(message);
    });
  }

  it('tells the line and the case of a fault', () => {
    const form = `<data>\n<case case_id="c" date_modified="2026-01-01">\n<update>\n<a><b/></a></update></case></data>`;
    expect(errorOf(() => read(form))).to.include({ caseId: 'c', line: 4 });
  });
});
