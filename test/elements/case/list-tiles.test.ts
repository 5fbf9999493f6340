import { expect } from 'chai';
import '../../../src/elements/case/case-list.ts';
import type { CaseList } from '../../../src/elements/case/case-list.ts';
import '../../../src/elements/case/case-tile.ts';
import { listCsv } from '../../../src/elements/case/list-csv.ts';
import type { ListColumn, ListRow, ListScreen } from '../../../src/suite/screen.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  part,
  parts,
  settle,
  textOf,
  until,
} from './mount.ts';

const look = { horizontal: 'start', vertical: 'start', border: false, shading: false } as const;

function column(header: string, x: number, y: number, width: number): ListColumn {
  const tile = { ...look, x, y, width, height: 1, fontSize: 'medium' } as const;
  return { header, form: '', isNumeric: false, hidden: false, tile };
}

function row(id: string, cells: readonly string[], group?: string): ListRow {
  return { id, cells, group, cell: (at) => cells[at]!, sortKey: (at) => cells[at]!.toLowerCase() };
}

const tiled: ListScreen = {
  ...{ kind: 'list', entry: {} as ListScreen['entry'], datumId: 'case_id', title: 'Beds' },
  ...{ headers: [], emptyText: '', hasDetail: false, maxSelect: undefined, actions: [] },
  columns: [column('Ward', 0, 0, 12), column('Name', 0, 1, 8), column('Bed', 8, 1, 4)],
  rows: [
    row('a', ['North', 'Amina', '7'], 'n'),
    row('b', ['North', 'Brenda', '8'], 'n'),
    row('c', ['South', 'Chausiku', '1'], 's'),
  ],
};

/** Digits have no direction of their own; the second field stands at the other end. */
const numbered: ListScreen = {
  ...tiled,
  columns: [
    column('Telephone', 0, 0, 12),
    { ...column('Bed', 0, 1, 12), tile: { ...column('Bed', 0, 1, 12).tile!, horizontal: 'end' } },
  ],
  rows: [row('a', ['0712 555 010', '7'])],
};

const tiles = (element: CaseList) => parts(element, '.tile');
const chosenBy = (element: CaseList) => parts(element, '.choose').map((each) => textOf(each));

describe('a list of tiles', () => {
  it('puts each field where the app wants it, and chooses by the first words', async () => {
    const element = await mount('case-list', { screen: tiled });
    const cell = parts(element, '.cell');
    expect(getComputedStyle(cell[2]!).gridColumnStart).to.equal('9');
    expect(getComputedStyle(cell[2]!).gridRowStart).to.equal('2');
    expect(tiles(element)).to.have.length(3);
    const told = heard('case-select');
    button(element, 'North').click();
    expect(told.map(({ id }) => id)).to.deep.equal(['a']);
    await expectAccessible(element);
  });

  it('shows the head of a group once, and its rows below', async () => {
    const element = await mount('case-list', { screen: { ...tiled, headerRows: 1 } });
    expect(tiles(element)).to.have.length(2);
    expect(parts(element, '.heading').map((each) => textOf(each))).to.deep.equal([
      'North',
      'South',
    ]);
    expect(chosenBy(element)).to.deep.equal(['Amina', 'Brenda', 'Chausiku']);
    await expectAccessible(element);
  });

  it('puts several tiles side by side where the app wants it, and one where there is no room', async () => {
    const screen = { ...tiled, tilesAcross: 3 };
    const tops = (element: CaseList) =>
      new Set(tiles(element).map((tile) => tile.getBoundingClientRect().top)).size;
    expect(tops(await mount('case-list', { screen }, { width: '900px' }))).to.equal(1);
    expect(tops(await mount('case-list', { screen }, { width: '150px' }))).to.equal(3);
  });

  it('is ordered by a list of its columns, in place of headers', async () => {
    const element = await mount('case-list', { screen: tiled });
    const order = part<HTMLSelectElement>(element, '#order');
    order.value = '1 true';
    order.dispatchEvent(new Event('change'));
    await settle(element);
    expect(parts(element, '.cell').map((each) => textOf(each))).to.include.members(['Chausiku']);
    expect(textOf(tiles(element)[0])).to.contain('Chausiku');
  });

  it('fits a narrow page', async () => {
    expectNoSidewaysScroll(await mount('case-list', { screen: tiled }, { width: '320px' }));
  });

  it('chooses several at once, a whole page by one button, never more than may be', async () => {
    const screen = { ...tiled, maxSelect: 2, selectText: 'Move them' };
    const element = await mount('case-list', { screen });
    button(element, 'Choose these 3').click();
    await settle(element);
    expect(textOf(part(element, '.many-line'))).to.contain('2 can be chosen at most');
    const told = heard('case-select-many');
    button(element, 'Move them').click();
    expect(told.map(({ ids }) => ids)).to.deep.equal([['a', 'b']]);
    button(element, 'Choose none of these').click();
    await settle(element);
    expect(parts(element, '.choose input').some((box) => (box as HTMLInputElement).checked)).to.equal(false); // prettier-ignore
    button(element, 'Choose these 3');
  });

  it('begins each field where the page begins its lines, or ends it there where the app says so', async () => {
    const element = await mount('case-list', { screen: numbered }, { dir: 'rtl', width: '600px' });
    const words = parts(element, '.cell bdi').map((each) => each.getBoundingClientRect());
    const cells = parts(element, '.cell').map((each) => each.getBoundingClientRect());
    expect(words[0]!.right).to.be.closeTo(cells[0]!.right, 1);
    expect(words[1]!.left).to.be.closeTo(cells[1]!.left, 1);
  });

  it('says of an empty search what to do next', async () => {
    const element = await mount('case-list', { screen: { ...tiled, rows: [], isSearched: true } });
    expect(textOf(element.shadowRoot)).to.contain('Nothing was found').and.contain('other words');
  });
});

describe('the tile of what was chosen', () => {
  it('shows its fields and has a name', async () => {
    const cells = ['North', 'Amina', '7'];
    const tile = { columns: tiled.columns, cells, rows: [], hasDetail: false, tabs: [] };
    const element = await mount('case-tile', { tile });
    expect(parts(element, '.cell').map((each) => textOf(each))).to.deep.equal(tile.cells);
    expect(parts(element, 'details')).to.have.length(0);
    await expectAccessible(element);
  });

  it('unfolds to what the app says in more detail, which is not asked for before', async () => {
    let asked = 0;
    const tile = {
      columns: tiled.columns,
      cells: ['North', 'Amina', '7'],
      rows: [],
      hasDetail: true,
      get tabs() {
        asked += 1;
        const rows = [{ label: 'Phone', value: '+251 911', form: 'phone' }];
        return [{ title: 'Contact', rows, table: undefined }];
      },
    };
    const element = await mount('case-tile', { tile });
    expect(asked).to.equal(0);
    part(element, 'summary').click();
    await until(() => parts(element, 'dd').length === 1);
    expect(parts(element, 'h2, dt, dd').map(textOf)).to.deep.equal([
      'Contact',
      'Phone',
      '+251 911',
    ]);
    await expectAccessible(element);
  });
});

describe('a list as a table for a spreadsheet', () => {
  it('has the columns that are shown, and quotes what would break a line', () => {
    const hidden = { ...column('Secret', 0, 0, 1), hidden: true };
    const screen = { ...tiled, columns: [column('Name', 0, 0, 1), hidden] };
    expect(listCsv(screen, [row('a', ['Otieno, "Ami"', 'x'])])).to.equal(
      '\ufeffName\r\n"Otieno, ""Ami"""\r\n',
    );
  });

  it('lets no cell run as a formula, and leaves numbers as they are', () => {
    const screen = { ...tiled, columns: [column('Value', 0, 0, 1)] };
    const csv = (text: string) => listCsv(screen, [row('a', [text])]).split('\r\n')[1];
    expect(csv('=1+1')).to.equal("'=1+1");
    expect(csv('@SUM(A1)')).to.equal("'@SUM(A1)");
    expect(csv('-2.5')).to.equal('-2.5');
    expect(csv('+254 700')).to.equal("'+254 700");
  });
});
