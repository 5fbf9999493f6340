import type { SandboxCommit, UserSandbox } from '../sync/user-sandbox.ts';

/**
 * What the tabs of one user tell each other. `commit`: cases were written, and perhaps a form to be sent. `syncRequest`:
 * the user asks the tab that synchronizes to do so now. `signedOut`: the user's data are about to go.
 */
export type TabMessage =
  | { readonly kind: 'commit'; readonly commit: SandboxCommit }
  | { readonly kind: 'syncRequest' }
  | { readonly kind: 'signedOut' };

/** A BroadcastChannel between the tabs of one user. A tab does not hear itself. */
export class TabChannel {
  readonly #channel: BroadcastChannel;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
  }

  post(message: TabMessage): void {
    this.#channel.postMessage(message);
  }

  /** Returns the function that ends it. */
  observe(observer: (message: TabMessage) => void): () => void {
    const listener = (event: MessageEvent<TabMessage>): void => observer(event.data);
    this.#channel.addEventListener('message', listener);
    return () => this.#channel.removeEventListener('message', listener);
  }

  close(): void {
    this.#channel.close();
  }
}

/** Keeps the sandboxes of all tabs alike. Returns the function that ends it. */
export function shareCommits(sandbox: UserSandbox, channel: TabChannel): () => void {
  const stopTelling = sandbox.observeCommits((commit) => channel.post({ kind: 'commit', commit }));
  const stopListening = channel.observe((message) => {
    if (message.kind !== 'commit') return;
    // What is missed here is read anew before the next restore is taken in.
    sandbox.catchUp(message.commit).catch(() => undefined);
  });
  return () => {
    stopTelling();
    stopListening();
  };
}
