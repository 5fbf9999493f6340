import { expect } from 'chai';
import { applyCaseTransactions } from '../../src/case/apply-case-transactions.ts';
import type { ApplyOptions } from '../../src/case/apply-case-transactions.ts';
import type { CaseChange } from '../../src/case/case-change.ts';
import { CaseTransactionError } from '../../src/case/case-error.ts';
import type { Case } from '../../src/case/case.ts';
import { readCaseTransactions } from '../../src/case/read-case-transactions.ts';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { aCase, child } from './a-case.ts';

const NOW = '2026-05-06T07:08:09Z';

function block(caseId: string, content: string, attributes = 'user_id="u2"'): string {
  return `<case case_id="${caseId}" date_modified="2026-03-04" ${attributes}>${content}</case>`;
}

const create = (extra = ''): string =>
  `<create><case_type>patient</case_type><case_name>Ann</case_name>${extra}</create>`;
const update = (name: string, value: string): string =>
  `<update><${name}>${value}</${name}></update>`;
const index = (target: string, name = 'parent'): string =>
  `<index><${name} case_type="house">${target}</${name}></index>`;

function apply(
  held: readonly Case[],
  blocks: string,
  options: Partial<ApplyOptions> = {},
): CaseChange[] {
  const cases = new Map(held.map((of) => [of.caseId, of]));
  const transactions = readCaseTransactions(parseXml(`<data>${blocks}</data>`, 'form.xml'));
  return applyCaseTransactions((id) => cases.get(id), transactions, {
    mode: 'device',
    userId: 'me',
    now: NOW,
    ...options,
  });
}

function after(held: readonly Case[], blocks: string, options: Partial<ApplyOptions> = {}): Case {
  return apply(held, blocks, options)[0]!.after;
}

function refusal(
  held: readonly Case[],
  blocks: string,
  options: Partial<ApplyOptions> = {},
): string {
  try {
    apply(held, blocks, options);
  } catch (error) {
    if (error instanceof CaseTransactionError) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused');
}

describe('applyCaseTransactions', () => {
  it('makes a case that is opened and changed on the date of its block', () => {
    const made = after([], block('n', create('<owner_id>g1</owner_id>') + update('age', '5')));
    expect(made).to.deep.equal(
      aCase('n', {
        caseName: 'Ann',
        ownerId: 'g1',
        userId: 'u2',
        dateOpened: '2026-03-04',
        lastModified: '2026-03-04',
        properties: { age: '5' },
      }),
    );
  });

  it('leaves the given cases as they are', () => {
    const held = aCase('c', { properties: { age: '1' } });
    const [change] = apply([held], block('c', update('age', '2')));
    expect(held.properties).to.deep.equal({ age: '1' });
    expect(change).to.include({ before: held });
  });

  it('takes the user of the block for the owner, then the sender of the form', () => {
    expect(after([], block('n', create()))).to.include({ ownerId: 'u2' });
    expect(after([], block('n', create(), ''))).to.include({ ownerId: 'me', userId: 'me' });
  });

  for (const mode of ['device', 'server'] as const) {
    it(`takes a blank owner of a new case for none given (${mode})`, () => {
      const blank = block('n', create('<owner_id>-</owner_id>') + update('owner_id', ''));
      expect(after([], blank, { mode })).to.include({ ownerId: 'u2' });
      expect(after([], block('n', create('<owner_id/>')), { mode })).to.include({ ownerId: 'u2' });
    });

    it(`leaves the owner of a known case when the new one is blank (${mode})`, () => {
      const held = [aCase('c', { ownerId: 'g1' })];
      expect(after(held, block('c', update('owner_id', '')), { mode })).to.include({
        ownerId: 'g1',
      });
    });

    it(`creates before it updates, whatever the order of the blocks (${mode})`, () => {
      const made = after([], block('n', update('age', '5')) + block('n', create()), { mode });
      expect(made).to.include({ caseName: 'Ann' });
      expect(made.properties).to.deep.equal({ age: '5' });
    });

    it(`takes several updates of a case in their order, and closes it after them (${mode})`, () => {
      const updates = block('c', update('p', '1'), 'user_id="u4"') + block('c', update('p', '2'));
      const blocks = block('c', '<close/>', 'user_id="u3"') + updates;
      const changed = { status: 'closed', properties: { p: '2' }, userId: 'u3' };
      expect(after([aCase('c')], blocks, { mode })).to.deep.include(changed);
    });

    it(`keeps the owner of a known case that is created again without one (${mode})`, () => {
      expect(after([aCase('c')], block('c', create()), { mode }).ownerId).to.equal('u1');
    });

    it(`reads name as an alias of case_name (${mode})`, () => {
      const made = after([aCase('c')], block('c', update('name', 'Bo')), { mode });
      expect(made).to.deep.include({ caseName: 'Bo', properties: {} });
    });
  }

  it('puts fields where they belong and everything else among the properties', () => {
    const values = ['case_type', 'case_name', 'owner_id', 'external_id', 'category', 'state', 'x'];
    const all = `<update>${values.map((name) => `<${name}>${name}!</${name}>`).join('')}</update>`;
    expect(after([aCase('c')], block('c', all))).to.deep.include({
      caseType: 'case_type!',
      caseName: 'case_name!',
      ownerId: 'owner_id!',
      externalId: 'external_id!',
      category: 'category!',
      state: 'state!',
      properties: { x: 'x!' },
    });
  });

  it('stores properties with the names of JavaScript', () => {
    const made = after(
      [aCase('c')],
      block('c', '<update><__proto__>p</__proto__><constructor>k</constructor></update>'),
    );
    expect(Object.entries(made.properties)).to.deep.equal([
      ['__proto__', 'p'],
      ['constructor', 'k'],
    ]);
  });

  it('sets date_opened to a date or nothing', () => {
    const opened = (text: string): string =>
      after([aCase('c')], block('c', update('date_opened', text))).dateOpened;
    expect(opened('2025-12-01')).to.equal('2025-12-01');
    expect(opened('2025-12-01T10:00:00Z')).to.equal('2025-12-01T10:00:00Z');
    expect(opened('soon')).to.equal('');
  });

  it('never removes a property: a blank value is stored', () => {
    const held = [aCase('c', { properties: { age: '1' } })];
    expect(after(held, block('c', update('age', ''))).properties).to.deep.equal({ age: '' });
  });

  it('overwrites name, type and owner when an id is created again, and keeps the rest', () => {
    const held = aCase('c', {
      status: 'closed',
      properties: { age: '1' },
      dateOpened: '2020-01-01',
    });
    expect(after([held], block('c', create('<owner_id>g2</owner_id>')))).to.deep.equal({
      ...held,
      caseName: 'Ann',
      ownerId: 'g2',
      userId: 'u2',
      lastModified: '2026-03-04',
    });
  });

  it('changes a closed case and leaves it closed', () => {
    const held = [aCase('c', { status: 'closed' })];
    expect(after(held, block('c', update('age', '9')))).to.include({ status: 'closed' });
  });

  it('replaces an index by name and removes it by a blank target', () => {
    const held = [aCase('c', { indices: [child('h1')] })];
    expect(after(held, block('c', index('h2'))).indices[0]).to.include({ target: 'h2' });
    expect(after(held, block('c', index(''))).indices).to.deep.equal([]);
  });

  it('keeps attachments by name', () => {
    const attach = (content: string): string => `<attachment>${content}</attachment>`;
    const held = after([aCase('c')], block('c', attach('<p src="1.jpg" from="local"/>')));
    expect(held.attachments).to.deep.equal([{ name: 'p', src: '1.jpg', from: 'local' }]);
    expect(after([held], block('c', attach('<p/>'))).attachments).to.deep.equal([]);
  });

  it('reports a change that decides who holds cases, and no other', () => {
    const held = [aCase('c', { ownerId: 'g1' }), aCase('h')];
    const disrupted = (content: string): boolean => apply(held, block('c', content))[0]!.disrupted;
    expect(disrupted(update('age', '1'))).to.equal(false);
    expect(disrupted(update('owner_id', 'g1'))).to.equal(false);
    expect(disrupted(update('owner_id', 'g2'))).to.equal(true);
    expect(disrupted(index('h'))).to.equal(true);
    expect(disrupted('<close/>')).to.equal(true);
  });

  it('reports nothing for a block without actions', () => {
    expect(apply([aCase('c')], block('c', '') + block('nobody', ''))).to.deep.equal([]);
  });

  it('makes one change of all blocks for a case', () => {
    const changes = apply(
      [aCase('c')],
      block('c', update('a', '1')) + block('c', update('b', '2')),
    );
    expect(changes).to.have.lengthOf(1);
    expect(changes[0]!.after.properties).to.deep.equal({ a: '1', b: '2' });
  });

  it('replaces all of a case by a block that is the whole of it', () => {
    const held = aCase('c', { properties: { old: '1' }, indices: [child('h')], status: 'closed' });
    const [transaction] = readCaseTransactions(parseXml(`<d>${block('c', create())}</d>`, 'f'));
    const [change] = applyCaseTransactions(() => held, [{ ...transaction!, complete: true }], {
      mode: 'device',
      userId: 'me',
      now: NOW,
    });
    expect(change!.after).to.deep.include({ properties: {}, indices: [], status: 'open' });
    expect(change!.before).to.equal(held);
  });

  describe('on a device', () => {
    for (const content of [
      update('a', '1'),
      '<close/>',
      index('h'),
      '<attachment><p/></attachment>',
    ]) {
      it(`refuses ${content.slice(0, 8)} for a case that is not there`, () => {
        expect(refusal([], block('x', content))).to.equal(
          "Unable to update or close case x, it wasn't found",
        );
      });
    }

    it('lets an index point to a case that it does not hold', () => {
      expect(after([aCase('c')], block('c', index('elsewhere'))).indices).to.have.lengthOf(1);
    });

    it('passes over a file for a case that it does not hold', () => {
      const blocks = block('x', '<attachment><p src="1.jpg" from="local"/></attachment>');
      expect(apply([], blocks)).to.deep.equal([]);
    });
  });

  describe('on the server', () => {
    const mode = 'server';

    it('makes a case of an update whose create has not arrived', () => {
      expect(after([], block('n', update('age', '5')), { mode })).to.deep.equal(
        aCase('n', {
          caseType: '',
          caseName: '',
          ownerId: 'u2',
          userId: 'u2',
          dateOpened: '2026-03-04',
          lastModified: '2026-03-04',
          properties: { age: '5' },
        }),
      );
    });

    it('refuses an index to a case that does not exist', () => {
      expect(refusal([aCase('c')], block('c', index('x')), { mode })).to.equal(
        "Case 'c' references non-existent case 'x'",
      );
    });

    it('takes an index to a case that the same form makes later', () => {
      const blocks = block('n', create() + index('m')) + block('m', create());
      expect(apply([], blocks, { mode })).to.have.lengthOf(2);
    });

    it('refuses indices that lead back to where they started', () => {
      const held = [
        aCase('a', { indices: [child('b')] }),
        aCase('b', { indices: [child('c')] }),
        aCase('c'),
      ];
      expect(refusal(held, block('c', index('a')), { mode })).to.match(
        /case 'c' lead back to itself/,
      );
    });

    it('does not ask about indices that the form leaves alone', () => {
      const held = [aCase('c', { indices: [child('lost')] })];
      expect(apply(held, block('c', update('a', '1')), { mode })).to.have.lengthOf(1);
    });
  });

  describe('strictly as the reference engine', () => {
    const strict = true;

    it('refuses an update before the create', () => {
      const blocks = block('n', update('age', '5')) + block('n', create());
      expect(refusal([], blocks, { strict })).to.match(/wasn't found/);
    });

    it('stores a blank owner, and refuses one in create', () => {
      expect(after([aCase('c')], block('c', update('owner_id', '')), { strict })).to.include({
        ownerId: '',
      });
      expect(refusal([], block('n', create('<owner_id/>')), { strict })).to.equal(
        'One of [user_id, owner_id] is missing for case <create> with ID: n',
      );
    });

    it('takes name for a property, and no time in date_opened', () => {
      const made = after(
        [aCase('c')],
        block('c', update('name', 'x') + update('date_opened', '2026-01-01T00:00:00Z')),
        { strict },
      );
      expect(made).to.deep.include({ caseName: 'c', dateOpened: '', properties: { name: 'x' } });
    });
  });

  it('says who is missing when nobody can own a new case', () => {
    expect(refusal([], block('n', create(), ''), { userId: '' })).to.equal(
      'One of [user_id, owner_id] is missing for case <create> with ID: n',
    );
  });
});
