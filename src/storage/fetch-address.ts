/** What came of fetching an address. `message` and `remedy` are sentences for the person. */
export type FetchedAddress =
  | { readonly kind: 'fetched'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly message: string; readonly remedy: string };

const DOWNLOAD = 'Download the file and drop it here.';

/** Fetches a file from any server. What goes wrong on the way is a value, never an exception. */
export async function fetchAddress(address: URL): Promise<FetchedAddress> {
  const policy = new PolicyWatch();
  try {
    const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-cache' });
    if (!answer.ok) return refusal(`the server answered ${answer.status} ${answer.statusText}`);
    return { kind: 'fetched', bytes: new Uint8Array(await answer.arrayBuffer()) };
  } catch {
    return (await policy.hasRefused()) ? byPolicy(address) : byBrowser(address);
  } finally {
    policy.end();
  }
}

function refusal(message: string, remedy = 'Check the address.'): FetchedAddress {
  return { kind: 'refused', message, remedy };
}

function byPolicy({ origin, host }: URL): FetchedAddress {
  return refusal(
    `this page may not fetch anything from ${host}`,
    `${DOWNLOAD} Whoever runs this server can allow it with --app-source ${origin}.`,
  );
}

/** The browser does not tell these two apart. */
function byBrowser({ origin, host }: URL): FetchedAddress {
  if (origin === location.origin)
    return refusal('the server cannot be reached', 'Try again later.');
  return refusal(
    `${host} cannot be reached, or it does not let other pages read its files (CORS)`,
    DOWNLOAD,
  );
}

/** Hears whether the page's own Content-Security-Policy has refused a connection. */
class PolicyWatch {
  #refused = false;
  readonly #hear = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'connect-src') this.#refused = true;
  };

  constructor() {
    document.addEventListener('securitypolicyviolation', this.#hear);
  }

  /** The browser tells it a moment after the request has failed. */
  async hasRefused(): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return this.#refused;
  }

  end(): void {
    document.removeEventListener('securitypolicyviolation', this.#hear);
  }
}
