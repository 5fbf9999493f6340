import type { Locator, Page } from 'playwright-core';
import type { HandedAct } from '../../../web/player/player-page.ts';
import { answerByHand, clickIfThere, questionAt } from './answer-by-hand.ts';
import { CannotByHandError } from './cannot-by-hand-error.ts';

type HandAct = HandedAct['act'];
type ActOf<T extends HandAct['type']> = Extract<HandAct, { readonly type: T }>;

/** Does by clicks and keys what the people of a recording do, on the page that shows their app. */
export class BrowserHand {
  constructor(private readonly page: Page) {}

  /** False where the page does not offer it. Throws CannotByHandError for what the hand has not learnt. */
  async act({ act, typed, now }: HandedAct): Promise<boolean> {
    await this.page.clock.setFixedTime(now);
    await this.page.evaluate(untilPainted);
    switch (act.type) {
      case 'choose':
        return this.#choose(act);
      case 'select':
        return this.#pressRow(act.id, '.choose');
      case 'selectMany':
        return this.#selectMany(act);
      case 'followCell':
        return this.#pressRow(act.id, `.follow[data-column="${act.column}"]`);
      case 'act':
        return this.#act(act);
      case 'list.search':
        return this.#search(act);
      case 'continue':
        return this.#goOn();
      case 'back':
        return this.#goBack();
      case 'goTo':
        return this.#goTo(act);
      case 'resumeDraft':
        return this.#resumeDraft(act);
      case 'language':
        return this.#speak(act);
      case 'sync.request':
        return clickIfThere(this.#app.locator('case-sync [part=button]'));
      case 'answer':
        return answerByHand(this.page, { ...act, typed });
      case 'attach':
        return this.#attach(act);
      case 'repeat.add':
        return this.#addItem(act);
      case 'repeat.remove':
        return this.#removeItem(act);
      case 'undo':
        return this.#press('Control+z');
      case 'redo':
        return this.#press('Control+y');
      case 'page.next':
        return clickIfThere(this.#app.locator('xf-form [part=next-button]'));
      case 'page.previous':
        return clickIfThere(this.#app.locator('xf-form [part=back-button]'));
      case 'complete':
        return clickIfThere(this.#app.locator('xf-form [part=submit-button]'));
      case 'leave':
        return clickIfThere(this.#app.locator('case-form button.leave'));
      case 'resume':
        return clickIfThere(this.#over('.actions button').last());
      case 'owner.choose':
        return this.#chooseOwner(act);
      case 'owner.confirm':
        return clickIfThere(this.#app.locator('case-review .actions .primary'));
      default:
        throw new CannotByHandError(act.type);
    }
  }

  get #app(): Locator {
    return this.page.locator('case-app');
  }

  /** In a page that lies over a form or a menu, and asks or explains. */
  #over(selector: string): Locator {
    const pages = ['case-owner-problem', 'case-review', 'case-error', 'case-detail', 'case-post'];
    return this.#app.locator(pages.map((page) => `${page} ${selector}`).join(', '));
  }

  async #choose({ id }: ActOf<'choose'>): Promise<boolean> {
    const at = await this.#placeOf('case-menu', 'screen.choices', 'id', id);
    return clickIfThere(this.#app.locator('case-menu .choices > li').nth(at).locator('button'));
  }

  /** A long list has several pages. */
  async #pressRow(id: string, what: string): Promise<boolean> {
    const row = this.#app.locator(`case-list [data-row=${JSON.stringify(id)}]`);
    const next = this.#app.locator('case-list .pages button').nth(1);
    while ((await row.count()) === 0 && (await clickIfThere(next)));
    return clickIfThere(row.locator(what).first());
  }

  async #selectMany({ ids }: ActOf<'selectMany'>): Promise<boolean> {
    for (const id of ids) if (!(await this.#pressRow(id, '.choose input'))) return false;
    return clickIfThere(this.#app.locator('case-list .many-line .primary'));
  }

  async #act({ index }: ActOf<'act'>): Promise<boolean> {
    const at = await this.#placeOf('case-list', 'screen.actions', 'index', index);
    return clickIfThere(this.#app.locator('case-list .actions > button').nth(at));
  }

  async #search({ text }: ActOf<'list.search'>): Promise<boolean> {
    const box = this.#app.locator('case-list #search');
    if ((await box.count()) === 0) return false;
    await box.fill('');
    await box.pressSequentially(text);
    return true;
  }

  /** Whatever page it is: on to what comes next. */
  async #goOn(): Promise<boolean> {
    const ways = [
      'case-submitted .actions .primary',
      'case-detail .actions .primary',
      'case-begun .page > .actions button',
      'case-owner-problem .fill-in',
    ];
    return clickIfThere(this.#app.locator(ways.join(', ')).first());
  }

  /** A page that lies over another has a button for it; everywhere else there are the breadcrumbs. */
  async #goBack(): Promise<boolean> {
    const button = this.#over('.actions button');
    return (await button.count()) > 0
      ? clickIfThere(button.last())
      : clickIfThere(this.#crumbs.last());
  }

  /** Who is at the place already has no breadcrumb to it. */
  async #goTo({ index }: ActOf<'goTo'>): Promise<boolean> {
    const crumb = this.#crumbs.nth(index);
    return (await crumb.count()) === 0 || clickIfThere(crumb);
  }

  get #crumbs(): Locator {
    return this.#app.locator('case-frame nav.breadcrumbs button');
  }

  async #resumeDraft({ id }: ActOf<'resumeDraft'>): Promise<boolean> {
    if (!(await clickIfThere(this.#app.locator('case-held .drafts')))) return false;
    const at = await this.#placeOf('case-drafts', 'drafts', 'id', id);
    const item = this.#app.locator('case-drafts .item').nth(at);
    return clickIfThere(item.locator('.actions button').first());
  }

  async #speak({ language }: ActOf<'language'>): Promise<boolean> {
    const list = this.#app.locator('xf-languages select').first();
    if ((await list.count()) === 0) return false;
    await list.selectOption(language);
    return true;
  }

  async #attach({ ref, name, mediaType, base64 }: ActOf<'attach'>): Promise<boolean> {
    const control = await questionAt(this.page, ref);
    const box = control?.locator('input[type=file]');
    if (box === undefined || (await box.count()) === 0) return false;
    await box.setInputFiles({ name, mimeType: mediaType, buffer: Buffer.from(base64, 'base64') });
    return true;
  }

  async #addItem({ ref }: ActOf<'repeat.add'>): Promise<boolean> {
    const repeats = this.#app.locator('xf-repeat');
    const at = await repeats.evaluateAll(indexOfRepeat, ref);
    // Its own button is found before those of the repeats in its items.
    return at >= 0 && clickIfThere(repeats.nth(at).locator('[part=add-button]').first());
  }

  /** What holds answers is shown, and asked about, before it goes. */
  async #removeItem({ ref }: ActOf<'repeat.remove'>): Promise<boolean> {
    const removers = this.#app.locator('xf-remove-item');
    const at = await removers.evaluateAll(indexOfItem, ref);
    if (at < 0) return false;
    const remover = removers.nth(at);
    if (!(await clickIfThere(remover.locator('[part=remove-button]')))) return false;
    const confirm = remover.locator('dialog[open] .danger');
    if ((await confirm.count()) > 0) await confirm.click();
    return true;
  }

  /** With the focus away from every box: in one where somebody has typed, these keys are the browser's. */
  async #press(key: string): Promise<boolean> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await this.page.keyboard.press(key);
    return true;
  }

  async #chooseOwner({ ownerId }: ActOf<'owner.choose'>): Promise<boolean> {
    const at = await this.#placeOf('case-owner-problem', 'problem.candidates', 'id', ownerId);
    const candidate = this.#app.locator('case-owner-problem input[name=owner]').nth(at);
    if ((await candidate.count()) === 0) return false;
    await candidate.check();
    return clickIfThere(this.#app.locator('case-owner-problem [type=submit]'));
  }

  /** Where something stands among what an element was given to show, counted from 0. */
  async #placeOf(tag: string, list: string, key: string, value: unknown) {
    const shown = this.#app.locator(tag);
    if ((await shown.count()) === 0) return NOWHERE;
    const at = await shown.evaluate(indexInList, { list, key, value });
    return at < 0 ? NOWHERE : at;
  }
}

/** Beyond every list: a locator's `nth(-1)` would be its last. */
const NOWHERE = 1_000_000;

// The following run in the page.

function untilPainted(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

interface Search {
  readonly list: string;
  readonly key: string;
  readonly value: unknown;
}

function indexInList(element: unknown, { list, key, value }: Search): number {
  let found = element as Record<string, unknown> | undefined;
  for (const step of list.split('.')) found = found?.[step] as Record<string, unknown> | undefined;
  const rows = (found ?? []) as unknown as readonly Record<string, unknown>[];
  return rows.findIndex((row) => row[key] === value);
}

interface ShownControl {
  readonly node: {
    readonly node: { ref: string };
    readonly definition: { target: { name: string } };
  };
}

function indexOfRepeat(repeats: unknown[], ref: string): number {
  return (repeats as ShownControl[]).findIndex(
    ({ node: { node, definition } }) => `${node.ref}/${definition.target.name}` === ref,
  );
}

function indexOfItem(items: unknown[], ref: string): number {
  return (items as ShownControl[]).findIndex(({ node: { node } }) => node.ref === ref);
}
