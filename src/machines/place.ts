import type { SessionAddress } from '../suite/session-address.ts';

/** Where a person is in a project: what an address says, and enough to come there again. */
export interface Place {
  /** `undefined` where an app is being chosen. */
  readonly app: string | undefined;
  /** What was chosen in the app, from its first menu on. */
  readonly steps: SessionAddress;
  /** The row whose detail is looked at. */
  readonly detail?: string | undefined;
  /** The draft that is open. */
  readonly draft?: string | undefined;
  /** A place that the app has given a name: it is gone to in place of `steps`. */
  readonly endpoint?: EndpointCall | undefined;
}

export interface EndpointCall {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Where a person begins. */
export const START: Place = { app: undefined, steps: [] };
