import { expect } from 'chai';
import type { LookupTable } from '../../../src/project/lookup-table.ts';
import type { ProjectState } from '../../../src/project/project-change.ts';
import '../../../src/elements/admin/admin-project.ts';
import type { AdminProject } from '../../../src/elements/admin/admin-project.ts';
import type { AdminSection } from '../../../src/elements/shared/admin-place.ts';
import { exportSheets } from '../../../src/sheets/export-sheets.ts';
import { writeExcel } from '../../../src/sheets/write-sheets.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  mount,
  part,
  parts,
  settle,
  textOf,
  until,
} from '../case/mount.ts';
import { ProjectInMemory, village } from './project-in-memory.ts';

const town: LookupTable = {
  code: 'town',
  forEverybody: false,
  columns: [
    { name: 'code', isAttribute: true, isIndexed: true },
    { name: 'name', isAttribute: false, isIndexed: false },
  ],
};

describe('the administration of data', () => {
  let client: ProjectInMemory;
  let element: AdminProject;

  async function open(
    section: AdminSection,
    id?: string,
    { state = village, surroundings = {} }: { state?: ProjectState; surroundings?: object } = {},
  ): Promise<HTMLElement> {
    client = new ProjectInMemory(state);
    element = await mount('admin-project', { client, place: { section, id } }, surroundings);
    await until(() => parts(element, '[data-page]').length === 1);
    const page = part(element, '[data-page]');
    await settle(page);
    return page;
  }

  function type(page: Element, name: string, value: string): void {
    part<HTMLInputElement>(page, `[name=${name}]`).value = value;
  }

  async function choose(page: Element, name: string, content: BlobPart): Promise<void> {
    const files = new DataTransfer();
    files.items.add(new File([content], name));
    const input = part<HTMLInputElement>(page, 'input[type=file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await until(() => textOf(part(page, '[role=status]')) !== '');
    await settle(page);
  }

  const status = (page: Element) => textOf(part(page, '[role=status]'));

  it('shows what a file would change before it is imported, and whom that hits', async () => {
    const page = await open('import');
    await choose(
      page,
      'people.csv',
      'username,first_name,group 1\ndavid,David,Village B\nlone,Lone,\n',
    );
    expect(status(page)).to.contain('1 changed: david').and.contain('1 row is so already');
    button(page, 'Import').click();
    const impact = part(element, 'admin-impact');
    await until(() => part<HTMLDialogElement>(impact, 'dialog').open);
    expect(textOf(part(impact, 'dialog'))).to.contain('David registers for another owner');
    button(impact, 'Make the change').click();
    await until(() => textOf(part(element, '[role=status]')).includes('Imported:'));
    expect(client.state.directory.memberships).to.deep.include({ groupId: 'b', userId: 'david' });
    expect(status(page)).to.equal('');
  });

  it('imports nothing of a file with a fault, and says where it is', async () => {
    const page = await open('import');
    await choose(page, 'people.csv', 'username,group 1\nlone,Village A\nnina,Village Q\n');
    expect(status(page)).to.contain('1 thing has to be put right');
    expect(parts(page, '[role=status] tbody tr').map(textOf)).to.deep.equal([
      'people 3 group 1 There is no group “Village Q”: correct it, or add it first.',
    ]);
    expect(parts(page, 'button').map(textOf)).not.to.include('Import');
  });

  it('says of its own export that it changes nothing', async () => {
    const state = { ...village, tables: [town] };
    const page = await open('import', undefined, { state });
    const file = await writeExcel(exportSheets(state, [{ ...town, rows: [] }]));
    await choose(page, 'project.xlsx', file);
    expect(status(page)).to.contain('This file changes nothing.');
  });

  it('takes a sheet for what the administrator says it is', async () => {
    const page = await open('import');
    await choose(page, 'list.csv', 'name,case_sharing\nVillage C,yes\n');
    const select = part<HTMLSelectElement>(page, 'select');
    expect(select.value).to.equal('groups');
    select.value = 'table';
    select.dispatchEvent(new Event('change'));
    await until(() => status(page).includes('1 new: list'));
    button(page, 'Import').click();
    await until(() => client.made.length > 0);
    expect(client.made.map(({ kind }) => kind)).to.deep.equal(['table.save', 'table.rows']);
  });

  it('says what to do about a file that is no spreadsheet', async () => {
    const page = await open('import');
    await choose(page, 'old.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
    expect(status(page)).to.contain('save it as .xlsx or as CSV');
  });

  it('makes a table with columns that are added one by one', async () => {
    const page = await open('tables', '+');
    type(page, 'code', 'drug');
    type(page, 'column-0', 'name');
    button(page, 'Add a column').click();
    await settle(page);
    type(page, 'column-1', 'dose');
    part<HTMLInputElement>(page, '[name=index-1]').checked = true;
    button(page, 'Save').click();
    await until(() => client.made.length > 0);
    expect(client.state.tables).to.deep.equal([
      {
        code: 'drug',
        forEverybody: true,
        columns: [
          { name: 'name', isAttribute: false, isIndexed: false },
          { name: 'dose', isAttribute: false, isIndexed: true },
        ],
      },
    ]);
  });

  it('asks of people what the project wants to know', async () => {
    const page = await open('fields');
    button(page, 'Add a question').click();
    await settle(page);
    type(page, 'label-0', 'Zone');
    type(page, 'name-0', 'zone');
    type(page, 'choices-0', 'north\n south \n');
    button(page, 'Save').click();
    await until(() => client.made.length > 0);
    const [field] = client.state.userFields;
    expect(field).to.deep.equal({
      name: 'zone',
      label: 'Zone',
      required: false,
      choices: ['north', 'south'],
    });
    const person = await open('people', 'nina', { state: client.state });
    type(person, 'data-zone', 'south');
    button(person, 'Save').click();
    await until(() => client.made.length > 0);
    expect(client.state.users.find(({ userId }) => userId === 'nina')?.userData).to.deep.equal({
      zone: 'south',
    });
  });

  it('gives the selected cases to a new owner, after saying who will see them', async () => {
    const page = await open('cases');
    await until(() => parts(page, 'tbody tr').length === 2);
    part<HTMLInputElement>(page, '[aria-label="Select Bahati"]').click();
    await settle(page);
    part<HTMLSelectElement>(page, '[name=newOwner]').value = 'b';
    button(page, 'Give 1 case away').click();
    const impact = part(page, 'admin-impact');
    await until(() => part<HTMLDialogElement>(impact, 'dialog').open);
    expect(textOf(part(impact, 'dialog')))
      .to.contain('David sees other cases')
      .and.contain('1 case appears');
    button(impact, 'Make the change').click();
    await until(() =>
      textOf(part(page, '[role=status]')).includes('1 case was given to Village B.'),
    );
    expect(client.caseRows[1]?.ownerId).to.equal('b');
  });

  it('finds the cases that nobody sees, and shows more of many on request', async () => {
    const page = await open('cases');
    await until(() => parts(page, 'tbody tr').length === 2);
    button(page, 'More cases').click();
    await until(() => parts(page, 'tbody tr').length === 3);
    type(page, 'owner', 'nobody');
    button(page, 'Search').click();
    await until(() => parts(page, 'tbody tr').length === 1);
    expect(textOf(part(page, 'tbody tr'))).to.contain('Bahati');
  });

  it('tells the past of a case, and what was overwritten unseen', async () => {
    const page = await open('cases', 'k1');
    await until(() => parts(page, '.steps > li').length === 2);
    const [newest, first] = parts(page, '.steps > li').map(textOf);
    expect(newest)
      .to.contain('Visit, by nina')
      .and.contain('town Moshi Tanga')
      .and.contain('Replaces what david had entered (Visit)')
      .and.contain('it stays closed');
    expect(first).to.contain('opened the case');
  });

  it('shows what a person’s devices receive when it is asked for', async () => {
    const page = await open('people', 'nina');
    const holdings = part(page, 'admin-holdings');
    part(holdings, 'summary').click();
    await until(() => parts(holdings, 'tbody tr').length > 0);
    expect(textOf(part(holdings, 'details')))
      .to.contain('1 case')
      .and.contain('Amina')
      .and.contain('commcare_first_name nina')
      .and.contain('town 3 rows');
  });

  it('lists forms that went too far with who, which case and why, until somebody says that all is well', async () => {
    const page = await open('concerns');
    await until(() => parts(page, '.steps > li').length === 2);
    expect(textOf(parts(page, '.steps > li')[1]!))
      .to.contain('Visit 7, by david')
      .and.contain('Bahati was linked to the case k1')
      .and.contain('was given to gone, which is nobody');
    button(page, 'Older forms').click();
    await until(() => parts(page, '.steps > li').length === 3);
    button(page, 'All is well').click();
    await until(() => parts(page, '.steps > li').length === 2);
    expect([...client.seen]).to.deep.equal([9]);
    expect(status(page)).to.equal('Visit 9, by david was put aside.');
    part<HTMLInputElement>(page, '#with-seen').click();
    await until(() => textOf(part(page, '.steps')).includes('admin has looked at it'));
  });

  it('decides what is done about such forms, and which cases everybody may search for', async () => {
    const page = await open('settings');
    type(page, 'policy', 'reject');
    type(page, 'caseSearch', 'client\n\n household ');
    button(page, 'Save').click();
    await until(() => client.made.length > 0);
    const settings = {
      submissionPolicy: 'reject',
      closesExtensions: false,
      searchableCaseTypes: ['client', 'household'],
    };
    expect(client.made).to.deep.equal([{ kind: 'settings.set', settings }]);
  });

  it('makes the people of a long list first, and then their passwords a few at a time', async () => {
    const page = await open('import');
    const rows = Array.from({ length: 45 }, (_, n) => `w${n},long enough`);
    const portions: number[] = [];
    const change = client.change.bind(client);
    client.change = (changes) => {
      portions.push(changes.length);
      return change(changes);
    };
    await choose(page, 'people.csv', ['username,password', ...rows].join('\n'));
    button(page, 'Import').click();
    await until(() => portions.length === 4);
    expect(portions).to.deep.equal([45, 20, 20, 5]);
    const kinds = client.made.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('user.save')).to.be.below(kinds.indexOf('user.password'));
  });

  const full: ProjectState = {
    ...village,
    tables: [town],
    userFields: [{ name: 'zone', label: 'Zone', required: true, choices: ['north'] }],
  };
  const places: readonly [AdminSection, string?][] = [
    ['import'],
    ['tables'],
    ['tables', 'town'],
    ['tables', '+'],
    ['fields'],
    ['people', 'nina'],
    ['cases'],
    ['cases', 'k1'],
    ['concerns'],
    ['settings'],
  ];

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible on every page in ${theme}`, async () => {
      for (const [section, id] of places) {
        const page = await open(section, id, { state: full, surroundings: { theme } });
        if (section === 'import') await choose(page, 'people.csv', 'username,x\nnina,1\n');
        await expectAccessible(element);
      }
    });
  }

  it('needs no sideways scrolling at 320 px, also in French and from right to left', async () => {
    for (const surroundings of [{ lang: 'fr' }, { dir: 'rtl' }] as const) {
      for (const [section, id] of places) {
        await open(section, id, { state: full, surroundings: { ...surroundings, width: '288px' } });
        expectNoSidewaysScroll(element);
      }
    }
  });
});
