import { expect } from 'chai';
import type { FullLookupTable } from '../../src/project/lookup-table.ts';
import type { ProjectChange, ProjectState } from '../../src/project/project-change.ts';
import { applyProjectChange } from '../../src/project/project-change.ts';
import { exportSheets } from '../../src/sheets/export-sheets.ts';
import type { ImportPlan } from '../../src/sheets/plan-import.ts';
import { kindOfSheet, planImport } from '../../src/sheets/plan-import.ts';
import { readSheets } from '../../src/sheets/read-sheets.ts';
import { faultText } from '../../src/sheets/sheet-problem.ts';
import type { Sheet } from '../../src/sheets/sheet.ts';
import { writeCsv, writeExcel } from '../../src/sheets/write-sheets.ts';
import { district, emptyProject, towns } from '../project/project-examples.ts';

describe('sheets of a project', () => {
  it('change nothing when they come back as they were written, as CSV and as Excel', async () => {
    for (const through of [throughCsv, throughExcel]) {
      const sheets = await through(exportSheets(district, [towns]));
      const plan = planned(sheets, district, [towns]);
      expect(plan.problems).to.deep.equal([]);
      expect(plan.changes).to.deep.equal([]);
      expect(plan.sheets.map(({ kind }) => kind)).to.have.members([
        'levels',
        'locations',
        'groups',
        'people',
        'table',
      ]);
    }
  });

  it('build the same project again from an empty one', async () => {
    const sheets = withoutIds(exportSheets(district, [towns])).map(withPasswords);
    const { changes, problems } = planned(sheets, emptyProject, []);
    expect(problems).to.deep.equal([]);
    const built = changes.reduce(applyProjectChange, emptyProject);
    expect(withoutIds(exportSheets(built, []))).to.deep.equal(
      withoutIds(exportSheets(district, [])),
    );
    const rows = changes.find((change) => change.kind === 'table.rows');
    expect(rows?.rows).to.have.length(towns.rows.length);
  });

  it('leave as it is what they have no column for, and clear what they leave empty', () => {
    const few = planned([sheet('people', ['username', 'first_name'], ['nina', 'Nina'])]);
    expect(few.changes).to.deep.equal([]);
    const empty = planned([
      sheet('people', ['username', 'group 1', 'location_code 1'], ['nina', '', '']),
    ]);
    expect(empty.changes.map(({ kind }) => kind)).to.deep.equal([
      'member.remove',
      'member.remove',
      'assignments.set',
    ]);
  });

  it('take CommCare’s name apart, and lists in any number of columns', () => {
    const { changes, sheets } = planned([
      sheet(
        'users',
        ['username', 'name', 'password', 'group', 'group 2', 'data: Zone'],
        ['omar', 'Omar  ben Ali', 'long enough', 'Village B', 'Village A', 'north'],
      ),
    ]);
    const [save] = changes;
    expect(save).to.have.nested.property('user.firstName', 'Omar');
    expect(save).to.have.nested.property('user.lastName', 'ben Ali');
    expect(save).to.have.nested.property('user.userData.Zone', 'north');
    expect(ofKind(changes, 'member.add').map(({ groupId }) => groupId)).to.deep.equal(['b', 'a']);
    expect(sheets[0]?.made).to.deep.equal(['omar']);
  });

  it('tell every fault with its row, its column and what to do', () => {
    const { problems } = planned([
      sheet(
        'people',
        ['username', 'password', 'kind', 'is_active', 'group 1', 'location_code 1'],
        ['nina', '', 'robot', 'maybe', 'Village Q', 'nowhere'],
        ['Omar!', 'short', '', '', '', ''],
        ['pia', '', '', '', '', ''],
        ['nina', '', '', '', '', ''],
      ),
    ]);
    expect(problems.map(({ row, column, kind }) => `${row} ${column} ${kind}`)).to.have.members([
      '2 kind notOneOf',
      '2 is_active notOneOf',
      '2 group 1 unknown',
      '2 location_code 1 unknown',
      '3 username badCode',
      '3 password shortPassword',
      '4 password missing',
      '5 username twice',
    ]);
    expect(problems.map(faultText).join('\n'))
      .to.contain('There is no group “Village Q”')
      .and.contain('“robot” is none of: mobile, web');
  });

  it('do not pass over a column that they do not know', () => {
    const { problems, changes } = planned([sheet('groups', ['name', 'case sharing'], ['C', 'no'])]);
    expect(problems).to.have.length(1);
    expect(problems[0]).to.include({ kind: 'unknownColumn', column: 'case sharing', row: 1 });
    expect(changes).to.deep.equal([]);
  });

  it('ask what the project wants to know of its users', () => {
    const state: ProjectState = {
      ...district,
      userFields: [{ name: 'zone', label: 'Zone', required: true, choices: ['north', 'south'] }],
    };
    const headings = ['username', 'password', 'data: zone'];
    const plan = planned(
      [sheet('people', headings, ['omar', 'long enough', 'east'], ['pia', 'long enough', ''])],
      state,
    );
    expect(plan.problems.map(({ kind, column }) => `${column} ${kind}`)).to.deep.equal([
      'data: zone notOneOf',
      'data: zone missing',
    ]);
  });

  it('put locations below others that stand further down, and archive only at the end', () => {
    const headings = ['site_code', 'name', 'level', 'parent_code', 'is_archived'];
    const { changes, problems } = planned([
      sheet('levels', ['code', 'name'], ['hut', 'Hut']),
      sheet(
        'locations',
        headings,
        ['x2', 'X 2', 'Hut', 'x1', 'yes'],
        ['x1', 'X 1', 'hut', '', 'yes'],
      ),
    ]);
    expect(problems).to.deep.equal([]);
    expect(changes.map(({ kind }) => kind)).to.deep.equal([
      'level.save',
      'location.save',
      'location.save',
      'location.archive',
      'location.archive',
    ]);
  });

  it('tell what the project refuses in the row that asks for it', () => {
    const { problems } = planned([
      sheet('people', ['username', 'role'], ['admin', 'worker']),
      sheet('locations', ['site_code', 'name', 'parent_code'], ['c', 'Amani', 'c']),
    ]);
    expect(problems.map(({ sheet: name, row }) => `${name} ${row}`)).to.deep.equal([
      'locations 2',
      'people 2',
    ]);
    expect(problems.map(faultText).join())
      .to.contain('only administrator')
      .and.contain('below itself');
  });

  it('replace the rows of a lookup table, and add its new columns', () => {
    const { changes } = planned(
      [sheet('town', ['@code', 'name', 'people', 'location 1'], ['m', 'Moshi', '200', 'c'])],
      district,
      [towns],
    );
    expect(changes).to.deep.equal([
      {
        kind: 'table.save',
        table: {
          code: 'town',
          forEverybody: false,
          columns: [...towns.columns, { name: 'people', isAttribute: false, isIndexed: false }],
        },
      },
      {
        kind: 'table.rows',
        code: 'town',
        rows: [{ values: { code: 'm', name: 'Moshi', people: '200' }, owners: ['c'] }],
      },
    ]);
  });

  it('take a column without a number for one of the table, whatever it is called', () => {
    const { changes, problems } = planned(
      [sheet('visit', ['code', 'location', 'group'], ['v', 'c', 'red'])],
      district,
      [],
    );
    expect(problems).to.deep.equal([]);
    const column = (name: string) => ({ name, isAttribute: false, isIndexed: false });
    const columns = [column('code'), column('location'), column('group')];
    expect(changes).to.deep.equal([
      { kind: 'table.save', table: { code: 'visit', forEverybody: true, columns } },
      {
        kind: 'table.rows',
        code: 'visit',
        rows: [{ values: { code: 'v', location: 'c', group: 'red' }, owners: [] }],
      },
    ]);
  });

  it('never hold a formula, and give back what looked like one', async () => {
    const cells = ['=1+1', '+255 7', '-5', '@x', "'=x", "'plain", 'plain', '\tx'];
    const csv = await writeCsv({ name: 'x', rows: [cells] });
    const [first] = csv.replace('\uFEFF', '').split('\r\n');
    expect(first?.split(',').filter((cell) => /^"?[=+\-@\t]/.test(cell))).to.deep.equal([]);
    const [back] = await readSheets('x.csv', new TextEncoder().encode(csv));
    expect(back?.rows[0]).to.deep.equal(cells);
  });

  it('are refused with a sentence when the file holds none', async () => {
    const files: [string, Uint8Array, RegExp][] = [
      ['a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /cannot be read as an Excel file/],
      ['a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /save it as \.xlsx/],
      ['a.csv', new Uint8Array([0x61, 0xff, 0xfe]), /not in UTF-8/],
    ];
    for (const [name, bytes, words] of files) {
      const error = await readSheets(name, bytes).then(
        () => undefined,
        (thrown: Error) => thrown,
      );
      expect(error?.message).to.match(words);
    }
  });
});

function planned(
  sheets: readonly Sheet[],
  state: ProjectState = district,
  tables: readonly FullLookupTable[] = [],
): ImportPlan {
  let next = 0;
  const kinds = sheets.map((each) => ({ sheet: each, kind: kindOfSheet(each) }));
  return planImport(kinds, state, tables, () => `new-${(next += 1)}`);
}

function sheet(name: string, ...rows: string[][]): Sheet {
  return { name, rows };
}

function ofKind<Kind extends ProjectChange['kind']>(
  changes: readonly ProjectChange[],
  kind: Kind,
): Extract<ProjectChange, { kind: Kind }>[] {
  return changes.filter(
    (change): change is Extract<ProjectChange, { kind: Kind }> => change.kind === kind,
  );
}

async function throughCsv(sheets: readonly Sheet[]): Promise<Sheet[]> {
  const files = await Promise.all(sheets.map(writeCsv));
  const read = files.map((text, at) =>
    readSheets(`${sheets[at]?.name}.csv`, new TextEncoder().encode(text)),
  );
  return (await Promise.all(read)).flat();
}

async function throughExcel(sheets: readonly Sheet[]): Promise<Sheet[]> {
  const file = await writeExcel(sheets);
  return readSheets('all.xlsx', new Uint8Array(await file.arrayBuffer()));
}

const IDS = ['user_id', 'group_id', 'location_id'];

function withoutIds(sheets: readonly Sheet[]): Sheet[] {
  return sheets.map(({ name, rows }) => {
    const ids = new Set(rows[0]?.flatMap((heading, at) => (IDS.includes(heading) ? [at] : [])));
    const kept = rows.map((cells) => cells.filter((_, at) => !ids.has(at)));
    return { name, rows: [kept[0] ?? [], ...kept.slice(1).sort()] };
  });
}

function withPasswords({ name, rows }: Sheet): Sheet {
  const at = rows[0]?.indexOf('password') ?? -1;
  const filled = rows.map((cells, row) =>
    row === 0 || at < 0 ? cells : cells.with(at, 'long enough'),
  );
  return { name, rows: filled };
}
