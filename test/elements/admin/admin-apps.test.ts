import { expect } from 'chai';
import type { ProjectApp } from '../../../src/project/project-app.ts';
import '../../../src/elements/admin/admin-project.ts';
import type { AdminProject } from '../../../src/elements/admin/admin-project.ts';
import type { AdminSection } from '../../../src/elements/shared/admin-place.ts';
import { NEW } from '../../../src/elements/shared/admin-place.ts';
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
import { ProjectInMemory, registering, village } from './project-in-memory.ts';

const clinic: ProjectApp = {
  ...registering,
  appId: 'clinic',
  ownName: 'Clinic',
  isCompiled: true,
  currentVersion: 2,
  versions: [2, 1].map((version) => ({
    ...{ version, file: 'clinic.ccz', ownVersion: version + 40, username: 'admin' },
    uploadedAt: '2026-03-01T08:00:00Z',
  })),
};

describe('the administration of apps', () => {
  let client: ProjectInMemory;
  let element: AdminProject;

  async function open(
    section: AdminSection,
    id?: string,
    apps: readonly ProjectApp[] = [registering, clinic],
    surroundings: object = {},
  ): Promise<HTMLElement> {
    client = new ProjectInMemory(village, apps);
    element = await mount('admin-project', { client, place: { section, id } }, surroundings);
    await until(() => parts(element, '[data-page]').length === 1);
    const page = part(element, '[data-page]');
    await settle(page);
    return page;
  }

  function choose(page: Element, name: string): void {
    const files = new DataTransfer();
    files.items.add(new File(['x'], name));
    part<HTMLInputElement>(page, 'input[type=file]').files = files.files;
  }

  const appNamed = (id: string) => client.offered.find(({ appId }) => appId === id);

  it('lists each with its version, what it shares and for whom it is', async () => {
    const page = await open('apps');
    const rows = parts(page, 'tbody tr').map((row) => textOf(row));
    expect(rows[0]).to.match(/Maternal health.*comes with the server.*shares cases.*everybody/);
    expect(rows[1]).to.match(/Clinic.*2.*shares cases/);
    await expectAccessible(element);
  });

  it('takes a file in as a new app, and says why one is none', async () => {
    const page = await open('apps', NEW);
    choose(page, 'notes.txt');
    button(page, 'Upload an app').click();
    await until(() => textOf(part(page, '[role=alert]')).includes('no app'));
    await expectAccessible(element);
    choose(page, 'visits.ccz');
    button(page, 'Upload an app').click();
    await until(() => textOf(part(page, '[role=status]')).includes('visits.ccz'));
    expect(textOf(part(page, '[role=alert]'))).to.equal('');
    expect(client.offered).to.have.length(3);
  });

  it('makes an upload the new version of an app, and an older one the current one again', async () => {
    const page = await open('apps', 'clinic');
    choose(page, 'clinic-3.ccz');
    button(page, 'New version').click();
    await until(() => appNamed('clinic')?.currentVersion === 3);
    await until(() => parts(page, 'input[type=radio]').length === 3);
    const radios = parts(page, 'input[type=radio]') as HTMLInputElement[];
    expect(radios.map(({ value, checked }) => [value, checked])).to.deep.equal([['3', true], ['2', false], ['1', false]]); // prettier-ignore
    radios[2]!.click();
    button(page, 'Save').click();
    await until(() => appNamed('clinic')?.currentVersion === 1);
    await expectAccessible(element);
  });

  it('settles the name, case sharing and groups of an app', async () => {
    const page = await open('apps', 'maternal');
    part<HTMLInputElement>(page, '[name=name]').value = 'Mothers';
    part<HTMLSelectElement>(page, '[name=caseSharing]').value = 'off';
    part<HTMLInputElement>(page, '[name=group][value=a]').checked = true;
    button(page, 'Save').click();
    await until(() => appNamed('maternal')?.name === 'Mothers');
    expect(appNamed('maternal')).to.deep.include({ caseSharing: false, groupIds: ['a'], currentVersion: null }); // prettier-ignore
  });

  it('cannot switch case sharing of an app that is compiled, and says why', async () => {
    const page = await open('apps', 'clinic');
    expect(parts(page, '[name=caseSharing]')).to.have.length(0);
    expect(textOf(part(page, '[part=base]'))).to.contain('This app is compiled');
  });

  it('removes an app that was uploaded, and none that comes with the server', async () => {
    const own = await open('apps', 'maternal');
    expect(textOf(part(own, '[part=base]'))).not.to.contain('Remove this app');
    const page = await open('apps', 'clinic');
    await remove(page, 'Remove this app');
    await until(() => appNamed('clinic') === undefined);
  });

  it('asks before it removes one, and leaves it when told to', async () => {
    const page = await open('apps', 'clinic');
    await remove(page, 'Leave it as it is');
    expect(appNamed('clinic')).not.to.equal(undefined);
    await expectAccessible(element);
  });

  it('goes back to the list after removing one, and says there what was removed', async () => {
    const page = await open('apps', 'clinic');
    const toList = () => (element.place = { section: 'apps', id: undefined });
    element.addEventListener('admin-saved', toList);
    await remove(page, 'Remove this app');
    await until(() => textOf(part(element, '[role=status]')) === 'Clinic was deleted.');
    await until(() => parts(page, 'tbody tr').length === 1);
  });

  /** Asks to remove the app that is open, and presses a button of the question. */
  async function remove(page: Element, answer: string): Promise<void> {
    button(page, 'Remove this app').click();
    const question = part(page, 'case-confirm');
    await until(() => part<HTMLDialogElement>(question, 'dialog').open);
    expect(textOf(part(question, 'h2'))).to.equal('Remove Clinic?');
    button(question, answer).click();
    await until(() => !part<HTMLDialogElement>(question, 'dialog').open);
  }

  it('fits a narrow screen', async () => {
    await open('apps', 'clinic', [clinic], { width: 320 });
    await expectNoSidewaysScroll(element);
  });
});

describe('the sharing column of the people', () => {
  async function people(apps: readonly ProjectApp[]): Promise<HTMLElement> {
    const client = new ProjectInMemory(village, apps);
    const place = { section: 'people' as const, id: undefined };
    const element = await mount('admin-project', { client, place });
    await until(() => parts(element, '[data-page]').length === 1);
    const page = part(element, '[data-page]');
    await settle(page);
    return page;
  }

  const rowOf = (page: Element, name: string) =>
    textOf(parts(page, 'tbody tr').find((row) => textOf(row).includes(name))!);

  it('warns of people who register shared cases without exactly one owner', async () => {
    const page = await people([registering]);
    expect(rowOf(page, 'Nina')).to.contain('2 owners possible');
    expect(rowOf(page, 'Lone')).to.contain('Nobody');
    expect(textOf(part(page, '[part=base]'))).to.contain('2 people have not exactly one');
  });

  it('leaves people alone whose apps create no cases to share', async () => {
    const page = await people([{ ...registering, caseSharing: false }]);
    expect(rowOf(page, 'Nina')).to.contain('Not needed');
    expect(rowOf(page, 'David')).to.contain('Village A');
    expect(parts(page, '.trouble')).to.have.length(0);
    expect(textOf(part(page, '[part=base]'))).not.to.contain('not exactly one');
  });

  it('asks about the apps of each person: a reviewer in several groups is fine', async () => {
    const reviews: ProjectApp = { ...registering, appId: 'review', creates: false };
    const page = await people([reviews, { ...registering, groupIds: ['x'] }]);
    expect(rowOf(page, 'Nina')).to.contain('Not needed');
    const some = await people([reviews, { ...registering, groupIds: ['b'] }]);
    expect(rowOf(some, 'Nina')).to.contain('2 owners possible');
    expect(rowOf(some, 'Lone')).to.contain('Not needed');
  });
});
