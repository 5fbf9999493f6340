import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { stringsFor } from './registry.ts';
import type { Strings } from './strings.ts';

const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/** Gives an element the strings of its nearest `lang`, through shadow roots, and updates it when a `lang` in the page changes. */
export class StringsController implements ReactiveController {
  private readonly host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.host = host;
    host.addController(this);
  }

  /** The nearest `lang`, or that of the document, or `en`. */
  get lang(): string {
    return nearestLang(this.host) || 'en';
  }

  get strings(): Strings {
    return stringsFor(this.lang);
  }

  hostConnected(): void {
    hosts.add(this.host);
    observer ??= observeLanguages();
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
  }
}

function nearestLang(from: Element): string {
  const found = from.closest('[lang]');
  if (found !== null) return found.getAttribute('lang') ?? '';
  const root = from.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : '';
}

// One observer for the page: a language changes seldom, elements come and go often.
function observeLanguages(): MutationObserver {
  const created = new MutationObserver(() => {
    for (const host of hosts) host.requestUpdate();
  });
  created.observe(document.documentElement, { subtree: true, attributeFilter: ['lang', 'dir'] });
  return created;
}
