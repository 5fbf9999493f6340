import 'axe-core';
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { adoptTheme } from '../../../src/elements/theme/adopt-theme.ts';

// Contrast is measured in the colours that are meant, not half way to them.
await emulateMedia({ reducedMotion: 'reduce' });

interface Axe {
  run(context: Element): Promise<{ violations: readonly Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** How the page around an element is set: its direction, language and colours, and how much room there is. */
export interface Surroundings {
  readonly dir?: 'ltr' | 'rtl';
  readonly lang?: string;
  readonly theme?: 'light' | 'dark';
  readonly width?: string;
}

/** Puts an element with its properties on an otherwise empty page and waits for its first rendering. */
export async function mount<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  surroundings: Surroundings = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  adoptTheme(document);
  const element = Object.assign(document.createElement(tag), properties);
  document.body.replaceChildren(roomFor(element, surroundings));
  await settle(element);
  return element;
}

function roomFor(element: Element, { dir, lang, theme, width }: Surroundings): HTMLElement {
  const room = document.createElement('div');
  document.documentElement.lang = lang ?? 'en';
  document.documentElement.dataset['theme'] = theme ?? 'light';
  room.dir = dir ?? 'ltr';
  room.style.inlineSize = width ?? '';
  room.style.overflowX = 'auto';
  room.append(element);
  return room;
}

/** Waits until an element has rendered what was last given to it, also what it does only afterwards (such as focusing). */
export async function settle(element: Element): Promise<void> {
  await (element as Element & { updateComplete?: Promise<unknown> }).updateComplete;
  // No animation frame: a page that runs behind another one gets none.
  await new Promise((resolve) => setTimeout(resolve));
}

/** Waits for what the browser does in its own time (a dialog tells of its closing later); fails after a second. */
export async function until(reached: () => boolean): Promise<void> {
  for (let tries = 0; !reached(); tries += 1) {
    if (tries === 100) throw new Error(`Waited in vain until ${String(reached)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The one element in the shadow root that fits; fails when there is none. */
export function part<Found extends HTMLElement = HTMLElement>(
  element: Element,
  selector: string,
): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`${element.localName} shows nothing that fits ${selector}`);
  return found;
}

/** All elements in the shadow root that fit. */
export function parts(element: Element, selector: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** The text that is shown, with its spaces made single. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The button with this text (or label); fails when there is none. */
export function button(element: Element, words: string): HTMLButtonElement {
  const found = parts(element, 'button').find(
    (candidate) => textOf(candidate) === words || candidate.ariaLabel === words,
  );
  if (!found) throw new Error(`${element.localName} has no button “${words}”`);
  return found as HTMLButtonElement;
}

/** The events of one type that reach the document from now on. */
export function heard<Type extends keyof GlobalEventHandlersEventMap>(
  type: Type,
): GlobalEventHandlersEventMap[Type][] {
  const events: GlobalEventHandlersEventMap[Type][] = [];
  document.body.firstElementChild?.addEventListener(type, (event) => {
    events.push(event as GlobalEventHandlersEventMap[Type]);
  });
  return events;
}

/** Presses a key where the focus is. */
export function press(target: EventTarget, key: string): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
}

/** Fails with what axe finds wrong, contrast included. */
export async function expectAccessible(element: Element): Promise<void> {
  const { axe } = window as unknown as { axe: Axe };
  const { violations } = await axe.run(element);
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(describeNode).join('; ')}`);
  expect(told).to.deep.equal([]);
}

function describeNode({ html, failureSummary }: Violation['nodes'][number]): string {
  return `${html} (${failureSummary ?? ''})`;
}

/** Fails when the element would have to be scrolled sideways. */
export function expectNoSidewaysScroll(element: Element): void {
  const room = element.parentElement as HTMLElement;
  expect(room.scrollWidth, 'width of what is shown').to.be.at.most(room.clientWidth);
}
