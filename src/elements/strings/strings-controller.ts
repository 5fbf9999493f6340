import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { stringsFor, watchStrings } from './registry.ts';
import type { Strings } from './strings.ts';

const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/**
 * Gives an element the strings of its nearest `interface-language`, or else of its nearest `lang`, through shadow roots, and updates it
 * when one of these changes in the page. The first is for a page whose content (`lang`) is in another language than its interface.
 */
export class StringsController implements ReactiveController {
  private readonly host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.host = host;
    host.addController(this);
  }

  /** The nearest `interface-language`, the nearest `lang`, or `en`. */
  get lang(): string {
    return nearest('interface-language', this.host) || nearest('lang', this.host) || 'en';
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

function nearest(attribute: string, from: Element): string {
  const found = from.closest(`[${attribute}]`);
  if (found !== null) return found.getAttribute(attribute) ?? '';
  const root = from.getRootNode();
  return root instanceof ShadowRoot ? nearest(attribute, root.host) : '';
}

// One observer for the page: a language changes seldom, elements come and go often.
function observeLanguages(): MutationObserver {
  const created = new MutationObserver(updateHosts);
  const attributeFilter = ['interface-language', 'lang', 'dir'];
  created.observe(document.documentElement, { subtree: true, attributeFilter });
  watchStrings(updateHosts);
  return created;
}

function updateHosts(): void {
  for (const host of hosts) host.requestUpdate();
}
