import { expect } from 'chai';
import { createActor, fromPromise, waitFor } from 'xstate';
import type { Entrance } from '../../src/machines/app-session.ts';
import { appSessionMachine } from '../../src/machines/app-session.ts';
import type { FormEntryActor } from '../../src/machines/form-entry.ts';
import type { Project } from '../../src/machines/project.ts';
import { loneProject } from '../../src/machines/project.ts';
import { Workspace } from '../../src/machines/workspace.ts';
import type { AttachedFile, OpenedForm } from '../../src/machines/workspace/opened-form.ts';
import { parseRestore } from '../../src/openrosa/parse-restore.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import type { ListScreen } from '../../src/suite/screen.ts';
import { MemoryUserStore } from '../../src/sync/memory-user-store.ts';
import type { RemoteServer } from '../../src/sync/remote-server.ts';
import { takeRestore } from '../../src/sync/take-restore.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';

const NOW = Date.UTC(2026, 5, 15, 12);
const PROFILE = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
  <location authority="local">./suite.xml</location></resource></suite></profile>`;

const formXml = (name: string, version: number, questions: string) => `<h:html
    xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">
  <h:head><h:title>${name}</h:title><model><instance><data xmlns="http://example.org/${name}" version="${version}">
    <known/><note/>${version > 1 ? '<more/>' : ''}<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="" date_modified="" user_id=""><update><note/></update></case>
    <meta><instanceID/></meta></data></instance>
    <instance id="results" src="jr://instance/remote/results"/>
    <instance id="commcaresession" src="jr://instance/session"/>
    <bind nodeset="/data/known" calculate="${questions}"/>
    <bind nodeset="/data/case/@case_id" calculate="instance('commcaresession')/session/data/case_id"/>
    <bind nodeset="/data/case/@date_modified" calculate="'2026-06-15T12:00:00Z'"/>
    <bind nodeset="/data/case/update/note" calculate="/data/note"/>
    <bind nodeset="/data/meta/instanceID" calculate="'i-${name}'"/></model></h:head>
  <h:body><input ref="/data/note"><label>Note, version ${version}</label></input></h:body></h:html>`;

/** A form for a case of one's own, one for a case that was searched for, and one that is for no case. */
function clinic(version = 1): ReturnType<typeof loadAppFiles> {
  const detail = `<detail id="short"><title><text>Mothers</text></title>
    <field><header><text>Name</text></header><template><text><xpath function="case_name"/></text></template></field></detail>`;
  const instances = `<instance id="casedb" src="jr://instance/casedb"/>
    <instance id="commcaresession" src="jr://instance/session"/><instance id="results" src="jr://instance/remote/results"/>`;
  const xform = (name: string) =>
    `<xform><resource id="${name}" version="${version}"><location authority="local">./${name}.xml</location></resource></xform>`;
  const entry = (name: string, session: string) =>
    `<entry><form>http://example.org/${name}</form><command id="${name}"><text>${name}</text></command>${instances}
      <session>${session}</session></entry>`;
  const query = `<query url="https://example.org/search/" storage-instance="results"><title><text>Find</text></title>
    <data key="case_type" ref="'mother'"/><prompt key="name"><display><text>Name</text></display></prompt></query>`;
  const datum = (nodeset: string) =>
    `<datum id="case_id" nodeset="${nodeset}" value="./@case_id" detail-select="short"/>`;
  const suite = `<suite>${['visit', 'found', 'tally'].map(xform).join('')}${detail}
    ${entry('visit', datum("instance('casedb')/casedb/case[@case_type='mother']"))}
    ${entry('found', query + datum("instance('results')/results/case"))}
    ${entry('tally', '')}
    <menu id="root"><command id="visit"/><command id="found"/><command id="tally"/></menu></suite>`;
  const searched = "instance('results')/results/case[@case_id='far']/village";
  return loadAppFiles(
    new Map(
      Object.entries({
        ...{ 'profile.ccpr': PROFILE, 'suite.xml': suite },
        'visit.xml': formXml('visit', version, "''"),
        'found.xml': formXml('found', version, searched),
        'tally.xml': formXml('tally', version, "''"),
      }),
    ),
    'clinic',
  );
}

const RESULTS = `<results id="case"><case case_id="far" case_type="mother" owner_id="o" status="open">
  <case_name>Zora</case_name><village>Bo</village></case></results>`;

const oneCase = (
  id: string,
  name: string,
) => `<case xmlns="http://commcarehq.org/case/transaction/v2"
  case_id="${id}" date_modified="2026-01-01T00:00:00Z" user_id="u">
  <create><case_type>mother</case_type><case_name>${name}</case_name><owner_id>u</owner_id></create></case>`;

const RESTORE = `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="ota_restore_success">Hello</message>
  <Sync xmlns="http://commcarehq.org/sync"><restore_id>t</restore_id></Sync>
  <Registration xmlns="http://openrosa.org/user/registration"><username>u</username><password/><uuid>u</uuid>
    <date>2026-01-01</date></Registration>${oneCase('a', 'Amina')}${oneCase('b', 'Bea')}</OpenRosaResponse>`;

const server: RemoteServer = {
  search: () => Promise.resolve({ kind: 'found', xml: RESULTS }),
  post: () => Promise.resolve({ kind: 'done', changed: false }),
};

let ids = 0;

/** Somebody at a computer; whoever starts it anew, with a newer app perhaps, finds the same store. */
class Desk {
  readonly actor;

  private constructor(
    readonly store: MemoryUserStore,
    readonly workspace: Workspace,
  ) {
    const project = loneProject(workspace);
    const enter = fromPromise<Project | undefined, Entrance>(() => Promise.resolve(project));
    this.actor = createActor(appSessionMachine.provide({ actors: { enter } })).start();
  }

  static async start(store = new MemoryUserStore(), version = 1): Promise<Desk> {
    const sandbox = await UserSandbox.open(store, 'u');
    await takeRestore(sandbox, parseRestore(RESTORE), { full: true, now: NOW });
    const environment = {
      ...{ now: () => NOW + ids, timeZone: 'UTC', random: () => 0.5, here: () => '' },
      uuid: () => `id${(ids += 1)}`,
    };
    const workspace = new Workspace({
      ...{ app: clinic(version), appId: 'clinic', sandbox, environment, remote: server },
      ...{ user: { userId: 'u', username: 'u', name: 'u' }, project: 'Clinic' },
      ...{ deviceId: 'device', appVersion: '1' },
    });
    const desk = new Desk(store, workspace);
    await desk.reach('browsing');
    return desk;
  }

  restarted(version = 1): Promise<Desk> {
    this.actor.stop();
    return Desk.start(this.store, version);
  }

  get context() {
    return this.actor.getSnapshot().context;
  }

  get formEntry(): FormEntryActor {
    return this.actor.getSnapshot().children.formEntry as FormEntryActor;
  }

  get label(): string | undefined {
    return this.context.opened?.form.controls[0]?.label?.text;
  }

  value(ref: string): string | undefined {
    return this.context.opened?.form.node(ref)?.lexical;
  }

  async reach(state: string): Promise<void> {
    await waitFor(this.actor, ({ value }) => value === state, { timeout: 2000 });
  }

  /** Up to the form, or to the question what to do with a draft of it. */
  async choose(form: string, caseId?: string): Promise<void> {
    this.actor.send({ type: 'goTo', index: 0 });
    this.actor.send({ type: 'choose', id: form });
    if (form === 'found') {
      this.actor.send({ type: 'search' });
      await waitFor(this.actor, ({ context }) => context.screen?.kind === 'list');
    }
    if (caseId !== undefined) this.actor.send({ type: 'select', id: caseId });
    await waitFor(this.actor, ({ value }) => value === 'entering' || value === 'offeringDrafts');
  }

  async leaveWith(note: string): Promise<void> {
    this.formEntry.send({ type: 'answer', ref: '/data/note', value: note });
    this.formEntry.send({ type: 'leave' });
    await this.reach('browsing');
  }

  async send(note: string): Promise<void> {
    this.formEntry.send({ type: 'answer', ref: '/data/note', value: note });
    this.formEntry.send({ type: 'complete' });
    await this.reach('submitted');
    this.actor.send({ type: 'continue' });
  }

  async filesSent(): Promise<readonly string[]> {
    const [form] = await this.store.readOutbox();
    const sent = await this.store.readSubmission(form?.instanceId ?? '');
    return (sent?.attachments ?? []).map(({ name }) => name);
  }

  async notes(): Promise<readonly string[]> {
    const drafts = await this.store.readDrafts();
    return drafts.map(({ instanceXml }) => /<note>(.*?)<\/note>/.exec(instanceXml)?.[1] ?? '');
  }
}

describe('a form that was begun before', () => {
  it('is offered to go on with, for the same case only', async () => {
    const desk = await Desk.start();
    await desk.choose('visit', 'a');
    await desk.leaveWith('half');
    await desk.choose('visit', 'b');
    expect(desk.actor.getSnapshot().value).to.equal('entering');
    desk.formEntry.send({ type: 'leave' });
    await desk.reach('browsing');
    await desk.choose('visit', 'a');
    expect(desk.actor.getSnapshot().value).to.equal('offeringDrafts');
    const [draft] = desk.context.begun;
    expect(draft).to.include({ caseName: 'Amina', title: 'visit' });
    desk.actor.send({ type: 'resumeDraft', id: draft?.id ?? '' });
    await desk.reach('entering');
    expect(desk.value('/data/note')).to.equal('half');
  });

  it('is not lost by starting anew, and ends when the new one for its case is sent', async () => {
    const desk = await Desk.start();
    await desk.choose('visit', 'a');
    await desk.leaveWith('first');
    await desk.choose('visit', 'b');
    await desk.leaveWith('of another');
    await desk.choose('visit', 'a');
    desk.actor.send({ type: 'continue' });
    await desk.reach('entering');
    expect(desk.value('/data/note')).to.equal('');
    await desk.leaveWith('second');
    expect(await desk.notes()).to.have.members(['first', 'of another', 'second']);
    await desk.choose('visit', 'a');
    expect(desk.context.begun).to.have.length(2);
    desk.actor.send({ type: 'continue' });
    await desk.reach('entering');
    await desk.send('third');
    expect(await desk.notes()).to.deep.equal(['of another']);
  });

  it('stays beside another one where it is for no case: these are two pieces of work', async () => {
    const desk = await Desk.start();
    await desk.choose('tally');
    await desk.leaveWith('first');
    await desk.choose('tally');
    expect(desk.context.begun).to.have.length(1);
    desk.actor.send({ type: 'continue' });
    await desk.reach('entering');
    desk.formEntry.send({ type: 'answer', ref: '/data/note', value: 'second' });
    expect(await desk.notes()).to.deep.equal(['first']);
  });

  it('leads back to where one came from', async () => {
    const desk = await Desk.start();
    await desk.choose('visit', 'a');
    await desk.leaveWith('half');
    await desk.choose('visit', 'a');
    desk.actor.send({ type: 'back' });
    expect(desk.actor.getSnapshot().value).to.equal('browsing');
    expect((desk.context.screen as ListScreen).rows).to.have.length(2);
  });
});

describe('a draft whose app has been updated since', () => {
  it('goes on with the questions as they were then, and says so', async () => {
    const desk = await Desk.start();
    await desk.choose('visit', 'a');
    await desk.leaveWith('half');
    const updated = await desk.restarted(2);
    const [draft] = await updated.store.readDrafts();
    expect(draft?.formVersion).to.equal('1');
    updated.actor.send({ type: 'resumeDraft', id: draft?.id ?? '' });
    await updated.reach('entering');
    expect(updated.label).to.equal('Note, version 1');
    expect(updated.context.opened).to.include({ isOldForm: true, hasNewQuestions: false });
    expect(draft && updated.context.workspace?.forms.changesOf(draft)).to.deep.include({
      ...{ kind: 'form', before: '1', now: '2' },
    });
    await updated.send('whole');
    expect(updated.context.finished?.xml).to.contain('version="1"').and.contain('whole');
    await updated.choose('visit', 'a');
    expect(updated.label).to.equal('Note, version 2');
    expect(updated.context.opened?.isOldForm).to.equal(false);
  });

  it('takes its answers to the questions of today when those of then are not known', async () => {
    const desk = await Desk.start();
    await desk.choose('visit', 'a');
    await desk.leaveWith('half');
    desk.store.readDraftOpening = () => Promise.resolve(undefined);
    const updated = await desk.restarted(2);
    const [draft] = await updated.store.readDrafts();
    updated.actor.send({ type: 'resumeDraft', id: draft?.id ?? '' });
    await updated.reach('entering');
    expect([updated.label, updated.value('/data/note')]).to.deep.equal(['Note, version 2', 'half']);
    expect(updated.context.opened?.changes.map(({ kind }) => kind)).to.include('form');
    expect(updated.context.opened).to.include({ isOldForm: false, hasNewQuestions: true });
  });
});

describe('a file that is still being read when its form is sent', () => {
  const photo = { mediaType: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]) };

  async function deskWith(
    file: Promise<AttachedFile>,
  ): Promise<{ desk: Desk; kept: Promise<unknown> }> {
    const desk = await Desk.start();
    await desk.choose('visit', 'a');
    const { opened } = desk.context;
    const kept = desk.workspace.forms.attach(opened as OpenedForm, 'photo.jpg', file);
    desk.formEntry.send({ type: 'answer', ref: '/data/note', value: 'photo.jpg' });
    desk.formEntry.send({ type: 'complete' });
    return { desk, kept: kept.catch(() => undefined) };
  }

  it('goes out with it', async () => {
    const { desk } = await deskWith(new Promise((resolve) => setTimeout(resolve, 20, photo)));
    await desk.reach('submitted');
    expect(await desk.filesSent()).to.deep.equal(['photo.jpg']);
  });

  it('holds it back when it cannot be read, and lets it go once another is there', async () => {
    const { desk, kept } = await deskWith(Promise.reject(new Error('the card was taken out')));
    await kept;
    await waitFor(desk.formEntry, ({ context }) => context.problem !== undefined);
    expect(desk.formEntry.getSnapshot().context.problem)
      .to.contain('photo.jpg')
      .and.contain('the card was taken out');
    await desk.workspace.forms.attach(desk.context.opened as OpenedForm, 'photo.jpg', photo);
    desk.formEntry.send({ type: 'complete' });
    await desk.reach('submitted');
    expect(await desk.filesSent()).to.deep.equal(['photo.jpg']);
  });
});

describe('a draft that was begun from the results of a search', () => {
  it('still has them after a restart', async () => {
    const desk = await Desk.start();
    await desk.choose('found', 'far');
    expect(desk.value('/data/known')).to.equal('Bo');
    await desk.leaveWith('half');
    const again = await desk.restarted();
    const [draft] = await again.store.readDrafts();
    again.actor.send({ type: 'resumeDraft', id: draft?.id ?? '' });
    await again.reach('entering');
    const { form } = again.context.opened ?? {};
    expect(form?.problems).to.deep.equal([]);
    expect(again.value('/data/known')).to.equal('Bo');
    expect(again.value('/data/case/@case_id')).to.equal('far');
    again.formEntry.send({ type: 'leave' });
    await again.reach('browsing');
    expect(again.context.screen?.kind).to.equal('list');
  });
});
