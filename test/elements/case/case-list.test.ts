import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/elements/case/case-list.ts';
import type { CaseList } from '../../../src/elements/case/case-list.ts';
import { initialListView } from '../../../src/elements/case/list-view.ts';
import type { ListRow, ListScreen } from '../../../src/suite/screen.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  part,
  parts,
  press,
  settle,
  textOf,
} from './mount.ts';

function row(id: string, name: string, age: number, village: string): ListRow {
  const cells = [name, String(age), village];
  return {
    id,
    cells,
    cell: (column) => cells[column]!,
    sortKey: (column) => [name, age, village][column]!,
    group: undefined,
  };
}

const rows = [
  row('c1', 'José Álvarez', 9, 'Village A'),
  row('c2', 'Amina Diallo', 34, 'Village B'),
  row('c3', 'Zoë Sow', 120, 'Village A'),
];

function screenOf(more: Partial<ListScreen> = {}): ListScreen {
  const headers = ['Name', 'Age', 'Village'];
  const columns = headers.map((header) => ({
    header,
    form: '',
    hidden: false,
    isNumeric: header === 'Age',
  }));
  const entry = {} as ListScreen['entry'];
  const fixed = {
    kind: 'list',
    entry,
    datumId: 'case_id',
    title: 'Patients',
    hasDetail: true,
  } as const;
  return {
    ...fixed,
    headers,
    columns,
    rows,
    emptyText: '',
    maxSelect: undefined,
    actions: [],
    ...more,
  };
}

async function search(element: CaseList, text: string): Promise<string[]> {
  const input = part<HTMLInputElement>(element, '#search');
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(element);
  return names(element);
}

function names(element: CaseList): string[] {
  return parts(element, '.choose').map(textOf);
}

describe('case-list', () => {
  it('a cell that leads somewhere is a button of its own, beside the row’s', async () => {
    const columns = screenOf().columns.map((column, place) =>
      place === 0 ? column : { ...column, endpoint: { id: 'star', isBackground: true } },
    );
    const element = await mount('case-list', { screen: screenOf({ columns }) });
    const chosen = heard('case-select');
    const followed = heard('case-follow-cell');
    button(element, 'Village B').click();
    expect(followed.map(({ column, id }) => [column, id])).to.deep.equal([[2, 'c2']]);
    expect(chosen).to.have.length(0);
    await expectAccessible(element);
  });

  it('a picture that leads somewhere is called by its alternative text, or by its column', async () => {
    const endpoint = { id: 'star', isBackground: true };
    const columns = screenOf().columns.map((column, place) =>
      place === 2 ? { ...column, form: 'clickable-icon', endpoint } : column,
    );
    const starred = { ...rows[0]!, alternative: () => 'Starred' };
    const media = () => 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    const element = await mount('case-list', {
      screen: screenOf({ columns, rows: [starred, rows[1]!] }),
      media,
    });
    expect(parts(element, '.follow img').map((image) => image.getAttribute('alt'))).to.deep.equal([
      'Starred',
      '',
    ]);
    expect(parts(element, '.follow').map(textOf)).to.deep.equal(['', 'Village']);
    await expectAccessible(element);
  });

  it('opens at the row that the app means, until the person looks at it otherwise', async () => {
    const screen = screenOf({ focusedRow: 'c3' });
    const element = await mount('case-list', { screen, pageSize: 2 });
    expect(names(element)).to.deep.equal(['Zoë Sow']);
    expect(part(element, '[aria-current=true]').classList.contains('focused')).to.equal(true);
    const sorted = { ...initialListView, sortColumn: 0 };
    const left = await mount('case-list', { screen, pageSize: 2, view: sorted });
    expect(names(left)).to.deep.equal(['Amina Diallo', 'José Álvarez']);
  });

  it('leaves the person where they are when the list comes anew, and opens another at its row', async () => {
    const screen = screenOf({ focusedRow: 'c3' });
    const element = await mount('case-list', { screen, pageSize: 2 });
    button(element, 'Previous').click();
    await settle(element);
    element.screen = { ...screen, rows: [...rows] };
    await settle(element);
    expect(names(element)).to.deep.equal(['José Álvarez', 'Amina Diallo']);
    element.screen = screenOf({ focusedRow: 'c3', datumId: 'child_id' });
    await settle(element);
    expect(names(element)).to.deep.equal(['Zoë Sow']);
  });

  it('draws a graph in its cell, with its numbers beside it', async () => {
    const columns = screenOf().columns.map((column, place) =>
      place === 2 ? { ...column, form: 'graph' } : column,
    );
    const points = [
      { x: '1', y: 2 },
      { x: '2', y: 5 },
    ];
    const axis = { min: '', max: '', ticks: [] };
    const titles = { xTitle: 'Week', yTitle: 'Weight', xAxis: axis, yAxis: axis };
    const graph = { type: 'xy', ...titles, series: [{ name: '', points }], annotations: [] };
    const drawn = {
      ...rows[0]!,
      cells: ['José', '9', ''],
      graph: (at: number) => (at === 2 ? graph : undefined),
    };
    const element = await mount('case-list', { screen: screenOf({ columns, rows: [drawn] }) });
    expect(part(element, 'td svg').getAttribute('aria-label')).to.equal('Weight / Week');
    await expectAccessible(element);
  });

  it('gives the id of the row whose button is pressed', async () => {
    const element = await mount('case-list', { screen: screenOf() });
    const events = heard('case-select');
    button(element, 'Amina Diallo').click();
    expect(events.map(({ id }) => id)).to.deep.equal(['c2']);
  });

  it('takes a click anywhere in a row, once', async () => {
    const element = await mount('case-list', { screen: screenOf() });
    const events = heard('case-select');
    parts(element, 'tbody td')[0]?.click();
    expect(events.map(({ id }) => id)).to.deep.equal(['c1']);
  });

  it('finds rows by all words in any column, without case and accents', async () => {
    const element = await mount('case-list', { screen: screenOf() });
    expect(await search(element, 'JOSE')).to.deep.equal(['José Álvarez']);
    expect(await search(element, 'village sow')).to.deep.equal(['Zoë Sow']);
    expect(await search(element, 'amina village a')).to.deep.equal(['Amina Diallo']);
    expect(await search(element, 'amina sow')).to.deep.equal([]);
  });

  it('announces how many rows match', async () => {
    const element = await mount('case-list', { screen: screenOf() });
    expect(textOf(part(element, '.count'))).to.equal('3 in this list');
    await search(element, 'amina');
    expect(textOf(part(element, '.count'))).to.equal('1 of 3 match');
    expect(part(element, '.count').getAttribute('role')).to.equal('status');
  });

  it('says what was searched for in vain, and takes the search back', async () => {
    const element = await mount('case-list', { screen: screenOf() });
    await search(element, 'nobody');
    expect(textOf(part(element, '.empty'))).to.contain('Nothing matches “nobody”');
    await expectAccessible(element);
    button(element, 'Clear search').click();
    await settle(element);
    expect(names(element)).to.have.length(3);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, '#search'));
  });

  it('sorts by the sort keys of a column, up and then down, and says so in aria-sort', async () => {
    const element = await mount('case-list', { screen: screenOf() });
    const age = parts(element, 'thead th')[1] as HTMLElement;
    expect(age.ariaSort).to.equal(null);
    button(element, 'Age').click();
    await settle(element);
    expect(names(element)).to.deep.equal(['José Álvarez', 'Amina Diallo', 'Zoë Sow']);
    expect(age.ariaSort).to.equal('ascending');
    button(element, 'Age').click();
    await settle(element);
    expect(names(element)).to.deep.equal(['Zoë Sow', 'Amina Diallo', 'José Álvarez']);
    expect(age.ariaSort).to.equal('descending');
  });

  it('tells how it is looked at, and shows itself again as it was left', async () => {
    const first = await mount('case-list', { screen: screenOf() });
    const events = heard('case-list-view');
    await search(first, 'village');
    button(first, 'Name').click();
    const { view } = events.at(-1) ?? { view: initialListView };
    const again = await mount('case-list', { screen: screenOf(), view });
    expect(part<HTMLInputElement>(again, '#search').value).to.equal('village');
    expect(names(again)[0]).to.equal('Amina Diallo');
  });

  it('moves with the arrow keys from the search through the rows', async () => {
    const element = await mount('case-list', { screen: screenOf() });
    const [first, second] = parts(element, '.choose');
    part(element, '#search').focus();
    press(part(element, '#search'), 'ArrowDown');
    expect(element.shadowRoot?.activeElement).to.equal(first);
    press(first as HTMLElement, 'ArrowDown');
    expect(element.shadowRoot?.activeElement).to.equal(second);
    press(second as HTMLElement, 'ArrowUp');
    press(first as HTMLElement, 'ArrowUp');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, '#search'));
  });

  it('goes to the search at / unless somebody is typing or has switched it off', async () => {
    const element = await mount('case-list', { screen: screenOf() });
    const other = document.createElement('input');
    element.after(other);
    other.focus();
    press(other, '/');
    expect(document.activeElement).to.equal(other);
    press(document.body, '/');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, '#search'));
    other.focus();
    element.noShortcuts = true;
    press(document.body, '/');
    expect(document.activeElement).to.equal(other);
  });

  it('is worked through without a mouse: search, down to the row, Enter', async () => {
    const element = await mount('case-list', { screen: screenOf() });
    const events = heard('case-select');
    part(element, '#search').focus();
    await sendKeys({ type: 'sow' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect(events.map(({ id }) => id)).to.deep.equal(['c3']);
  });

  it('tells an empty list how something gets there', async () => {
    const screen = screenOf({ rows: [], emptyText: 'No patients yet.' });
    const element = await mount('case-list', { screen, owners: ['Village A'] });
    expect(textOf(part(element, '.empty'))).to.equal(
      'No patients yet. What you or Village A register appears here.',
    );
    await expectAccessible(element);
  });

  it('keeps a hidden column out of sight and searches it all the same', async () => {
    const columns = screenOf().columns.map((column, index) => ({ ...column, hidden: index === 2 }));
    const element = await mount('case-list', { screen: screenOf({ columns }) });
    expect(parts(element, 'thead th').map(textOf)).to.deep.equal(['Name', 'Age']);
    expect(await search(element, '"Village B"'.replaceAll('"', ''))).to.deep.equal([
      'Amina Diallo',
    ]);
  });

  it('takes several rows where the app says so, but not more than it says', async () => {
    const element = await mount('case-list', { screen: screenOf({ maxSelect: 2 }) });
    const events = heard('case-select-many');
    for (const box of parts(element, 'tbody input')) {
      box.click();
      await settle(element);
    }
    expect(textOf(part(element, '.many-line'))).to.contain('2 can be chosen at most');
    expect(parts(element, 'tbody input:checked')).to.have.length(2);
    button(element, 'Continue with 2').click();
    expect(events.map(({ ids }) => ids)).to.deep.equal([['c1', 'c2']]);
    await expectAccessible(element);
  });

  it('keeps what is chosen while one searches', async () => {
    const element = await mount('case-list', { screen: screenOf({ maxSelect: 3 }) });
    parts(element, 'tbody input')[1]?.click();
    await search(element, 'zoe');
    await search(element, '');
    expect(parts(element, 'tbody tr:has(:checked)').map(textOf)[0]).to.contain('Amina');
  });

  it('offers the buttons of the app', async () => {
    const actions = [{ index: 4, text: 'Register patient', image: undefined }];
    const element = await mount('case-list', { screen: screenOf({ actions }) });
    const events = heard('case-act');
    button(element, 'Register patient').click();
    expect(events.map(({ index }) => index)).to.deep.equal([4]);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme} colours`, async () => {
      const view = { ...initialListView, sortColumn: 0 };
      await expectAccessible(await mount('case-list', { screen: screenOf(), view }, { theme }));
    });
  }

  it('becomes cards at 320 pixels and stays a table for assistive technology', async () => {
    const element = await mount('case-list', { screen: screenOf() }, { width: '320px' });
    expectNoSidewaysScroll(element);
    expect(getComputedStyle(part(element, 'tbody tr')).display).to.equal('block');
    expect(part(element, 'table').getAttribute('role')).to.equal('table');
    expect(getComputedStyle(part(element, '.cell-label')).display).to.equal('block');
    await expectAccessible(element);
  });

  it('begins at the right in a right-to-left page', async () => {
    const element = await mount('case-list', { screen: screenOf() }, { dir: 'rtl' });
    const [name, age] = parts(element, 'thead th').map((header) => header.getBoundingClientRect());
    expect(name?.left).to.be.greaterThan(age?.left ?? Infinity);
  });
});

describe('case-list with ten thousand rows', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    row(`c${index}`, `Person ${index}`, index % 90, `Village ${index % 7}`),
  );

  it('shows a page at a time and turns it, with the heading in focus', async () => {
    const element = await mount('case-list', { screen: screenOf({ rows: many }) });
    expect(names(element)).to.have.length(100);
    expect(textOf(part(element, '.pages'))).to.contain('Page 1 of 100');
    button(element, 'Next').click();
    await settle(element);
    expect(names(element)[0]).to.equal('Person 100');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'h1'));
  });

  it('has as many rows on a page as the person wants, with what was at the top still there', async () => {
    const many = Array.from({ length: 60 }, (_, n) => row(`c${n}`, `Case ${n}`, n, 'A'));
    const view = { ...initialListView, page: 2 };
    const element = await mount('case-list', {
      screen: screenOf({ rows: many }),
      pageSize: 20,
      view,
    });
    const told = heard('case-list-view');
    const sizes = part<HTMLSelectElement>(element, '.page-size select');
    expect([...sizes.options].map(({ value }) => value)).to.deep.equal([
      '10',
      '20',
      '25',
      '100',
      '500',
    ]);
    sizes.value = '25';
    sizes.dispatchEvent(new Event('change'));
    await settle(element);
    expect(told.at(-1)?.view).to.deep.include({ page: 1, pageSize: 25 });
    expect(names(element)).to.have.length(25).and.include('Case 40');
    sizes.value = '500';
    sizes.dispatchEvent(new Event('change'));
    await settle(element);
    expect(names(element)).to.have.length(60);
    expect(part(element, '.page-size')).to.be.instanceOf(HTMLElement);
    await expectAccessible(element);
  });

  it('goes back to the first page when one searches', async () => {
    const view = { ...initialListView, page: 40 };
    const element = await mount('case-list', { screen: screenOf({ rows: many }), view });
    expect(await search(element, 'person 9999')).to.deep.equal(['Person 9999']);
  });

  it('answers each typed letter within 100 milliseconds', async () => {
    const element = await mount('case-list', { screen: screenOf({ rows: many }) });
    const input = part<HTMLInputElement>(element, '#search');
    const times: number[] = [];
    for (const text of ['p', 'pe', 'per', 'pers', 'pers 7', 'pers 77', 'pers 77 vil']) {
      const started = performance.now();
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      times.push(performance.now() - started);
    }
    expect(times.toSorted((a, b) => a - b)[3]).to.be.below(100);
  });
});
