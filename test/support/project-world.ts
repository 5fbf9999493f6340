import { readdirSync, readFileSync } from 'node:fs';
import { createActor, fromPromise, waitFor } from 'xstate';
import type { Directory } from '../../src/case/ownership/directory.ts';
import type { Entrance } from '../../src/machines/app-session.ts';
import { appSessionMachine } from '../../src/machines/app-session.ts';
import type { FormEntryActor } from '../../src/machines/form-entry.ts';
import type { Project } from '../../src/machines/project.ts';
import { loneProject } from '../../src/machines/project.ts';
import { Workspace } from '../../src/machines/workspace.ts';
import { parseRestore } from '../../src/openrosa/parse-restore.ts';
import type { AppDefinition } from '../../src/suite/app-definition.ts';
import { loadAppDefinition } from '../../src/suite/definition/load-app-definition.ts';
import { MemoryUserStore } from '../../src/sync/memory-user-store.ts';
import { takeRestore } from '../../src/sync/take-restore.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';
import { questions } from '../../src/xforms/questions.ts';
import { MemoryProject } from './memory-project.ts';

const NOW = Date.UTC(2026, 5, 15, 12);

/** A sample app from its folder. */
export function sampleApp(id: string): AppDefinition {
  const folder = `forms/${id}`;
  const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
  const files = new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
  return loadAppDefinition(JSON.parse(readFileSync(`${folder}/app.json`, 'utf8')), files);
}

/** A project in memory: its people and places, the cases of all, and devices that send and fetch when they are told to. */
export class ProjectWorld extends MemoryProject {
  uuids = 0;

  constructor(
    readonly app: AppDefinition,
    directory: Directory,
  ) {
    super(directory, NOW);
  }

  /** In the project's app, or in another one of it. */
  async signIn(userId: string, app = this.app): Promise<Colleague> {
    const sandbox = await UserSandbox.open(new MemoryUserStore(), userId);
    const colleague = new Colleague(this, sandbox, app);
    await colleague.sync();
    colleague.actor.start();
    await colleague.reach('browsing');
    return colleague;
  }
}

/** Somebody at work in the project's app: the real session machine, workspace and device. */
export class Colleague {
  readonly workspace: Workspace;
  readonly actor;

  constructor(
    private readonly world: ProjectWorld,
    readonly sandbox: UserSandbox,
    app: AppDefinition,
  ) {
    const environment = {
      ...{ now: () => NOW, timeZone: 'UTC', random: () => 0.5, here: () => '' },
      uuid: () => `uuid-${(world.uuids += 1)}`,
    };
    const { userId } = sandbox;
    const user = { userId, username: userId, name: userId };
    this.workspace = new Workspace({
      ...{ app, sandbox, environment, user, project: 'Project' },
      ...{ deviceId: 'device', appVersion: '1' },
    });
    const enter = fromPromise<Project | undefined, Entrance>(async () =>
      loneProject(this.workspace),
    );
    this.actor = createActor(appSessionMachine.provide({ actors: { enter } }));
  }

  get formEntry(): FormEntryActor {
    return this.actor.getSnapshot().children.formEntry as FormEntryActor;
  }

  /** Names of the cases on this device, in their order. */
  get holds(): readonly string[] {
    return [...this.sandbox.database.cases()].map(({ caseName }) => caseName).sort();
  }

  async reach(state: string): Promise<void> {
    await waitFor(this.actor, ({ value }) => value === state, { timeout: 2000 });
  }

  choose(...ids: readonly string[]): void {
    for (const id of ids) this.actor.send({ type: 'choose', id });
  }

  /** The values that a question of the open form lets one choose from. */
  choicesOf(ref: string): readonly string[] {
    const { controls } = this.formEntry.getSnapshot().context.form;
    const [question] = [...questions(controls)].filter(({ node }) => node?.ref === ref);
    return question?.choices.map(({ value }) => value) ?? [];
  }

  /** Opens a form of a module for the case of that name. */
  async openFor(caseName: string, module: string, form: string): Promise<void> {
    this.actor.send({ type: 'goTo', index: 0 });
    this.choose(module);
    const of = [...this.sandbox.database.cases()].find((each) => each.caseName === caseName);
    this.actor.send({ type: 'select', id: of?.caseId ?? '' });
    if (this.actor.getSnapshot().value === 'showingDetail') this.actor.send({ type: 'continue' });
    this.choose(form);
    await this.reach('entering');
  }

  /** Answers by reference, and tries to send. */
  complete(answers: Readonly<Record<string, string>>): void {
    for (const [ref, value] of Object.entries(answers)) {
      this.formEntry.send({ type: 'answer', ref, value });
    }
    this.formEntry.send({ type: 'complete' });
  }

  /** The form is taken, goes to the server, and the person goes on. */
  async send(): Promise<void> {
    await this.reach('submitted');
    const xml = this.actor.getSnapshot().context.finished?.xml ?? '';
    this.world.receive(xml, this.sandbox.userId);
    const [waiting] = await this.sandbox.store.readOutbox();
    await this.sandbox.store.settleAccepted(waiting?.instanceId ?? '');
    this.actor.send({ type: 'continue' });
  }

  async sync(): Promise<void> {
    const restore = parseRestore(this.world.restoreOf(this.sandbox.userId), 'restore');
    await takeRestore(this.sandbox, restore, { full: true, now: NOW });
  }
}
