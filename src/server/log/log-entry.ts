/** What is written down about one request that was answered. Never its query, its body or who sent it. */
export interface RequestFacts {
  readonly method: string;
  /** As the program writes it, with `:id` where an id stands. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  /** The connection broke off before the answer was whole. */
  readonly unfinished?: true;
}

/** One thing that happened, for whoever runs the server. */
export interface LogEntry {
  /** `error`: somebody should look at it. */
  readonly level: 'info' | 'warning' | 'error';
  readonly message: string;
  /** What all entries of one request have in common; the client finds it in the header `X-Request-Id`. */
  readonly requestId?: string;
  readonly request?: RequestFacts;
}

export type Log = (entry: LogEntry) => void;
