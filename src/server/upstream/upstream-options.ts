/** The project of another server, such as CommCare HQ, that this server stands in front of. */
export interface UpstreamOptions {
  /** Address of the server without a final slash: `https://www.commcarehq.org`. */
  readonly url: string;
  /** The project's name in addresses. */
  readonly domain: string;
  /** The project's apps that people work with. */
  readonly apps: readonly UpstreamApp[];
  /** How long a small request may take, in milliseconds; 25 seconds when absent. A restore and a form may take ten minutes. */
  readonly patience?: number;
}

export interface UpstreamApp {
  readonly id: string;
  /** What people call it; its id when they call it nothing. */
  readonly name: string;
}
