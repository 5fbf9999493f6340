import type { SyncToken } from '../../openrosa/restore.ts';
import type { Submission } from '../../openrosa/submission.ts';
import type {
  Offline,
  RestoreReply,
  SignedInUser,
  SubmitReply,
  Transport,
  WhoAmIReply,
} from '../../sync/transport.ts';
import type { WorldServer } from './world-server.ts';

const OFFLINE: Offline = { kind: 'offline', message: 'The recording has the network off' };

/** The way from one person's device to the world's server. */
export class WorldTransport implements Transport {
  isOnline = true;

  constructor(
    private readonly server: WorldServer,
    private readonly userId: string,
  ) {}

  async signIn(): Promise<WhoAmIReply & { kind: 'signedIn' }> {
    return { kind: 'signedIn', user: this.#signedIn() };
  }

  async signOut(): Promise<{ kind: 'signedOut' }> {
    return { kind: 'signedOut' };
  }

  async whoAmI(): Promise<WhoAmIReply> {
    return this.isOnline ? { kind: 'signedIn', user: this.#signedIn() } : OFFLINE;
  }

  async restore(token: SyncToken | undefined): Promise<RestoreReply> {
    if (!this.isOnline) return OFFLINE;
    const xml = this.server.restore(this.#user(), token);
    if (xml === undefined) return { kind: 'unknownToken', message: 'The token is not known' };
    return { kind: 'restored', xml };
  }

  async submit(submission: Submission): Promise<SubmitReply> {
    return this.isOnline ? this.server.submit(this.userId, submission) : OFFLINE;
  }

  #user() {
    const user = this.server.directory.user(this.userId);
    if (user === undefined) throw new RangeError(`Nobody of the project is ${this.userId}`);
    return user;
  }

  #signedIn(): SignedInUser {
    const { userId, name } = this.#user();
    const project = { project: 'Recording', domain: 'recording' };
    return { userId, username: userId, displayName: name, ...project, ...NO_DETAILS };
  }
}

const NO_DETAILS = { language: '', role: 'worker', groups: [] };
