import type { Cancellation } from './pace.ts';
import type { OwnerId } from '../case/case.ts';
import type { RestorePending } from '../openrosa/restore-pending.ts';
import type { SyncToken } from '../openrosa/restore.ts';
import type { Submission, SubmissionOutcome } from '../openrosa/submission.ts';

/** The network did not bring an answer. Whether the request arrived is not known. */
export interface Offline {
  readonly kind: 'offline';
  readonly message: string;
}

/** Who a session belongs to. */
export interface SignedInUser {
  readonly username: string;
  readonly userId: string;
  readonly displayName: string;
  /** Name of the project, for people. */
  readonly project: string;
  /** The project's name in addresses; with the user id the key of the device's data. */
  readonly domain: string;
  /** The user's language, `''` when there is no choice. */
  readonly language: string;
  readonly role: string;
  /** What the administrator who works as this user is called; `''` or nothing when nobody does. */
  readonly actedBy?: string;
  /** The groups and locations that may own the user's cases. */
  readonly groups: readonly SharingGroup[];
}

/** Somebody or something that owns cases, and who shares them. */
export interface SharingGroup {
  readonly id: OwnerId;
  readonly name: string;
  readonly kind: string;
  readonly members: readonly GroupMember[];
}

export interface GroupMember {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
}

export type SignInReply =
  | { readonly kind: 'signedIn'; readonly user: SignedInUser }
  /** Wrong name or password, or an account that may not enter; `message` is for the person. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'retry'; readonly message: string; readonly afterSeconds: number | undefined }
  | Offline;

export type WhoAmIReply =
  | { readonly kind: 'signedIn'; readonly user: SignedInUser }
  | { readonly kind: 'signIn'; readonly message: string }
  | { readonly kind: 'retry'; readonly message: string; readonly afterSeconds: number | undefined }
  | Offline;

export type RestoreReply =
  | { readonly kind: 'restored'; readonly xml: string }
  /** The server is still preparing it: ask again. */
  | ({ readonly kind: 'pending' } & RestorePending)
  /** The server does not know the token (any more): ask without one. */
  | { readonly kind: 'unknownToken'; readonly message: string }
  | { readonly kind: 'signIn'; readonly message: string }
  | { readonly kind: 'retry'; readonly message: string; readonly afterSeconds: number | undefined }
  /** Asking again will not help. */
  | { readonly kind: 'refused'; readonly message: string }
  | Offline;

export type SubmitReply = SubmissionOutcome | Offline;

/** Somebody who waits for a restore. */
export interface RestoreWatch {
  /** Hears now and then how many bytes have come. */
  readonly onReceived?: ((bytes: number) => void) | undefined;
  readonly cancelled?: Cancellation | undefined;
}

/** The project server, as a device sees it. What goes wrong on the way is a value, never an exception. */
export interface Transport {
  signIn(username: string, password: string): Promise<SignInReply>;
  /** Ends the session at the server. */
  signOut(): Promise<{ readonly kind: 'signedOut' } | Offline>;
  whoAmI(): Promise<WhoAmIReply>;
  /** Rejects with `WorkCancelled` and with nothing else. */
  restore(token: SyncToken | undefined, watch?: RestoreWatch): Promise<RestoreReply>;
  submit(submission: Submission): Promise<SubmitReply>;
}
