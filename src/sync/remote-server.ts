import type { Offline } from './transport.ts';

/** What an app asks of a server while somebody works: an address that the app names, and what is sent to it. */
export interface RemoteRequest {
  readonly url: string;
  readonly parameters: readonly { readonly key: string; readonly value: string }[];
}

/** Why a server did not do what it was asked. */
export type RemoteProblem =
  | Offline
  /** The session has ended. */
  | { readonly kind: 'signIn'; readonly message: string }
  /** It may work later. */
  | { readonly kind: 'retry'; readonly message: string }
  /** Asking again will not help. */
  | { readonly kind: 'refused'; readonly message: string }
  /** There is no such server behind this app: it came from a file, or asks for what this server does not have. */
  | { readonly kind: 'noServer'; readonly message: string };

export type SearchReply = { readonly kind: 'found'; readonly xml: string } | RemoteProblem;

/** `changed`: the next sync brings something new. */
export type PostReply = { readonly kind: 'done'; readonly changed: boolean } | RemoteProblem;

/** The server behind an app's searches and claims. What goes wrong on the way is a value, never an exception. */
export interface RemoteServer {
  /** `ended` says that nobody waits for the answer any more. */
  search(request: RemoteRequest, ended?: AbortSignal): Promise<SearchReply>;
  /** Resolves when what it changed is on this device. */
  post(request: RemoteRequest): Promise<PostReply>;
}
