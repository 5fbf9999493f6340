import { expect } from 'chai';
import { createActor, fromPromise, waitFor } from 'xstate';
import type { Entrance } from '../../src/machines/app-session.ts';
import { appSessionMachine } from '../../src/machines/app-session.ts';
import type { Project } from '../../src/machines/project.ts';
import { loneProject } from '../../src/machines/project.ts';
import { Workspace } from '../../src/machines/workspace.ts';
import { parseRestore } from '../../src/openrosa/parse-restore.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import type { ListScreen, QueryScreen } from '../../src/suite/screen.ts';
import { MemoryUserStore } from '../../src/sync/memory-user-store.ts';
import type {
  PostReply,
  RemoteRequest,
  RemoteServer,
  SearchReply,
} from '../../src/sync/remote-server.ts';
import { takeRestore } from '../../src/sync/take-restore.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';

const NOW = Date.UTC(2026, 5, 15, 12);
const PROFILE = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
  <location authority="local">./suite.xml</location></resource></suite></profile>`;

/** A list with the button "Search all", which leads to a search and a claim, as CommCare's builder writes it. */
function clinic(attributes = ''): ReturnType<typeof loadAppFiles> {
  const detail = (
    id: string,
    action = '',
  ) => `<detail id="${id}"><title><text>Mothers</text></title>${action}
    <field><header><text>Name</text></header><template><text><xpath function="case_name"/></text></template></field></detail>`;
  const action = `<action><display><text>Search all</text></display><stack><push><mark/><command value="'find'"/></push></stack></action>`;
  const instances = `<instance id="casedb" src="jr://instance/casedb"/>
    <instance id="commcaresession" src="jr://instance/session"/>`;
  const suite = `<suite>${detail('short', action)}${detail('found')}
    <entry><command id="visits"><text>Visits</text></command>${instances}
      <session><datum id="case_id" nodeset="instance('casedb')/casedb/case[@case_type='mother']" value="./@case_id"
        detail-select="short"/></session>
      <stack><create><command value="'visits'"/></create></stack></entry>
    <remote-request>
      <post url="https://example.org/a/clinic/phone/claim-case/"
        relevant="count(instance('casedb')/casedb/case[@case_id = instance('commcaresession')/session/data/found_id]) = 0">
        <data key="case_id" ref="instance('commcaresession')/session/data/found_id"/></post>
      <command id="find"><display><text>Find</text></display></command>${instances}
      <session><query url="https://example.org/a/clinic/phone/search/" storage-instance="results" template="case" ${attributes}>
        <title><text>Find a mother</text></title><data key="case_type" ref="'mother'"/>
        <prompt key="name" required="${attributes === ''}"><display><text>Name</text></display></prompt></query>
      <datum id="found_id" nodeset="instance('results')/results/case" value="./@case_id" detail-select="found"/></session>
      <stack><push><rewind value="instance('commcaresession')/session/data/found_id"/></push></stack>
    </remote-request>
    <menu id="root"><command id="visits"/></menu></suite>`;
  return loadAppFiles(
    new Map(Object.entries({ 'profile.ccpr': PROFILE, 'suite.xml': suite })),
    'clinic',
  );
}

const RESULTS = `<results id="case"><case case_id="far" case_type="mother" owner_id="o" status="open">
  <case_name>Zora</case_name></case></results>`;

const RESTORE = `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="ota_restore_success">Hello</message>
  <Sync xmlns="http://commcarehq.org/sync"><restore_id>t</restore_id></Sync>
  <Registration xmlns="http://openrosa.org/user/registration"><username>u</username><password/><uuid>u</uuid>
    <date>2026-01-01</date></Registration>
  <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="far" date_modified="2026-01-01T00:00:00Z" user_id="u">
    <create><case_type>mother</case_type><case_name>Zora</case_name><owner_id>u</owner_id></create></case></OpenRosaResponse>`;

/** A server that has answers ready, in order, and remembers what it was asked. */
class RecordedServer implements RemoteServer {
  readonly asked: RemoteRequest[] = [];
  readonly #replies: (SearchReply | PostReply)[];
  constructor(
    replies: readonly (SearchReply | PostReply)[],
    readonly claim: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#replies = [...replies];
  }
  search(request: RemoteRequest): Promise<SearchReply> {
    return Promise.resolve(this.#next(request) as SearchReply);
  }
  async post(request: RemoteRequest): Promise<PostReply> {
    const reply = this.#next(request) as PostReply;
    if (reply.kind === 'done' && reply.changed) await this.claim();
    return reply;
  }
  #next({ url, parameters }: RemoteRequest): SearchReply | PostReply {
    this.asked.push({ url, parameters });
    return this.#replies.shift()!;
  }
}

type Work = Awaited<ReturnType<typeof atWork>>;

async function atWork(replies: readonly (SearchReply | PostReply)[], attributes = '') {
  const sandbox = await UserSandbox.open(new MemoryUserStore(), 'u');
  const take = async () => {
    await takeRestore(sandbox, parseRestore(RESTORE), { full: true, now: NOW });
  };
  const server = new RecordedServer(replies, take);
  const environment = {
    ...{ now: () => NOW, timeZone: 'UTC', random: () => 0.5, here: () => '' },
    uuid: () => 'id',
  };
  const workspace = new Workspace({
    ...{ app: clinic(attributes), appId: 'clinic', sandbox, environment, remote: server },
    ...{ user: { userId: 'u', username: 'u', name: 'u' }, project: 'Clinic' },
    ...{ deviceId: 'device', appVersion: '1' },
  });
  const project = loneProject(workspace);
  const actor = createActor(
    appSessionMachine.provide({
      actors: { enter: fromPromise<Project | undefined, Entrance>(() => Promise.resolve(project)) },
    }),
  ).start();
  const reach = (state: string) =>
    waitFor(actor, ({ value }) => value === state, { timeout: 2000 }).then(
      ({ context }) => context,
    );
  await reach('browsing');
  actor.send({ type: 'choose', id: 'visits' });
  actor.send({ type: 'act', index: 0 });
  return { actor, server, workspace, reach };
}

const value = ({ actor }: Work) => actor.getSnapshot().value;
const context = ({ actor }: Work) => actor.getSnapshot().context;

describe('searching a server and claiming what it finds', () => {
  it('a search waits for what is required, and its answer is a list', async () => {
    const work = await atWork([{ kind: 'found', xml: RESULTS }]);
    work.actor.send({ type: 'search' });
    expect(value(work)).to.equal('browsing');
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Zo' } });
    work.actor.send({ type: 'search' });
    expect(value(work)).to.equal('searching');
    const { screen } = await work.reach('browsing');
    expect((screen as ListScreen).rows.map(({ id }) => id)).to.deep.equal(['far']);
    expect(work.server.asked[0]).to.deep.equal({
      url: 'https://example.org/a/clinic/phone/search/',
      parameters: [
        { key: 'case_type', value: 'mother' },
        { key: 'name', value: 'Zo' },
      ],
    });
  });

  it('a case that is found is claimed, and stands in the list from which the search began', async () => {
    const work = await atWork(
      [
        { kind: 'found', xml: RESULTS },
        { kind: 'done', changed: true },
      ],
      'default_search="true"',
    );
    await work.reach('browsing');
    work.actor.send({ type: 'select', id: 'far' });
    expect(value(work)).to.equal('posting');
    await work.reach('browsing');
    expect(work.server.asked[1]?.parameters).to.deep.equal([{ key: 'case_id', value: 'far' }]);
    expect(work.workspace.sandbox.database.get('far')?.caseName).to.equal('Zora');
    // It was rewound into the entry, which has no form and leads back to its list.
    expect((context(work).screen as ListScreen).rows.map(({ id }) => id)).to.deep.equal(['far']);
  });

  it('without a connection the person is told, keeps the answers and may try again', async () => {
    const work = await atWork([
      { kind: 'offline', message: 'no network' },
      { kind: 'found', xml: RESULTS },
    ]);
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Zo' } });
    work.actor.send({ type: 'search' });
    const { remoteProblem, screen } = await work.reach('browsing');
    expect(remoteProblem?.kind).to.equal('offline');
    expect((screen as QueryScreen).answers).to.deep.equal({ name: 'Zo' });
    work.actor.send({ type: 'search' });
    expect((await work.reach('browsing')).remoteProblem).to.equal(undefined);
  });

  it('an app that searches by itself does not do so again after a failure or when the person comes back', async () => {
    const work = await atWork(
      [
        { kind: 'retry', message: 'busy' },
        { kind: 'found', xml: RESULTS },
      ],
      'default_search="true"',
    );
    expect((await work.reach('browsing')).screen?.kind).to.equal('query');
    expect(work.server.asked).to.have.length(1);
    work.actor.send({ type: 'search' });
    expect((await work.reach('browsing')).screen?.kind).to.equal('list');
    work.actor.send({ type: 'back' });
    expect(value(work)).to.equal('browsing');
    expect(context(work).screen?.kind).to.equal('query');
  });

  it('a claim that fails can be tried again or given up', async () => {
    const refused: PostReply = { kind: 'refused', message: 'gone' };
    const work = await atWork(
      [{ kind: 'found', xml: RESULTS }, refused, refused],
      'default_search="true"',
    );
    await work.reach('browsing');
    work.actor.send({ type: 'select', id: 'far' });
    expect((await work.reach('postFailed')).remoteProblem?.message).to.equal('gone');
    work.actor.send({ type: 'retry' });
    await work.reach('postFailed');
    work.actor.send({ type: 'back' });
    expect(context(work).screen?.kind).to.equal('list');
    expect(context(work).remoteProblem).to.equal(undefined);
  });

  it('whoever changes an answer while it is searched stops that search, and may search anew at once', async () => {
    const work = await atWork([
      { kind: 'found', xml: '<results/>' },
      { kind: 'found', xml: RESULTS },
    ]);
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Z' } });
    work.actor.send({ type: 'search' });
    work.actor.send({ type: 'search' });
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Zo' } });
    expect(value(work)).to.equal('browsing');
    work.actor.send({ type: 'search' });
    const { screen } = await work.reach('browsing');
    expect((screen as ListScreen).rows.map(({ id }) => id)).to.deep.equal(['far']);
    expect(work.server.asked).to.have.length(2);
  });

  it('one may stop waiting for an answer', async () => {
    const work = await atWork([{ kind: 'found', xml: RESULTS }], 'default_search="true"');
    work.actor.send({ type: 'back' });
    expect(value(work)).to.equal('browsing');
    expect(context(work).screen?.kind).to.equal('query');
  });

  it('may be stopped, fail or be answered after a sync has led on meanwhile', async () => {
    const offline: SearchReply = { kind: 'offline', message: 'no network' };
    const endings: ((work: Work, reply: (reply: SearchReply) => void) => void)[] = [
      ({ actor }) => actor.send({ type: 'back' }),
      ({ actor }) => actor.send({ type: 'answerPrompts', answers: { name: 'Z' } }),
      (_, reply) => reply(offline),
      (_, reply) => reply({ kind: 'found', xml: RESULTS }),
    ];
    for (const end of endings) {
      const work = await atWork([]);
      let reply = (_: SearchReply): void => undefined;
      work.server.search = () => new Promise((resolve) => (reply = resolve));
      work.actor.send({ type: 'answerPrompts', answers: { name: 'Zo' } });
      work.actor.send({ type: 'search' });
      work.workspace.session.home();
      end(work, reply);
      expect((await work.reach('browsing')).screen?.kind).to.equal('menu');
      expect(work.actor.getSnapshot().status).to.equal('active');
    }
  });

  it('an answer that is no XML is told as a fault, from which there is a way back', async () => {
    const work = await atWork([{ kind: 'found', xml: '<html><p>Hotel' }], 'default_search="true"');
    expect((await work.reach('browsing')).screen?.kind).to.equal('error');
    work.actor.send({ type: 'back' });
    expect(context(work).screen?.kind).to.equal('list');
  });
});

describe('a search whose prompts stay beside its list', () => {
  const DYNAMIC = 'dynamic_search="true"';
  const found = (...ids: string[]): SearchReply => ({
    kind: 'found',
    xml: `<results>${ids.map((id) => `<case case_id="${id}" case_type="mother"><case_name>${id}</case_name></case>`).join('')}</results>`,
  });
  const ids = (work: Work) => (context(work).screen as ListScreen).rows.map(({ id }) => id);
  const names = ({ server }: Work) =>
    server.asked.map(({ parameters }) => parameters.find(({ key }) => key === 'name')?.value ?? '');

  async function atList(replies: readonly (SearchReply | PostReply)[]) {
    const work = await atWork([found('a', 'b'), ...replies], DYNAMIC);
    await work.reach('browsing');
    return work;
  }

  it('is asked anew once for answers that follow one another closely', async () => {
    const work = await atList([found('c')]);
    expect(ids(work)).to.deep.equal(['a', 'b']);
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Z' } });
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Zo' } });
    expect(ids(work)).to.deep.equal(['a', 'b']);
    await work.reach('searching');
    await work.reach('browsing');
    expect(ids(work)).to.deep.equal(['c']);
    expect(names(work)).to.deep.equal(['', 'Zo']);
  });

  it('an answer to an earlier question never takes the place of a later one', async () => {
    const work = await atList([]);
    const replies = new Map<string, (reply: SearchReply) => void>();
    work.server.search = ({ parameters }) =>
      new Promise((resolve) => replies.set(parameters.at(-1)?.value ?? '', resolve));
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Z' } });
    await work.reach('searching');
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Zo' } });
    replies.get('Z')!(found('late'));
    await work.reach('searching');
    expect(ids(work)).to.deep.equal(['a', 'b']);
    replies.get('Zo')!(found('zo'));
    await work.reach('browsing');
    expect(ids(work)).to.deep.equal(['zo']);
  });

  it('asks nothing where the answers are again those that the list shows', async () => {
    const work = await atList([]);
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Z' } });
    work.actor.send({ type: 'answerPrompts', answers: { name: '' } });
    await work.reach('browsing');
    expect(names(work)).to.deep.equal(['']);
  });

  it('keeps the list and the answers when the server cannot be reached', async () => {
    const work = await atList([{ kind: 'offline', message: 'no network' }, found('c')]);
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Zo' } });
    await work.reach('searching');
    const { remoteProblem } = await work.reach('browsing');
    expect(remoteProblem?.kind).to.equal('offline');
    expect(ids(work)).to.deep.equal(['a', 'b']);
    expect(work.workspace.session.query).to.deep.include({
      isFound: false,
      answers: { name: 'Zo' },
    });
    work.actor.send({ type: 'search' });
    await work.reach('browsing');
    expect(ids(work)).to.deep.equal(['c']);
  });

  it('a row can be chosen while it is asked anew, and nothing comes after it', async () => {
    const work = await atList([found('c'), { kind: 'done', changed: false }]);
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Zo' } });
    await work.reach('searching');
    work.actor.send({ type: 'select', id: 'b' });
    await work.reach('posting');
    expect(work.server.asked.at(-1)?.parameters).to.deep.equal([{ key: 'case_id', value: 'b' }]);
  });

  it('searches from the prompts, too, as soon as what they lack is there', async () => {
    const work = await atWork([{ kind: 'retry', message: 'busy' }, found('c')], DYNAMIC);
    await work.reach('browsing');
    expect(context(work).screen?.kind).to.equal('query');
    work.actor.send({ type: 'answerPrompts', answers: { name: 'Zo' } });
    await work.reach('searching');
    await work.reach('browsing');
    expect(ids(work)).to.deep.equal(['c']);
  });
});
