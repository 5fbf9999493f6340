import { createActor, fromPromise } from 'xstate';
import type { AppSessionActor, Entrance, SignInInput } from '../../../src/machines/app-session.ts';
import { appSessionMachine } from '../../../src/machines/app-session.ts';
import type { AnotherUser } from '../../../src/machines/app-session/destination.ts';
import { openGivenFiles } from '../../../src/machines/open-given-files.ts';
import type { Project } from '../../../src/machines/project.ts';
import { loneProject } from '../../../src/machines/project.ts';
import { syncMachine, type SyncActor } from '../../../src/machines/sync.ts';
import { Workspace } from '../../../src/machines/workspace.ts';
import { parseRestore } from '../../../src/openrosa/parse-restore.ts';
import type { Restore } from '../../../src/openrosa/restore.ts';
import type { AppDefinition } from '../../../src/suite/app-definition.ts';
import { loadAppDefinition } from '../../../src/suite/definition/load-app-definition.ts';
import { MemoryUserStore } from '../../../src/sync/memory-user-store.ts';
import type { SyncReport } from '../../../src/sync/synchronize.ts';
import { takeRestore } from '../../../src/sync/take-restore.ts';
import { UserSandbox } from '../../../src/sync/user-sandbox.ts';

const NOW = Date.UTC(2026, 5, 15, 12);

type AppName = string | Readonly<Record<string, string>>;

const definition = {
  id: 'clinic',
  name: { en: 'Clinic', fr: 'Centre' },
  version: 1,
  languages: ['en', 'fr'],
  case_sharing: true,
  modules: [
    {
      name: { en: 'New patient', fr: 'Nouveau' },
      case_type: 'patient',
      forms: [
        {
          name: { en: 'Register a patient', fr: 'Inscrire' },
          xform: 'register.xml',
          open_case: { name_question: '/data/name' },
        },
      ],
    },
    {
      name: { en: 'Patients', fr: 'Patients' },
      case_type: 'patient',
      case_list: { columns: [{ header: { en: 'Name', fr: 'Nom' }, property: 'name' }] },
      case_detail: [
        { columns: [{ header: { en: 'Village', fr: 'Village' }, property: 'village' }] },
      ],
      forms: [
        {
          name: { en: 'Visit', fr: 'Visite' },
          xform: 'visit.xml',
          requires: 'case',
          update_case: { village: '/data/village' },
        },
        { name: { en: 'Faulty', fr: 'Faux' }, xform: 'faulty.xml', requires: 'case' },
        { name: { en: 'Broken', fr: 'Faux' }, xform: 'broken.xml', requires: 'case' },
      ],
    },
  ],
};

/** The app of these tests: it registers patients and visits them; two of its forms are at fault, each in its way. */
function clinicApp(name: AppName = definition.name): AppDefinition {
  const forms = new Map([
    ['register.xml', form('register', 'Register', 'name', 'What is the name?')],
    ['visit.xml', form('visit', 'Visit', 'village', 'In which village?')],
    ['faulty.xml', form('faulty', 'Faulty', 'note', 'A note', "date('never')")],
    ['broken.xml', form('broken', 'Broken', 'note', 'A note', '1 +')],
  ]);
  return loadAppDefinition({ ...definition, name }, forms);
}

/** The same app, whose lists let one choose two patients together. */
export function twoAtOnce(app: AppDefinition): AppDefinition[] {
  const entries = [...app.entries].map(([id, entry]) => {
    const datums = entry.datums.map((datum) =>
      datum.kind === 'entity' ? { ...datum, maxSelect: 2 } : datum,
    );
    return [id, { ...entry, datums }] as const;
  });
  return [{ ...app, entries: new Map(entries) }];
}

/** Another one like it, and one that cannot be opened. */
export function severalApps(app: AppDefinition): AppDefinition[] {
  const named = (uniqueId: string, name: string) => {
    const other = clinicApp(name);
    return { ...other, profile: { ...other.profile, uniqueId } };
  };
  return [app, named('pharmacy', 'Pharmacy'), named('broken', 'Broken app')];
}

/** One required question, and something that is worked out. */
function form(id: string, title: string, node: string, label: string, calculate = '1'): string {
  return `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">
    <h:head><h:title>${title}</h:title><model>
      <instance><data xmlns="http://example.org/clinic/${id}"><${node}/><sum/></data></instance>
      <bind nodeset="/data/${node}" required="true()"/>
      <bind nodeset="/data/sum" calculate="${calculate}"/>
    </model></h:head>
    <h:body><input ref="/data/${node}"><label>${label}</label></input></h:body></h:html>`;
}

/** What the server sends to David: his groups, and two patients of the first of them. */
function restoreText(groups: readonly string[]): string {
  const members = groups.map((name) => `<group id="${name}"><name>${name}</name></group>`);
  const patients = groups.length === 0 ? [] : ['Amina Diallo', 'Binta Camara'];
  return `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message>Hello</message>
    <Registration xmlns="http://openrosa.org/user/registration"><username>david</username>
      <password/><uuid>u-david</uuid><date>2026-01-01</date></Registration>
    <fixture id="user-groups" user_id="u-david"><groups>${members.join('')}</groups></fixture>
    ${patients.map((name, index) => patientBlock(`p${index}`, name, groups[0] ?? '')).join('')}
  </OpenRosaResponse>`;
}

function patientBlock(id: string, name: string, owner: string): string {
  return `<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="${id}" user_id="u-david"
    date_modified="2026-01-01T00:00:00Z"><create><case_type>patient</case_type>
    <case_name>${name}</case_name><owner_id>${owner}</owner_id></create>
    <update><village>Bo</village></update></case>`;
}

/** David's device: real machines, workspace and sandbox over a store in memory; the password is `right`. */
export class Clinic {
  readonly store = new MemoryUserStore();
  readonly session: AppSessionActor;
  readonly sync: SyncActor;
  private readonly apps: readonly AppDefinition[];
  /** How the next synchronizations end. */
  syncEnd: SyncReport['end'] = { kind: 'done' };
  /** What is known of the user beside the restore. */
  worker: Partial<Workspace['user']> = {};

  /** `apps` makes the project's apps of the one of these tests. */
  constructor(
    groups: readonly string[] = ['Village A'],
    apps = (clinic: AppDefinition) => [clinic],
  ) {
    this.apps = apps(clinicApp());
    this.session = this.startSession(groups);
    this.sync = this.startSync();
  }

  get state(): unknown {
    return this.session.getSnapshot().value;
  }

  private startSession(groups: readonly string[]): AppSessionActor {
    const actors = {
      enter: fromPromise<Project | undefined, Entrance>(({ input }) => this.enter(input, groups)),
      signOut: fromPromise<void>(async () => undefined),
      switchUser: fromPromise<void, AnotherUser>(async ({ input }) => this.switchUser(input)),
    };
    return createActor(appSessionMachine.provide({ actors })).start();
  }

  private async enter(entrance: Entrance, groups: readonly string[]): Promise<Project | undefined> {
    switch (entrance.kind) {
      case 'resume':
        if (this.worker.actedBy === undefined) return undefined;
        return this.openProject(parseRestore(restoreText(groups), 'restore.xml'));
      case 'signIn':
        checkPassword(entrance.password);
        return this.openProject(parseRestore(restoreText(groups), 'restore.xml'));
      case 'openFiles': {
        const { app, restore } = await openGivenFiles(
          entrance.files.flatMap((each) => ('address' in each ? [] : [each])),
        );
        return loneProject(await this.openWorkspace(app, restore));
      }
    }
  }

  /** David is an administrator where `worker` says so; there is one other user, Maria. */
  private switchUser({ actAs }: AnotherUser): void {
    if (actAs !== undefined && actAs !== 'maria')
      throw new Error(`This project has no active user “${actAs}”.`);
    this.worker =
      actAs === undefined
        ? { isAdministrator: true, actedBy: '' }
        : { name: 'Maria', actedBy: 'David' };
  }

  private async openProject(restore: Restore): Promise<Project> {
    const apps = new Map(this.apps.map((app) => [app.profile.uniqueId, app]));
    const first = await this.openWorkspace(this.apps[0] as AppDefinition, restore);
    return {
      ...loneProject(first),
      apps: this.apps.map(({ profile: { uniqueId: id, name } }) => ({ id, name })),
      openApp: async (id) => this.openWorkspace(openable(apps.get(id)), restore),
    };
  }

  private startSync(): SyncActor {
    const actors = {
      synchronize: fromPromise<SyncReport, { failures: number }>(async () => this.report()),
      signIn: fromPromise<void, SignInInput>(async ({ input }) => {
        checkPassword(input.password);
        this.syncEnd = { kind: 'done' };
      }),
    };
    return createActor(syncMachine.provide({ actors })).start();
  }

  private report(): SyncReport {
    const nothing = { sent: [], rejected: [], changed: [], departed: [], problems: [] };
    return { end: this.syncEnd, restored: 'none', ...nothing };
  }

  private async openWorkspace(app: AppDefinition, restore: Restore): Promise<Workspace> {
    const { userId = '', username = '' } = restore.registration ?? {};
    const sandbox = await UserSandbox.open(this.store, userId);
    await takeRestore(sandbox, restore, { full: true, now: NOW });
    const name = username === 'david' ? 'David' : username;
    const user = { userId, username, name, ...this.worker };
    const device = { deviceId: 'device', appVersion: 'Test', project: 'Demo' };
    return new Workspace({ app, sandbox, environment, user, ...device });
  }
}

let ids = 0;

const environment = {
  now: () => NOW,
  timeZone: 'UTC',
  random: () => 0.5,
  uuid: () => `id-${(ids += 1)}`,
  here: () => '',
};

function openable(app: AppDefinition | undefined): AppDefinition {
  if (app === undefined || app.profile.uniqueId === 'broken')
    throw new Error('This app has no suite.');
  return app;
}

function checkPassword(password: string): void {
  if (password !== 'right') throw new Error('The user name or the password is wrong.');
}
