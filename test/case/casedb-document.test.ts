import { expect } from 'chai';
import { CaseDatabase } from '../../src/case/case-database.ts';
import { casedbDocument } from '../../src/case/casedb-document.ts';
import { XPathDate } from '../../src/xpath/xpath-date.ts';
import type { XPathNode } from '../../src/xpath/xpath-node.ts';
import { aCase, child } from './a-case.ts';

const ann = aCase('c1', {
  caseName: 'Ann',
  externalId: 'X1',
  dateOpened: '2026-01-10',
  lastModified: '2026-02-20T23:45:00.000000Z',
  properties: { age: '34', note: '' },
  indices: [child('h1')],
  attachments: [{ name: 'photo', src: 'p.jpg', from: 'local' }],
});

function casedb(database: CaseDatabase, timeZone?: string): XPathNode {
  return casedbDocument(database, timeZone).childrenNamed('casedb')[0]!;
}

const names = (nodes: readonly XPathNode[]): string[] => nodes.map((node) => node.name);
const texts = (nodes: readonly XPathNode[]): string[] => nodes.map((node) => node.text);

describe('casedbDocument', () => {
  const root = casedb(new CaseDatabase([ann, aCase('c2', { status: 'closed' })]));
  const [first, second] = root.children as [XPathNode, XPathNode];

  it('is a document with casedb and its cases, each knowing its place', () => {
    expect(root.parent).to.include({ kind: 'document', parent: undefined });
    expect(names(root.children)).to.deep.equal(['case', 'case']);
    expect([first.index, second.index]).to.deep.equal([0, 1]);
    expect(first.parent).to.equal(root);
    expect(root.childrenNamed('patient')).to.deep.equal([]);
  });

  it('has what identifies a case in attributes', () => {
    expect(first.attributes.map((node) => [node.name, node.text])).to.deep.equal([
      ['case_id', 'c1'],
      ['case_type', 'patient'],
      ['status', 'open'],
      ['owner_id', 'u1'],
      ['external_id', 'X1'],
    ]);
    expect(second.attribute('status')).to.include({ text: 'closed', kind: 'attribute' });
    expect(second.attribute('external_id')).to.equal(undefined);
  });

  it('has name, dates, properties, index and attachment as children', () => {
    const all = [
      'case_name',
      'date_opened',
      'last_modified',
      'external_id',
      'userid',
      'age',
      'note',
      'index',
      'attachment',
    ];
    expect(names(first.children)).to.deep.equal(all);
    expect(texts(first.childrenNamed('age'))).to.deep.equal(['34']);
    expect(texts(first.childrenNamed('note'))).to.deep.equal(['']);
    expect(names(second.children)).to.deep.equal([
      'case_name',
      'date_opened',
      'last_modified',
      'userid',
    ]);
  });

  it('gives the owner as userid, too, and finds cases by it', () => {
    expect(texts(first.childrenNamed('userid'))).to.deep.equal(['u1']);
    expect(root.lookup!('case', 'userid', 'u1')).to.include(first);
  });

  it('has no node for an absent property, and lets one be asked for', () => {
    expect(first.childrenNamed('toString')).to.deep.equal([]);
    expect(second.childrenNamed('index')).to.deep.equal([]);
    expect(second.canHave!(['village'])).to.equal(true);
    expect(second.canHave!(['index', 'parent', '@case_type'])).to.equal(true);
    expect(second.canHave!(['village', 'north'])).to.equal(false);
    expect(root.canHave!(['case', 'village'])).to.equal(true);
    expect(root.canHave!(['house'])).to.equal(false);
  });

  it('has indices with type and relationship, and attachments', () => {
    const parent = first.childrenNamed('index')[0]!.childrenNamed('parent')[0]!;
    expect(parent.text).to.equal('h1');
    expect(parent.attribute('case_type')?.text).to.equal('patient');
    expect(parent.attribute('relationship')?.text).to.equal('child');
    expect(parent.parent?.parent).to.equal(first);
    expect(first.childrenNamed('attachment')[0]!.childrenNamed('photo')[0]!.text).to.equal('p.jpg');
  });

  it('gives dates as days of the time zone', () => {
    const day = (timeZone: string, name: string): XPathNode =>
      casedb(new CaseDatabase([ann]), timeZone).children[0]!.childrenNamed(name)[0]!;
    expect(day('UTC', 'last_modified').text).to.equal('2026-02-20');
    expect(day('Africa/Nairobi', 'last_modified').text).to.equal('2026-02-21');
    expect(day('America/Lima', 'date_opened').text).to.equal('2026-01-10');
    expect(day('Africa/Nairobi', 'last_modified').value).to.deep.equal(
      new XPathDate(Date.parse('2026-02-20T21:00:00Z'), false),
    );
  });

  it('has a blank date where there is none', () => {
    const node = casedb(new CaseDatabase([aCase('c', { dateOpened: '' })])).children[0]!;
    expect(node.childrenNamed('date_opened')[0]).to.include({ text: '', value: '' });
  });

  it('gives one node for one state of a case, on whatever way it is reached', () => {
    expect(root.lookup!('case', '@case_id', 'c1')).to.deep.equal([first]);
    expect(root.lookup!('case', '@case_id', 'c1')![0]).to.equal(root.children[0]);
    expect(first.childrenNamed('age')[0]).to.equal(first.children[5]);
  });

  it('looks up what is indexed, and leaves blank values and dates to a walk', () => {
    expect(root.lookup!('case', 'index/parent', 'h1')).to.deep.equal([first]);
    expect(root.lookup!('case', 'age', '35')).to.deep.equal([]);
    expect(root.lookup!('case', 'age', '')).to.equal(undefined);
    expect(root.lookup!('case', 'date_opened', '2026-01-10')).to.equal(undefined);
    expect(root.lookup!('patient', 'age', '34')).to.deep.equal([]);
  });

  it('shows changes of the database at once', () => {
    const database = new CaseDatabase([ann]);
    const live = casedb(database);
    const before = live.children[0]!;
    database.put([{ ...ann, caseName: 'Bo' }, aCase('c9')]);
    expect(live.children).to.have.lengthOf(2);
    expect(live.children[0]).to.not.equal(before);
    expect(live.children[0]!.childrenNamed('case_name')[0]!.text).to.equal('Bo');
    expect(live.lookup!('case', 'case_name', 'Bo')).to.have.lengthOf(1);
  });

  it('has category and state as children, too', () => {
    const of = aCase('c', { category: 'c', state: 'draft' });
    const [node] = casedb(new CaseDatabase([of])).children;
    expect(node!.childrenNamed('category')[0]?.text).to.equal('c');
    expect(node!.childrenNamed('state')[0]?.text).to.equal('draft');
  });

  it('reads category and state of old apps from their properties', () => {
    const old = aCase('c', { properties: { patient_type: 'p', current_status: 's' } });
    const [node] = casedb(new CaseDatabase([old])).children;
    expect(node!.attribute('category')?.text).to.equal('p');
    expect(node!.attribute('state')?.text).to.equal('s');
  });
});
