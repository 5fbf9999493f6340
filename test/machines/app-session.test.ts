import { expect } from 'chai';
import { readFileSync, readdirSync } from 'node:fs';
import { createActor, fromPromise, waitFor } from 'xstate';
import type { Entrance } from '../../src/machines/app-session.ts';
import { appSessionMachine } from '../../src/machines/app-session.ts';
import type { FormEntryActor, FormEntryEvent } from '../../src/machines/form-entry.ts';
import type { Place } from '../../src/machines/place.ts';
import type { Project } from '../../src/machines/project.ts';
import { loneProject } from '../../src/machines/project.ts';
import type { OpenedForm } from '../../src/machines/workspace/opened-form.ts';
import { Workspace } from '../../src/machines/workspace.ts';
import { parseRestore } from '../../src/openrosa/parse-restore.ts';
import type { AppDefinition } from '../../src/suite/app-definition.ts';
import { loadAppDefinition } from '../../src/suite/definition/load-app-definition.ts';
import type { ListScreen, MenuScreen } from '../../src/suite/screen.ts';
import { MemoryUserStore } from '../../src/sync/memory-user-store.ts';
import { takeRestore } from '../../src/sync/take-restore.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';
import { questions } from '../../src/xforms/questions.ts';

const FOLDER = 'forms/maternal-health';
const NOW = Date.UTC(2026, 5, 15, 12);

const REGISTRATION = {
  '/data/consent': 'yes',
  '/data/mother/mother_name': 'Hawa Kamara',
  '/data/mother/village': 'Bo',
  '/data/mother/birth_known': 'no',
  '/data/mother/age': '24',
  '/data/pregnancy/lmp_known': 'yes',
  '/data/pregnancy/lmp': '2026-03-01',
  '/data/pregnancy/births': '0',
  '/data/pregnancy/danger': 'none',
  '/data/pregnancy/next_visit': '2026-06-29',
};

function loadApp(): AppDefinition {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.xml'));
  const files = new Map(names.map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')]));
  return loadAppDefinition(JSON.parse(readFileSync(`${FOLDER}/app.json`, 'utf8')), files);
}

/** What the server sends to David, who is in these groups. */
function restoreText(groups: readonly string[]): string {
  const members = groups.map((id) => `<group id="${id}"><name>Team ${id}</name></group>`);
  return `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message>Hello</message>
    <Registration xmlns="http://openrosa.org/user/registration"><username>david</username>
      <password/><uuid>u-david</uuid><date>2026-01-01</date></Registration>
    <fixture id="user-groups" user_id="u-david"><groups>${members.join('')}</groups></fixture>
  </OpenRosaResponse>`;
}

/** David at work, in as many groups as given: the real machine, workspace and sandbox over a store in memory. */
class Worker {
  private constructor(
    readonly workspace: Workspace,
    readonly store: MemoryUserStore,
    readonly actor: ReturnType<typeof startSession>,
  ) {}

  static async signedIn(groups: readonly string[]): Promise<Worker> {
    const store = new MemoryUserStore();
    const workspace = await openWorkspace(store, groups);
    const worker = new Worker(workspace, store, startSession(workspace));
    await worker.reach('browsing');
    return worker;
  }

  /** The same device and the same files after a restart of the browser. */
  async restarted(groups: readonly string[]): Promise<Worker> {
    const workspace = await openWorkspace(this.store, groups);
    const worker = new Worker(workspace, this.store, startSession(workspace));
    await worker.reach('browsing');
    return worker;
  }

  get state(): unknown {
    return this.actor.getSnapshot().value;
  }

  get context() {
    return this.actor.getSnapshot().context;
  }

  get formEntry(): FormEntryActor {
    const child = this.actor.getSnapshot().children.formEntry;
    if (child === undefined) throw new Error('No form is open');
    return child as FormEntryActor;
  }

  async reach(state: string): Promise<void> {
    await waitFor(this.actor, ({ value }) => value === state, { timeout: 2000 });
  }

  choose(...ids: readonly string[]): void {
    for (const id of ids) this.actor.send({ type: 'choose', id });
  }

  async openRegistration(): Promise<void> {
    this.choose('m0', 'm0-f0');
    await this.reach('entering');
  }

  answer(answers: Readonly<Record<string, string>>): void {
    for (const [ref, value] of Object.entries(answers)) {
      const event: FormEntryEvent = { type: 'answer', ref, value };
      this.formEntry.send(event);
    }
  }

  /** Texts of the first column. */
  listed(): readonly string[] {
    const { rows } = this.context.screen as ListScreen;
    return rows.map((row) => this.workspace.sandbox.database.get(row.id)?.caseName ?? '');
  }
}

/** References of the questions that are asked and have the type of a date. */
function visibleQuestion(worker: Worker): readonly string[] {
  const { form } = worker.context.opened as OpenedForm;
  return [...questions(form.controls)]
    .map(({ node }) => node)
    .filter(({ type, readonly }) => type === 'date' && !readonly)
    .map(({ ref }) => ref);
}

async function openWorkspace(
  store: MemoryUserStore,
  groups: readonly string[],
): Promise<Workspace> {
  const sandbox = await UserSandbox.open(store, 'u-david');
  const restore = parseRestore(restoreText(groups), 'restore');
  const taken = await takeRestore(sandbox, restore, { full: true, now: NOW });
  expect(taken.kind).to.equal('taken');
  let uuids = 0;
  return new Workspace({
    app: loadApp(),
    sandbox,
    environment: {
      now: () => NOW,
      timeZone: 'UTC',
      random: () => 0.5,
      uuid: () => `uuid-${(uuids += 1)}-${groups.length}`,
      here: () => '',
    },
    user: { userId: 'u-david', username: 'david', name: 'David' },
    project: 'Clinic',
    deviceId: 'device',
    appVersion: '1',
  });
}

function startSession(workspace: Workspace) {
  const actor = createActor(
    appSessionMachine.provide({
      actors: {
        enter: fromPromise<Project | undefined, Entrance>(async () => loneProject(workspace)),
        signOut: fromPromise<void>(async () => undefined),
      },
    }),
  );
  actor.start();
  return actor;
}

describe('a person in one case sharing group', () => {
  it('goes from the menu to a form that is sent, and finds the case in the list', async () => {
    const worker = await Worker.signedIn(['g1']);
    const menu = worker.context.screen as MenuScreen;
    expect(menu.choices.map(({ id }) => id)).to.deep.equal(['m0', 'm1']);
    await worker.openRegistration();
    worker.answer(REGISTRATION);
    worker.formEntry.send({ type: 'complete' });
    await worker.reach('submitted');
    const [made] = [...worker.workspace.sandbox.database.cases()];
    expect(made).to.include({ caseName: 'Hawa Kamara', ownerId: 'g1', caseType: 'pregnancy' });
    expect(worker.context.finished?.xml).to.contain('<owner_id>g1</owner_id>');
    const outbox = await worker.store.readOutbox();
    expect(outbox.map(({ state, caseIds }) => ({ state, caseIds }))).to.deep.equal([
      { state: 'pending', caseIds: [made?.caseId] },
    ]);
    worker.actor.send({ type: 'continue' });
    await worker.reach('browsing');
    worker.actor.send({ type: 'goTo', index: 0 });
    worker.choose('m1');
    expect(worker.listed()).to.deep.equal(['Hawa Kamara']);
  });

  it('sees the case before going on with it, and what the form knows of it', async () => {
    const worker = await Worker.signedIn(['g1']);
    await worker.openRegistration();
    worker.answer(REGISTRATION);
    worker.formEntry.send({ type: 'complete' });
    await worker.reach('submitted');
    worker.actor.send({ type: 'continue' });
    worker.actor.send({ type: 'goTo', index: 0 });
    worker.choose('m1');
    const [row] = (worker.context.screen as ListScreen).rows;
    worker.actor.send({ type: 'select', id: row?.id ?? '' });
    expect(worker.state).to.equal('showingDetail');
    expect(worker.context.selected?.tabs.map(({ title }) => title)).to.deep.equal([
      'Mother',
      'Pregnancy',
    ]);
    worker.actor.send({ type: 'back' });
    expect(worker.listed()).to.deep.equal(['Hawa Kamara']);
    worker.actor.send({ type: 'select', id: row?.id ?? '' });
    worker.actor.send({ type: 'continue' });
    worker.choose('m1-f0');
    await worker.reach('entering');
    expect(worker.context.opened?.form.node('/data/name')?.lexical).to.equal('Hawa Kamara');
    expect(worker.context.opened?.form.node('/data/this_visit')?.lexical).to.equal('1');
  });

  it('goes on with a draft after a restart, and sends it once', async () => {
    const worker = await Worker.signedIn(['g1']);
    await worker.openRegistration();
    worker.answer({ '/data/consent': 'yes', '/data/mother/mother_name': 'Hawa Kamara' });
    worker.formEntry.send({ type: 'leave' });
    await worker.reach('browsing');
    const again = await worker.restarted(['g1']);
    const [draft] = await again.store.readDrafts();
    expect(draft).to.include({ title: 'Register a pregnancy', ownerPending: false });
    again.actor.send({ type: 'resumeDraft', id: draft?.id ?? '' });
    await again.reach('entering');
    expect(again.context.opened?.form.node('/data/mother/mother_name')?.lexical).to.equal(
      'Hawa Kamara',
    );
    again.answer(REGISTRATION);
    again.formEntry.send({ type: 'complete' });
    await again.reach('submitted');
    expect(await again.store.readDrafts()).to.deep.equal([]);
    expect(await again.store.readOutbox()).to.have.length(1);
    again.actor.send({ type: 'continue' });
    expect(again.context.screen?.kind).to.equal('menu');
  });

  it('still knows the case of a follow-up that is gone on with after a restart', async () => {
    const worker = await Worker.signedIn(['g1']);
    await worker.openRegistration();
    worker.answer(REGISTRATION);
    worker.formEntry.send({ type: 'complete' });
    await worker.reach('submitted');
    worker.actor.send({ type: 'continue' });
    worker.choose('m1');
    const id = (worker.context.screen as ListScreen).rows[0]?.id ?? '';
    worker.actor.send({ type: 'select', id });
    worker.actor.send({ type: 'continue' });
    worker.choose('m1-f0');
    await worker.reach('entering');
    worker.answer({ '/data/phone': '0712345678' });
    worker.formEntry.send({ type: 'leave' });
    await worker.reach('browsing');
    const again = await worker.restarted(['g1']);
    const [draft] = await again.store.readDrafts();
    again.actor.send({ type: 'resumeDraft', id: draft?.id ?? '' });
    await again.reach('entering');
    expect(again.context.opened?.form.node('/data/case/@case_id')?.lexical).to.equal(id);
  });

  it('makes no case for a mother who does not agree', async () => {
    const worker = await Worker.signedIn(['g1']);
    await worker.openRegistration();
    worker.answer({ '/data/consent': 'no' });
    worker.formEntry.send({ type: 'complete' });
    await worker.reach('submitted');
    expect([...worker.workspace.sandbox.database.cases()]).to.deep.equal([]);
    expect(worker.context.finished?.xml).not.to.contain('owner_id');
  });

  it('finds the draft of a new case by the name that was given so far', async () => {
    const worker = await Worker.signedIn(['g1']);
    await worker.openRegistration();
    worker.answer({ '/data/consent': 'yes' });
    worker.formEntry.send({ type: 'leave' });
    await worker.reach('browsing');
    worker.actor.send({ type: 'goTo', index: 0 });
    worker.choose('m0', 'm0-f0');
    await worker.reach('offeringDrafts');
    worker.actor.send({ type: 'continue' });
    await worker.reach('entering');
    worker.answer({ '/data/consent': 'yes', '/data/mother/mother_name': 'Hawa Kamara' });
    worker.formEntry.send({ type: 'leave' });
    await worker.reach('browsing');
    const names = (await worker.store.readDrafts()).map(({ caseName }) => caseName);
    expect(names).to.have.members(['', 'Hawa Kamara']);
  });

  it('is told when a draft is gone, and gets back', async () => {
    const worker = await Worker.signedIn(['g1']);
    worker.actor.send({ type: 'resumeDraft', id: 'gone' });
    await worker.reach('formFailed');
    expect(worker.context.problem?.message).to.contain('not on this computer any more');
    worker.actor.send({ type: 'back' });
    expect(worker.state).to.equal('browsing');
    expect(worker.context.problem).to.be.undefined;
  });

  it('signs out of an open form only after it is kept', async () => {
    const worker = await Worker.signedIn(['g1']);
    await worker.openRegistration();
    worker.answer({ '/data/consent': 'yes' });
    worker.actor.send({ type: 'signOut' });
    await worker.reach('signedOut');
    expect(worker.context.workspace).to.be.undefined;
    const [draft] = await worker.store.readDrafts();
    expect(draft?.instanceXml).to.contain('<consent>yes</consent>');
  });
});

describe('a person who comes by an address', () => {
  const registration = (app: string): Place => ({
    app,
    steps: [
      { kind: 'command', id: 'm0' },
      { kind: 'command', id: 'm0-f0' },
    ],
  });

  it('finds the form that it names', async () => {
    const worker = await Worker.signedIn(['g1']);
    worker.actor.send({ type: 'visit', place: registration(worker.workspace.appId) });
    await worker.reach('entering');
    expect(worker.context.opened?.title).to.equal('Register a pregnancy');
  });

  it('is told about the owner first, as when coming by the menus, and may go back to them', async () => {
    const worker = await Worker.signedIn([]);
    worker.actor.send({ type: 'visit', place: registration(worker.workspace.appId) });
    await worker.reach('explainingOwner');
    expect(worker.context.explained).to.deep.include({ choice: 'm0-f0' });
    worker.actor.send({ type: 'back' });
    expect(worker.context.screen).to.include({ kind: 'menu', menuId: 'm0' });
  });

  it('has what was open kept first', async () => {
    const worker = await Worker.signedIn(['g1']);
    await worker.openRegistration();
    worker.answer({ '/data/consent': 'yes' });
    worker.actor.send({ type: 'visit', place: { app: worker.workspace.appId, steps: [] } });
    await worker.reach('browsing');
    expect(worker.context.screen).to.include({ kind: 'menu', menuId: 'root' });
    expect(await worker.store.readDrafts()).to.have.length(1);
  });

  it('goes to the only app when the address names none that is offered', async () => {
    const worker = await Worker.signedIn(['g1']);
    worker.actor.send({ type: 'visit', place: registration('another app') });
    await worker.reach('browsing');
    expect(worker.context.app).to.equal(worker.workspace.appId);
    expect(worker.context.screen).to.include({ kind: 'menu', menuId: 'root' });
  });

  it('gets a new form where the draft that it names was never kept', async () => {
    const worker = await Worker.signedIn(['g1']);
    const place = { ...registration(worker.workspace.appId), draft: 'nothing was answered' };
    worker.actor.send({ type: 'visit', place });
    await worker.reach('entering');
  });
});

describe('a person who goes on with a draft', () => {
  it('is at the place where the form was opened, and goes back along it', async () => {
    const worker = await Worker.signedIn(['g1']);
    await worker.openRegistration();
    worker.answer({ '/data/consent': 'yes' });
    worker.formEntry.send({ type: 'leave' });
    await worker.reach('browsing');
    const again = await worker.restarted(['g1']);
    const [draft] = await again.store.readDrafts();
    again.actor.send({ type: 'resumeDraft', id: draft?.id ?? '' });
    await again.reach('entering');
    const { session } = again.workspace;
    expect(session.address.map(({ id }) => id)).to.deep.equal(['m0', 'm0-f0']);
    // Ids that the form has already are not made anew: what follows the form looks for them.
    expect(session.datums).to.deep.equal(draft?.datums);
    again.formEntry.send({ type: 'leave' });
    await again.reach('browsing');
    expect(again.context.screen).to.include({ kind: 'menu', menuId: 'm0' });
  });

  it('is told what has changed since it was begun, until the form is sent', async () => {
    const worker = await Worker.signedIn(['g1']);
    await worker.openRegistration();
    worker.answer(REGISTRATION);
    worker.formEntry.send({ type: 'complete' });
    await worker.reach('submitted');
    for (const event of [{ type: 'continue' }, { type: 'goTo', index: 0 }] as const)
      worker.actor.send(event);
    worker.choose('m1');
    const [row] = (worker.context.screen as ListScreen).rows;
    worker.actor.send({ type: 'select', id: row?.id ?? '' });
    worker.actor.send({ type: 'continue' });
    worker.choose('m1-f0');
    await worker.reach('entering');
    expect(worker.context.opened?.changes).to.deep.equal([]);
    const [first = ''] = visibleQuestion(worker);
    worker.answer({ [first]: '2026-06-14' });
    worker.formEntry.send({ type: 'leave' });
    await worker.reach('browsing');
    const [draft] = await worker.store.readDrafts();
    expect(draft?.answered).to.be.within(0.01, 0.99);
    const openedWith = draft?.openedWith?.map((of) => ({ ...of, caseName: 'Hawa K.' })) ?? [];
    await worker.store.saveDraft({ ...draft!, openedWith, formVersion: '0' });
    for (const round of ['once', 'and again after leaving it']) {
      worker.actor.send({ type: 'resumeDraft', id: draft?.id ?? '' });
      await worker.reach('entering');
      const kinds = worker.context.opened?.changes.map(({ kind }) => kind);
      expect(kinds, round).to.deep.equal(['form', 'property']);
      worker.answer({ [first]: round === 'once' ? '2026-06-13' : '2026-06-12' });
      worker.formEntry.send({ type: 'leave' });
      await worker.reach('browsing');
    }
  });
});

describe('a person whose new cases would have no clear owner', () => {
  for (const [groups, kind] of [
    [[], 'noCandidate'],
    [['g1', 'g2'], 'manyCandidates'],
  ] as const) {
    it(`learns it before the form opens (${groups.length} groups)`, async () => {
      const worker = await Worker.signedIn(groups);
      worker.choose('m0');
      expect([...worker.context.ownerProblems.keys()]).to.deep.equal(['m0-f0']);
      worker.choose('m0-f0');
      expect(worker.state).to.equal('explainingOwner');
      expect(worker.context.explained?.problem).to.include({ kind });
      worker.actor.send({ type: 'back' });
      expect(worker.state).to.equal('browsing');
      expect(worker.context.opened).to.be.undefined;
    });
  }

  it('can open what creates nothing', async () => {
    const worker = await Worker.signedIn(['g1', 'g2']);
    worker.choose('m1');
    expect(worker.context.screen?.kind).to.equal('list');
    expect(worker.context.ownerProblems.size).to.equal(0);
  });

  it('keeps a form whose group went away while it was filled in, and sends it when there is one again', async () => {
    const worker = await Worker.signedIn(['g1']);
    await worker.openRegistration();
    worker.answer(REGISTRATION);
    worker.formEntry.send({ type: 'leave' });
    await worker.reach('browsing');
    const moved = await worker.restarted([]);
    const [draft] = await moved.store.readDrafts();
    moved.actor.send({ type: 'resumeDraft', id: draft?.id ?? '' });
    await moved.reach('entering');
    moved.formEntry.send({ type: 'complete' });
    await waitFor(moved.formEntry, ({ value }) => value === 'blocked');
    moved.formEntry.send({ type: 'leave' });
    await moved.reach('browsing');
    expect((await moved.store.readDrafts())[0]).to.include({ ownerPending: true });
    const back = await moved.restarted(['g2']);
    back.actor.send({ type: 'resumeDraft', id: draft?.id ?? '' });
    await back.reach('entering');
    back.formEntry.send({ type: 'complete' });
    await back.reach('submitted');
    const [made] = [...back.workspace.sandbox.database.cases()];
    expect(made?.ownerId).to.equal('g2');
  });
});
