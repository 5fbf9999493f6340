import type { Locator, Page } from 'playwright-core';

/** What a walk saw of an app. Places are the way from the app on: `Clinic › Register`. */
export interface Walk {
  readonly menus: readonly string[];
  readonly lists: readonly string[];
  readonly forms: readonly string[];
  /** Namespaces of the forms that were open. */
  readonly opened: ReadonlySet<string>;
  /** Lists without a row to go on with. */
  readonly emptyLists: readonly string[];
  /** Pages that ask a server for something, a search or a claim, which a walk without one cannot pass. */
  readonly asking: readonly string[];
  /** Pages on which the app itself, or the rules of who owns a case, let nobody further, with their words. */
  readonly stops: readonly PlaceText[];
  /** Pages that say that the app is wrong there, with their words. */
  readonly refused: readonly PlaceText[];
  /** What pages that did open say about parts of theirs that do not work. */
  readonly faults: readonly PlaceText[];
}

/** Something that was read at a place of an app. */
export interface PlaceText {
  readonly place: string;
  readonly text: string;
}

/** The pages that a way through an app may lead to, by the element that shows them. */
const PAGES = [
  'case-menu',
  'case-list',
  'case-detail',
  'case-form',
  'case-query',
  'case-post',
  'case-link',
  'case-error',
  'case-owner-problem',
] as const;

type PageKind = (typeof PAGES)[number];

/** A way of more steps than this goes in circles. */
const LONGEST_WAY = 16;
/** How long a page may take to come, ms. */
const PATIENCE = 20_000;

/**
 * Walks through an app as a person would: every choice of every menu, the buttons and the first row of every list, until a
 * form is open or the app says why not, and back along the breadcrumbs. Begins on the app's first menu. `onPage` is called
 * with the place of each page when it is shown.
 */
export async function walkApp(page: Page, onPage: (place: string) => void): Promise<Walk> {
  const walker = new Walker(page, onPage);
  await walker.look([]);
  return walker.walk;
}

class Walker {
  readonly walk = {
    menus: [] as string[],
    lists: [] as string[],
    forms: [] as string[],
    opened: new Set<string>(),
    emptyLists: [] as string[],
    asking: [] as string[],
    stops: [] as PlaceText[],
    refused: [] as PlaceText[],
    faults: [] as PlaceText[],
  };
  readonly #page: Page;
  readonly #onPage: (place: string) => void;
  /** Menus may lead to one another. */
  readonly #chosen = new Set<string>();

  constructor(page: Page, onPage: (place: string) => void) {
    this.#page = page;
    this.#onPage = onPage;
  }

  /** Looks at the page that is shown, and goes on from it. Afterwards another page may be shown. */
  async look(way: readonly string[]): Promise<void> {
    const place = way.join(' › ') || 'the first menu';
    const kind = await this.#shown();
    if (kind === undefined || way.length > LONGEST_WAY) {
      const text = kind === undefined ? 'no page comes' : 'the way goes in circles';
      this.walk.refused.push({ place, text });
      return;
    }
    await this.#goOn(kind, way, place);
    this.#onPage(place);
  }

  async #goOn(kind: PageKind, way: readonly string[], place: string): Promise<void> {
    switch (kind) {
      case 'case-menu':
        this.walk.menus.push(place);
        await this.#noteFaults(place);
        return this.#walkMenu(way);
      case 'case-list':
        this.walk.lists.push(place);
        return this.#walkList(way, place);
      case 'case-detail':
        await this.#page.locator('case-detail .button.primary').click();
        return this.look([...way, 'its detail']);
      case 'case-form':
        this.walk.forms.push(place);
        return this.#readForm(place);
      case 'case-query':
      case 'case-post':
        this.walk.asking.push(place);
        return undefined;
      case 'case-link':
      case 'case-owner-problem':
        this.walk.stops.push({ place, text: await this.#headingOf(kind) });
        return undefined;
      case 'case-error':
        return this.#readProblem(place);
    }
  }

  async #walkMenu(way: readonly string[]): Promise<void> {
    const buttons = this.#page.locator('case-menu .choices button');
    const depth = await this.#depth();
    for (const [index, { key, text }] of (await this.#choices()).entries())
      if (this.#isNew(key)) await this.#follow(buttons.nth(index), [...way, text], depth);
  }

  async #walkList(way: readonly string[], place: string): Promise<void> {
    const depth = await this.#depth();
    const buttons = this.#page.locator('case-list .actions button');
    const title = await this.#headingOf('case-list');
    for (const [index, text] of (await buttons.allInnerTexts()).entries())
      if (this.#isNew(`${title}/${text}`))
        await this.#follow(buttons.nth(index), [...way, text], depth);
    await this.#chooseRow(way, place);
  }

  async #follow(button: Locator, way: readonly string[], depth: number): Promise<void> {
    await button.click();
    await this.look(way);
    await this.#goBackTo(depth);
  }

  async #chooseRow(way: readonly string[], place: string): Promise<void> {
    const row = this.#page.locator('case-list .choose').first();
    if ((await row.count()) === 0) {
      this.walk.emptyLists.push(place);
      return;
    }
    const name = (await row.innerText()).trim();
    await row.click();
    const several = this.#page.locator('case-list .many-line .primary');
    if ((await several.count()) > 0) await several.click();
    await this.look([...way, `“${name}”`]);
  }

  /** A form is open when its questions are there. */
  async #readForm(place: string): Promise<void> {
    const form = this.#page.locator('case-form');
    await form.locator('xf-form').waitFor({ timeout: PATIENCE });
    const xmlns = await form.evaluate(
      (element: HTMLElementTagNameMap['case-form']) => element.opened?.form.definition.xmlns,
    );
    if (xmlns !== undefined) this.walk.opened.add(xmlns);
    await this.#noteFaults(place);
  }

  /** What an app says in an assertion has no details: it is meant for the person. */
  async #readProblem(place: string): Promise<void> {
    const page = this.#page.locator('case-error');
    const [details] = await page.locator('pre').allTextContents();
    if (details !== undefined) this.walk.refused.push({ place, text: details });
    else this.walk.stops.push({ place, text: await page.locator('[role=alert]').innerText() });
  }

  async #noteFaults(place: string): Promise<void> {
    const said = this.#page.locator('case-menu details li, case-form .notices details li');
    for (const text of await said.allTextContents()) this.walk.faults.push({ place, text });
  }

  #isNew(key: string): boolean {
    const known = this.#chosen.has(key);
    this.#chosen.add(key);
    return !known;
  }

  /** Which page is shown, when one has come. */
  async #shown(): Promise<PageKind | undefined> {
    const any = this.#page.locator(PAGES.join(', ')).first();
    await any.waitFor({ state: 'attached', timeout: PATIENCE }).catch(() => undefined);
    for (const tag of PAGES) if ((await this.#page.locator(tag).count()) > 0) return tag;
    return undefined;
  }

  /** Each choice of the menu, with what it is known by in the app. */
  #choices(): Promise<readonly { key: string; text: string }[]> {
    return this.#page.locator('case-menu').evaluate((menu: HTMLElementTagNameMap['case-menu']) => {
      const { menuId = '', choices = [] } = menu.screen ?? {};
      return choices.map(({ id, text }) => ({ key: `${menuId}/${id}`, text }));
    });
  }

  #headingOf(tag: string): Promise<string> {
    return this.#page.locator(`${tag} h1`).innerText();
  }

  /** How many breadcrumbs lead here; the first menu has none to show. */
  async #depth(): Promise<number> {
    return Math.max(1, await this.#crumbs().count());
  }

  /** By its breadcrumb; where that is the last one, the page that is shown lies over the one to go back to. */
  async #goBackTo(depth: number): Promise<void> {
    const crumb = this.#crumbs()
      .nth(depth - 1)
      .getByRole('button');
    const over = this.#page.locator(
      'case-error, case-owner-problem, case-query, case-post, case-link',
    );
    if ((await crumb.count()) > 0) await crumb.click();
    else if ((await over.count()) > 0) await over.locator('.actions button').last().click();
    await this.#shown();
  }

  #crumbs(): Locator {
    return this.#page.locator('case-frame nav.breadcrumbs li');
  }
}
