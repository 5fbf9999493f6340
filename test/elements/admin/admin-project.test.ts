import { expect } from 'chai';
import type { ProjectState } from '../../../src/project/project-change.ts';
import '../../../src/elements/admin/admin-project.ts';
import { AdminChangeEvent } from '../../../src/elements/admin/admin-change-event.ts';
import type { AdminProject } from '../../../src/elements/admin/admin-project.ts';
import type { AdminSection } from '../../../src/elements/shared/admin-place.ts';
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

describe('admin-project', () => {
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

  const field = (page: Element, name: string) => part<HTMLInputElement>(page, `[name=${name}]`);
  const box = (page: Element, name: string, value: string) =>
    part<HTMLInputElement>(page, `[name=${name}][id=${name}-${value}]`);

  /** Saves, and makes the change where the page asks whether to. */
  async function save(page: Element, confirm = true): Promise<string> {
    button(page, 'Save').click();
    const impact = part(element, 'admin-impact');
    const dialog = part<HTMLDialogElement>(impact, 'dialog');
    await until(() => dialog.open || client.made.length > 0 || isRefused());
    if (!dialog.open) return '';
    const said = textOf(dialog);
    button(impact, confirm ? 'Make the change' : 'Leave it as it is').click();
    await until(() => !dialog.open && (client.made.length > 0 || !confirm));
    return said;
  }
  const isRefused = () => textOf(part(element, '[role=alert]')) !== '';

  it('says to whom the cases go that each person registers, and why they go to nobody', async () => {
    const page = await open('people');
    const rows = parts(page, 'tbody tr').map(textOf);
    expect(rows).to.deep.equal([
      'David david Village A',
      'Nina nina 2 owners possible: Village A and Village B',
      'Lone lone Nobody: in no group and at no location',
      'Ada admin Hill post',
    ]);
  });

  it('finds people by name, and those who cannot register without being asked', async () => {
    const page = await open('people');
    const search = part<HTMLInputElement>(page, '#search');
    search.value = 'NIN';
    search.dispatchEvent(new InputEvent('input'));
    await settle(page);
    expect(parts(page, 'tbody tr')).to.have.length(1);
    search.value = '';
    search.dispatchEvent(new InputEvent('input'));
    part<HTMLInputElement>(page, '.message input').click();
    await settle(page);
    expect(parts(page, 'tbody th').map(textOf)).to.deep.equal(['Nina', 'Lone']);
  });

  it('says whom a change hits before it is made, and makes it on request', async () => {
    const page = await open('people', 'nina');
    box(page, 'group', 'b').checked = false;
    const said = await save(page);
    expect(said).to.contain('This change concerns 1 person');
    expect(said).to.contain('Nina can register from now on');
    expect(said).to.contain('leaves Village B · 3 cases disappear');
    expect(client.state.directory.memberships).not.to.deep.include({
      groupId: 'b',
      userId: 'nina',
    });
    await until(() => textOf(part(element, '[role=status]')).includes('Nina was saved.'));
  });

  it('leaves everything as it is when the change is not wanted', async () => {
    const page = await open('people', 'nina');
    box(page, 'group', 'b').checked = false;
    await save(page, false);
    expect(client.made).to.deep.equal([]);
    expect(client.state).to.equal(village);
  });

  it('adds a person with a password, a group and a location in one go', async () => {
    const page = await open('people', '+');
    field(page, 'firstName').value = 'Omar';
    field(page, 'username').value = 'omar';
    field(page, 'password').value = 'long enough';
    box(page, 'location', 'p').checked = true;
    await save(page);
    expect(client.made.map(({ kind }) => kind)).to.deep.equal([
      'user.save',
      'user.password',
      'assignments.set',
    ]);
  });

  it('keeps the primary location first when another one is added before it', async () => {
    const page = await open('people', 'admin');
    box(page, 'location', 'c').checked = true;
    await save(page);
    const set = client.made.find((change) => change.kind === 'assignments.set');
    expect(set).to.deep.include({ locationIds: ['p', 'c'] });
  });

  it('tells what cannot be done, and keeps what was entered', async () => {
    const page = await open('groups', 'a');
    field(page, 'name').value = 'Village B';
    await save(page);
    await until(isRefused);
    expect(textOf(part(element, '[role=alert]'))).to.contain('There is a group Village B already');
    expect(field(page, 'name').value).to.equal('Village B');
  });

  it('shows what was made before one of many passwords was refused', async () => {
    await open('people');
    const password = { kind: 'user.password', userId: 'new', password: 'long enough' } as const;
    const passwords = Array.from({ length: 21 }, () => password);
    const first = { ...village.users[0]!, userId: 'new', username: 'new', firstName: 'Omar' };
    const change = client.change.bind(client);
    client.change = async (changes) => {
      if (changes.some(({ kind }) => kind === 'user.password')) throw new Error('No connection.');
      await change(changes);
    };
    const changes = [{ kind: 'user.save' as const, user: first }, ...passwords];
    part(element, '[data-page]').dispatchEvent(new AdminChangeEvent(changes, 'Imported.'));
    const impact = part(element, 'admin-impact');
    const dialog = part<HTMLDialogElement>(impact, 'dialog');
    await until(() => dialog.open || isRefused());
    if (dialog.open) button(impact, 'Make the change').click();
    await until(isRefused);
    await until(() => textOf(part(part(element, '[data-page]'), 'tbody')).includes('Omar'));
  });

  it('switches what a level may do, for everybody at its locations', async () => {
    const page = await open('levels', 'post');
    box(page, 'ownsCases', 'on').checked = false;
    const said = await save(page);
    expect(said).to.contain('Ada can no longer register');
    expect(client.state.directory.locationTypes[1]).to.deep.include({ ownsCases: false });
  });

  it('offers no parent below the location itself', async () => {
    const page = await open('locations', 'c');
    const offered = [...field(page, 'parent').querySelectorAll('option')].map(textOf);
    expect(offered).to.deep.equal(['Nothing: it is at the top']);
  });

  it('archives a location with those below it', async () => {
    const page = await open('locations', 'c');
    button(page, 'Archive this location').click();
    const impact = part(element, 'admin-impact');
    await until(() => part<HTMLDialogElement>(impact, 'dialog').open);
    button(impact, 'Make the change').click();
    await until(() => client.made.length > 0);
    expect(client.state.directory.locations.every(({ archived }) => archived)).to.equal(true);
  });

  it('asks for a level before the first location', async () => {
    const directory = { ...village.directory, locationTypes: [], locations: [], assignments: [] };
    const page = await open('locations', undefined, { state: { ...village, directory } });
    expect(textOf(part(page, '.empty'))).to.contain('Make an organization level first');
  });

  it('says under an address of something that is gone that it is not there', async () => {
    const page = await open('groups', 'gone');
    expect(textOf(part(page, 'h1'))).to.contain('may have been deleted');
  });

  it('lists who changed what in words', async () => {
    client = new ProjectInMemory();
    await client.change([{ kind: 'member.add', groupId: 'b', userId: 'david' }]);
    element = await mount('admin-project', {
      client,
      place: { section: 'history', id: undefined },
    });
    await until(() => parts(element, '[data-page]').length === 1);
    const page = part(element, '[data-page]');
    await until(() => parts(page, 'tbody tr').length === 1);
    expect(textOf(part(page, 'tbody tr'))).to.contain('Put David into the group Village B');
  });

  it('offers older changes only while there are any', async () => {
    client = new ProjectInMemory();
    for (const userId of ['david', 'lone', 'admin'])
      await client.change([{ kind: 'member.add', groupId: 'b', userId }]);
    element = await mount('admin-project', {
      client,
      place: { section: 'history', id: undefined },
    });
    await until(() => parts(element, '[data-page]').length === 1);
    const page = part(element, '[data-page]');
    await until(() => parts(page, 'tbody tr').length === 2);
    button(page, 'Older changes').click();
    await until(() => parts(page, 'tbody tr').length === 3);
    expect(parts(page, 'button').map(textOf)).not.to.include('Older changes');
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible on every page in ${theme}`, async () => {
      const places: readonly [AdminSection, string?][] = [
        ['people'],
        ['people', 'nina'],
        ['groups'],
        ['groups', 'a'],
        ['levels'],
        ['levels', 'clinic'],
        ['locations'],
        ['locations', 'c'],
        ['history'],
      ];
      for (const [section, id] of places) {
        await open(section, id, { surroundings: { theme } });
        await expectAccessible(element);
      }
    });
  }

  it('says what is a row and what a cell also where tables are laid out as blocks', async () => {
    for (const section of ['people', 'groups', 'levels'] as const) {
      const page = await open(section, undefined, { surroundings: { width: '320px' } });
      const pieces = parts(page, 'table, thead, tbody, tr, th, td');
      expect(pieces).not.to.have.length(0);
      expect(pieces.filter((piece) => !piece.hasAttribute('role'))).to.deep.equal([]);
    }
  });

  it('needs no sideways scrolling at 320 px, also in French and from right to left', async () => {
    for (const surroundings of [{ lang: 'fr' }, { dir: 'rtl' }] as const) {
      for (const id of [undefined, 'nina'])
        expectNoSidewaysScroll(
          (await open('people', id, { surroundings: { ...surroundings, width: '288px' } }),
          element),
        );
    }
  });
});
