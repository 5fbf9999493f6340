import type { Page } from 'playwright-core';

/** More stops than this on the way to a control mean that the keyboard does not reach it. */
const MOST_STOPS = 80;

/** What has the focus: its role or tag, and what it is called for those who hear it. */
export interface FocusedControl {
  readonly role: string;
  readonly name: string;
}

/** Somebody without a mouse: moves by keys alone, and knows of the page what has the focus. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on from control to control until one of that name has the focus. Throws where the keyboard does not come to it. */
  async tabTo(name: RegExp): Promise<FocusedControl> {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.page.keyboard.press('Tab');
      const control = await this.focused();
      if (name.test(control.name)) return control;
      passed.push(`${control.role} “${control.name}”`);
    }
    throw new Error(`${name} is not reached by Tab; passed: ${passed.join(', ')}`);
  }

  /** Goes to a control and presses it. */
  async press(name: RegExp): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press('Enter');
  }

  /** Goes to a field and types. */
  async type(name: RegExp, words: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.type(words);
  }

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async focused(): Promise<FocusedControl> {
    return this.page.evaluate(describeFocus);
  }
}

// Runs in the page.
function describeFocus(): FocusedControl {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused === null) return { role: '', name: '' };
  const labelOf = (element: Element) => {
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const root = element.getRootNode() as Document | ShadowRoot;
    return ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  };
  const { labels } = focused as HTMLInputElement;
  const words =
    focused.getAttribute('aria-label') ??
    (labelOf(focused) || [...(labels ?? [])].map((label) => label.textContent).join(' '));
  const name = (words || focused.textContent) ?? '';
  return {
    role: focused.getAttribute('role') ?? focused.localName,
    name: name.replace(/\s+/g, ' ').trim(),
  };
}
