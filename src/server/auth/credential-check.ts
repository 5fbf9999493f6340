import { createHmac, randomBytes } from 'node:crypto';
import type { Services } from '../services.ts';
import type { ProjectRow } from '../sql/projects.ts';
import { findFirstProject, findProject } from '../sql/projects.ts';
import type { UserRow } from '../sql/users.ts';
import { findUserByName } from '../sql/users.ts';
import { AttemptLimiter } from './attempt-limiter.ts';
import { NOBODYS_HASH, verifyPassword } from './password.ts';

/** Who is asking, and in which project. */
export interface Principal {
  readonly user: UserRow;
  readonly project: ProjectRow;
  /** The administrator who works as `user`. */
  readonly actor?: UserRow | undefined;
}

export interface Credentials {
  /** `david`, or with the project `david@village-health`, as CommCare's clients send it also with a host behind. */
  readonly username: string;
  readonly password: string;
  /** The project's domain when the address names it; then it wins over the one in the name. */
  readonly domain: string | undefined;
  /** The network address of the client. */
  readonly address: string;
}

export type CredentialResult =
  | { readonly kind: 'accepted'; readonly principal: Principal }
  /** The same for a name that does not exist and a wrong password. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

const PER_ACCOUNT_AND_ADDRESS = { failures: 10, windowSeconds: 15 * 60 };
// Guesses at one account that come from everywhere. Far apart from the other, for a stranger can use it to keep the owner out.
const PER_ACCOUNT = { failures: 100, windowSeconds: 60 * 60 };
// One address may stand for a whole office, yet somebody who tries one password on every name comes from one too.
const PER_ADDRESS = { failures: 100, windowSeconds: 15 * 60 };
const REMEMBER_SECONDS = 5 * 60;
const MOST_REMEMBERED = 1000;

/** Checks names and passwords, with limits on guessing. One instance a server: the counts live in it. */
export class CredentialCheck {
  private readonly pairs: AttemptLimiter;
  private readonly accounts: AttemptLimiter;
  private readonly addresses: AttemptLimiter;
  private readonly remembered = new Map<string, number>();
  private readonly secret = randomBytes(32);

  constructor(private readonly services: Services) {
    this.pairs = new AttemptLimiter(PER_ACCOUNT_AND_ADDRESS, services.now);
    this.accounts = new AttemptLimiter(PER_ACCOUNT, services.now);
    this.addresses = new AttemptLimiter(PER_ADDRESS, services.now);
  }

  /** Throws TooBusyError when too many passwords are being checked. */
  async check(credentials: Credentials): Promise<CredentialResult> {
    const { name, domain } = splitUsername(credentials);
    const account = `${domain ?? ''} ${name}`;
    const pair = `${account} ${credentials.address}`;
    const seconds = Math.max(
      this.pairs.secondsToWait(pair),
      this.accounts.secondsToWait(account),
      this.addresses.secondsToWait(credentials.address),
    );
    if (seconds > 0) return { kind: 'wait', seconds };
    // Counted before the slow part, so that guesses sent all at once do not slip under the limit together.
    this.pairs.fail(pair);
    this.accounts.fail(account);
    this.addresses.fail(credentials.address);
    const principal = await this.verify(name, domain, credentials.password);
    if (principal === undefined) return { kind: 'refused' };
    this.pairs.succeed(pair);
    this.accounts.forgive(account);
    this.addresses.forgive(credentials.address);
    return { kind: 'accepted', principal };
  }

  private async verify(
    name: string,
    domain: string | undefined,
    password: string,
  ): Promise<Principal | undefined> {
    const { database } = this.services;
    const project =
      domain === undefined ? await findFirstProject(database) : await findProject(database, domain);
    const user = project && (await findUserByName(database, project.projectId, name));
    const matches = await this.matches(password, user?.passwordHash ?? NOBODYS_HASH);
    return matches && project !== undefined && user !== undefined ? { user, project } : undefined;
  }

  /** Clients with HTTP Basic send the password with each request; what was right is not computed again for a while. */
  private async matches(password: string, hash: string): Promise<boolean> {
    const key = createHmac('sha256', this.secret)
      .update(hash)
      .update('\0')
      .update(password)
      .digest('base64');
    if ((this.remembered.get(key) ?? 0) > this.services.now()) return true;
    const matches = await verifyPassword(password, hash);
    if (matches) this.remember(key);
    return matches;
  }

  private remember(key: string): void {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, this.services.now() + REMEMBER_SECONDS * 1000);
  }
}

function splitUsername({ username, domain }: Credentials): {
  name: string;
  domain: string | undefined;
} {
  const [name, host] = username.trim().toLowerCase().split('@');
  return { name: name ?? '', domain: domain ?? host?.replace(/\.commcarehq\.org$/, '') };
}
