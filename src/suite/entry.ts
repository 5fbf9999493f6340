import type { Assertion } from './assertion.ts';
import type { InstanceDeclaration } from './instance-declaration.ts';
import type { SessionDatum } from './session-datum.ts';
import type { StackOperation } from './stack-operation.ts';
import type { Display, SuiteText } from './suite-text.ts';

/** What a command leads to, and all that must be known before: a form, a list to look at, or a request to a server. */
export interface Entry {
  readonly kind: 'form' | 'view' | 'remoteRequest';
  readonly commandId: string;
  /** The form, by the namespace of its data; `undefined` for a view, a request, and an entry that only leads on. */
  readonly xmlns: string | undefined;
  readonly text: SuiteText;
  readonly display: Display;
  readonly instances: readonly InstanceDeclaration[];
  readonly datums: readonly SessionDatum[];
  readonly assertions: readonly Assertion[];
  readonly stack: readonly StackOperation[];
  /** Sent before the form opens (or instead of one), for claiming a case. */
  readonly post: PostRequest | undefined;
}

export interface PostRequest {
  readonly url: string;
  readonly relevant: string | undefined;
  readonly data: readonly PostData[];
}

/** With `nodeset` it is sent once for each node, `ref` being relative to it. */
export interface PostData {
  readonly key: string;
  readonly ref: string;
  readonly nodeset: string | undefined;
  readonly exclude: string | undefined;
}
