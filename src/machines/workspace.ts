import type { OwnerId } from '../case/case.ts';
import type { OwnerCandidate } from '../case/ownership/owner-candidate.ts';
import type { OwnerProblem } from '../case/ownership/owner-resolution.ts';
import { SHARING_ASSERTION_KEY } from '../case/ownership/owner-resolution.ts';
import type { OwningUser } from '../case/ownership/owning-user.ts';
import type { SharingRules } from '../case/ownership/sharing-rules.ts';
import type { AppDefinition } from '../suite/app-definition.ts';
import { AppSession } from '../suite/app-session.ts';
import type { Entry } from '../suite/entry.ts';
import type { PostReply, RemoteProblem, SearchReply } from '../sync/remote-server.ts';
import type { UserSandbox } from '../sync/user-sandbox.ts';
import type { Setting } from './setting.ts';
import { ShortSetting } from './setting.ts';
import { FormDesk } from './workspace/form-desk.ts';
import { OwnerOutlook } from './workspace/owner-outlook.ts';
import type { WorkspaceInput, WorkspaceUser } from './workspace/workspace-input.ts';
import { WorkspaceWorld } from './workspace/workspace-world.ts';

const ONE_BY_ONE = 'oneByOne';
const NO_SERVER: RemoteProblem = { kind: 'noServer', message: '' };

/**
 * One user at work in one app: the session, the cases on this device, and the forms that lie between them. It knows no
 * screen and no network; what it writes goes through the sandbox.
 */
export class Workspace {
  readonly app: AppDefinition;
  readonly appId: string;
  readonly sandbox: UserSandbox;
  readonly user: WorkspaceUser;
  readonly project: string;
  readonly session: AppSession;
  /** Opens, keeps and submits the forms of the app. */
  readonly forms: FormDesk;
  /** Where the owner that the user chose last is kept. */
  readonly lastOwner: Setting;
  readonly #input: WorkspaceInput;
  readonly #outlook: OwnerOutlook;
  readonly #chosenLanguage: Setting;
  readonly #questionMode: Setting;
  readonly #listSize: Setting;
  #language: string;

  constructor(input: WorkspaceInput) {
    const { app, sandbox } = input;
    this.#input = input;
    this.lastOwner = input.lastOwner ?? new ShortSetting();
    this.#chosenLanguage = input.chosenLanguage ?? new ShortSetting();
    this.#questionMode = input.questionMode ?? new ShortSetting();
    this.#listSize = input.listSize ?? new ShortSetting();
    this.#language = firstLanguage(input, this.#chosenLanguage.read());
    this.app = app;
    this.appId = input.appId ?? app.profile.uniqueId;
    this.sandbox = sandbox;
    this.user = input.user;
    this.project = input.project;
    const world = new WorkspaceWorld(input, () => this.language);
    this.session = new AppSession(app, world);
    this.#outlook = new OwnerOutlook(input, this.session);
    const { appId, session } = this;
    this.forms = new FormDesk({ ...input, appId, session, world });
  }

  /** One of the app's; setting it is a choice of the user. */
  get language(): string {
    return this.#language;
  }

  set language(language: string) {
    this.#language = language;
    this.#chosenLanguage.write(language);
  }

  /** One question per screen; unless the user chooses that, all on one page, as in CommCare's Web Apps. */
  get asksOneByOne(): boolean {
    return this.#questionMode.read() === ONE_BY_ONE;
  }

  set asksOneByOne(oneByOne: boolean) {
    this.#questionMode.write(oneByOne ? ONE_BY_ONE : 'onePage');
  }

  /** How many rows of a list the user wants on one page; `undefined` as long as nothing was chosen. */
  get rowsOnPage(): number | undefined {
    const rows = Number(this.#listSize.read());
    return Number.isInteger(rows) && rows > 0 ? rows : undefined;
  }

  set rowsOnPage(rows: number | undefined) {
    this.#listSize.write(String(rows ?? ''));
  }

  /** Groups and locations that may own what the user registers. */
  get candidates(): readonly OwnerCandidate[] {
    return this.#outlook.candidates;
  }

  /** The user as the one who registers, with what decides about owners. */
  get owningUser(): OwningUser {
    return this.#outlook.owningUser;
  }

  /** Which cases of the app are shared, and how their owner is found. */
  get sharing(): SharingRules {
    return this.#outlook.sharing;
  }

  /** What CommCare says when a user has no clear owner: `''` when the app does not say it. */
  get sharingText(): string {
    const { strings } = this.app;
    const texts = strings.get(this.language) ?? strings.get('default');
    return texts?.get(SHARING_ASSERTION_KEY) ?? '';
  }

  /** Why the cases that this entry's form creates would have no clear owner, known before anything is chosen. */
  ownerProblem({ xmlns }: Entry): OwnerProblem | undefined {
    return this.#outlook.problemOf(xmlns);
  }

  /** The name of an owner: a group or location of the user, or the user; `undefined` for anybody else. */
  ownerName(ownerId: OwnerId): string | undefined {
    return this.#outlook.nameOf(ownerId);
  }

  /** Asks the server what the session's search says. `ended` says that nobody waits for the answer any more. */
  async search(ended?: AbortSignal): Promise<SearchReply> {
    const { query } = this.session;
    if (query === undefined) throw new RangeError('The session has not come to a search');
    return this.#input.remote?.search(query, ended) ?? NO_SERVER;
  }

  /** Sends what the session's `PostScreen` says. */
  async post(): Promise<PostReply> {
    const { screen } = this.session;
    if (screen.kind !== 'post') throw new RangeError('The session has nothing to post');
    return this.#input.remote?.post(screen) ?? NO_SERVER;
  }
}

/** What was chosen, else the user's own, else the app's first: whichever the app has. */
function firstLanguage({ app, userLanguage }: WorkspaceInput, chosen: string | undefined): string {
  const [first = ''] = app.languages;
  return [chosen, userLanguage].find((each) => app.languages.includes(each ?? '')) ?? first;
}
