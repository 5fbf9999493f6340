import type { Submission } from '../../../src/openrosa/submission.ts';
import type {
  Offline,
  RestoreReply,
  SignInReply,
  SubmitReply,
  Transport,
  WhoAmIReply,
} from '../../../src/sync/transport.ts';
import type { ProjectServer } from './project-server.ts';

/** What becomes of one request: it arrives and is answered, or it, or its answer, is lost, or the server is busy. */
export type Fate = 'answered' | 'requestLost' | 'answerLost' | 'busy' | 'signedOut';

const OFFLINE: Offline = { kind: 'offline', message: 'The network is gone' };
const BUSY = { kind: 'retry', message: 'Busy', afterSeconds: 60 } as const;
const SIGN_IN = { kind: 'signIn', message: 'Please sign in' } as const;

/** The way from one user's device to the server. Requests are answered until `fates` or `fate` say otherwise. */
export class ShakyTransport implements Transport {
  fate: Fate = 'answered';
  /** Of the next submissions and restores, one after the other; afterwards `fate` holds. */
  fates: Fate[] = [];
  /** instanceIDs and restores as they were asked for. */
  readonly log: string[] = [];

  constructor(
    readonly server: ProjectServer,
    public userId: string,
  ) {}

  async signIn(): Promise<SignInReply> {
    return { kind: 'signedIn', user: this.server.user(this.userId) };
  }

  async signOut(): Promise<{ kind: 'signedOut' }> {
    return { kind: 'signedOut' };
  }

  async whoAmI(): Promise<WhoAmIReply> {
    if (this.fate === 'requestLost' || this.fate === 'answerLost') return OFFLINE;
    if (this.fate === 'signedOut') return SIGN_IN;
    return { kind: 'signedIn', user: this.server.user(this.userId) };
  }

  async restore(token: string | undefined): Promise<RestoreReply> {
    this.log.push(token === undefined ? 'restore' : `restore since ${token}`);
    return this.#travel<RestoreReply>(() => this.server.restore(this.userId, token));
  }

  async submit(submission: Submission): Promise<SubmitReply> {
    this.log.push(submission.instanceId);
    return this.#travel<SubmitReply>(() => this.server.submit(this.userId, submission));
  }

  #travel<Reply>(ask: () => Reply): Reply | Offline | typeof BUSY | typeof SIGN_IN {
    const fate = this.fates.shift() ?? this.fate;
    if (fate === 'requestLost') return OFFLINE;
    if (fate === 'busy') return BUSY;
    if (fate === 'signedOut') return SIGN_IN;
    const reply = ask();
    return fate === 'answerLost' ? OFFLINE : reply;
  }
}
