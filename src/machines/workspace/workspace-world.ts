import { casedbDocument } from '../../case/casedb-document.ts';
import { LEDGERDB, ledgerdbDocument } from '../../case/ledger/ledgerdb-document.ts';
import type { Ledgers } from '../../case/ledger/ledgers.ts';
import { NO_LEDGERS } from '../../case/ledger/ledgers.ts';
import type { AppWorld } from '../../suite/app-world.ts';
import { isSharingAssertion } from '../../suite/assertion.ts';
import { FixtureDocuments } from '../../suite/fixture-documents.ts';
import type { SessionData } from '../../suite/session-instance.ts';
import { ShortSetting } from '../setting.ts';
import { RememberedSearches } from './remembered-searches.ts';
import type { WorkspaceInput } from './workspace-input.ts';

type DocumentNode = NonNullable<ReturnType<AppWorld['instance']>>;

/** What the session of an app sees of the device: its user, its cases and tables. */
export class WorkspaceWorld implements AppWorld {
  readonly environment: AppWorld['environment'];
  readonly launchesActions = true;
  readonly advancesMenus: boolean;
  readonly searches: RememberedSearches;
  readonly #input: WorkspaceInput;
  readonly #languageNow: () => string;
  readonly #casedb: DocumentNode;
  readonly #fixtures = new FixtureDocuments();
  #ledgers: { readonly of: Ledgers; readonly document: DocumentNode } | undefined;

  /** `languageNow` is asked whenever a text is read. */
  constructor(input: WorkspaceInput, languageNow: () => string) {
    const { environment, app, appId, sandbox, searches } = input;
    this.environment = environment;
    const remembered = searches ?? new ShortSetting();
    this.searches = new RememberedSearches(remembered, appId ?? app.profile.uniqueId);
    this.advancesMenus = app.profile.properties['cc-auto-advance-menu'] === 'yes';
    this.#input = input;
    this.#languageNow = languageNow;
    this.#casedb = casedbDocument(sandbox.database, environment.timeZone);
  }

  get language(): string {
    return this.#languageNow();
  }

  get context(): AppWorld['context'] {
    const { deviceId, appVersion, user } = this.#input;
    return {
      deviceid: deviceId,
      appversion: appVersion,
      username: user.username,
      userid: user.userId,
      applanguage: this.language,
    };
  }

  get userData(): AppWorld['userData'] {
    return this.#input.sandbox.record?.registration.userData ?? {};
  }

  /** What the session instance says beside the chosen data. */
  get sessionData(): Omit<SessionData, 'datums'> {
    const { context, userData } = this;
    return { context, userData };
  }

  readonly handlesAssertion = isSharingAssertion;

  instance(src: string): DocumentNode | undefined {
    if (src.startsWith('jr://instance/casedb')) return this.#casedb;
    if (src === LEDGERDB) return this.#ledgerdb();
    const id = /^jr:\/\/fixture\/(.+)$/.exec(src)?.[1];
    const fixture = id === undefined ? undefined : this.#input.sandbox.fixtures.get(id);
    return fixture && this.#fixtures.of(fixture);
  }

  /** The same document as long as no restore has come. */
  #ledgerdb(): DocumentNode {
    const of = this.#input.sandbox.record?.ledgers ?? NO_LEDGERS;
    if (this.#ledgers?.of === of) return this.#ledgers.document;
    const document = ledgerdbDocument(of);
    this.#ledgers = { of, document };
    return document;
  }
}
