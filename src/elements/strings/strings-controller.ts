import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fetchStrings, stringsFor, watchStrings } from './registry.ts';
import type { Strings } from './strings.ts';

const hosts = new Map<ReactiveControllerHost, StringsController>();
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
    hosts.set(this.host, this);
    observer ??= observeLanguages();
    void this.fetched();
  }

  /** Resolves when the strings of this language are there, if they are to be had. */
  async fetched(): Promise<void> {
    await fetchStrings(this.lang);
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

/** Updates every element that has words: they are to be said anew. */
export function updateWords(): void {
  for (const host of hosts.keys()) host.requestUpdate();
}

// One observer for the page: a language changes seldom, elements come and go often.
function observeLanguages(): MutationObserver {
  const created = new MutationObserver(followLanguages);
  const attributeFilter = ['interface-language', 'lang', 'dir'];
  created.observe(document.documentElement, { subtree: true, attributeFilter });
  watchStrings(updateWords);
  return created;
}

function followLanguages(): void {
  updateWords();
  for (const controller of hosts.values()) void controller.fetched();
}
