import { expect } from 'chai';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { PlacedCases } from '../../src/case/database/case-rows.ts';
import { unpackCases } from '../../src/case/database/packed-case.ts';
import type { OpenedPage } from '../support/launch-browser.ts';
import { openPage } from '../support/launch-browser.ts';

/** Answers by label: text for a field, the label of a choice for a select. */
export type Answers = readonly (readonly [label: string | RegExp, answer: string])[];

/** Of cases that the project itself keeps for a person. */
const OWN_TYPES = ['commcare-user', 'commcare-case-claim'];

interface SessionAnswer {
  readonly userId: string;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

/** Somebody at a browser of their own: what a person can do with the web app, by what is written on it. */
export class Person {
  private constructor(
    readonly opened: OpenedPage,
    readonly name: string,
    /** The app that the person works in. */
    private app: string,
  ) {}

  /** Signs in and opens an app of the project. */
  static async signIn(
    browser: Browser,
    url: string,
    name: string,
    app = 'Maternal health',
  ): Promise<Person> {
    const person = new Person(await openPage(browser), name, app);
    person.page.setDefaultTimeout(30_000);
    await person.page.goto(url);
    await person.page.getByLabel('User name').fill(name);
    await person.page.getByLabel('Password', { exact: true }).fill('caseload');
    await person.press('Sign in');
    await person.openApp(app);
    return person;
  }

  get page(): Page {
    return this.opened.page;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click();
  }

  /** Chooses menu entries one after the other, by their texts. */
  async choose(...texts: readonly (string | RegExp)[]): Promise<void> {
    for (const text of texts) await this.press(text);
  }

  /** From the choice of app, where there is one to make. */
  async openApp(app: string): Promise<void> {
    this.app = app;
    const heading = this.page.getByRole('heading', { name: app });
    const choice = this.page.getByRole('heading', { name: 'Choose an app' });
    await choice.or(heading).waitFor();
    if (await choice.isVisible()) await this.press(app);
    await heading.waitFor();
  }

  /** Changes to the first menu of an app of the project, from anywhere. */
  async changeTo(app: string): Promise<void> {
    if (app === this.app) return this.home();
    await this.press('All apps');
    await this.openApp(app);
  }

  /** To the first menu of the app. */
  async home(): Promise<void> {
    const crumb = this.page.getByRole('navigation').getByRole('button', { name: this.app });
    if ((await crumb.count()) > 0) await crumb.first().click();
    await this.page.getByRole('heading', { name: this.app }).waitFor();
  }

  async answer(answers: Answers): Promise<void> {
    for (const [label, answer] of answers) await this.answerOne(label, answer);
  }

  /** A question is a group of choices or one field. */
  private async answerOne(label: string | RegExp, answer: string): Promise<void> {
    const choices = this.page.getByRole('group', { name: label });
    const field = this.page.getByRole('textbox', { name: label });
    const date = this.page.getByLabel(label);
    await choices.or(field).or(date).first().waitFor();
    if ((await choices.count()) > 0)
      await choices.last().getByLabel(answer, { exact: true }).check();
    else await date.first().fill(answer);
    await this.page.keyboard.press('Tab');
  }

  async send(): Promise<void> {
    await this.press('Send form');
    await this.page
      .getByRole('heading', { name: /^(Form sent|Saved on this computer)$/ })
      .waitFor();
  }

  /** Fetches what is new and waits until it is there. */
  async sync(): Promise<void> {
    await this.press('Sync now');
    await this.page.getByText('All sent').waitFor();
  }

  /** Names in the first column of the list that is shown. */
  async listed(): Promise<string[]> {
    await this.page.locator('case-list').waitFor();
    return this.page.locator('case-list tbody button').allInnerTexts();
  }

  /** Opens a form from the first page of the app, answers it and sends it. */
  async fillIn(way: readonly (string | RegExp)[], answers: Answers): Promise<void> {
    await this.home();
    await this.choose(...way);
    await this.answer(answers);
    await this.send();
    await this.press('Continue');
  }

  /** Names in the list that a menu entry leads to. */
  async list(...way: readonly (string | RegExp)[]): Promise<string[]> {
    await this.home();
    await this.choose(...way);
    return this.listed();
  }

  /** Opens a form for a case of a list, by way of its detail and a menu of forms where the app has them. */
  async openFor(caseName: string, module: string, form: string): Promise<void> {
    await this.list(module);
    await this.press(caseName);
    const detail = this.page.locator('case-detail');
    const choice = this.page.locator('case-menu').getByRole('button', { name: form });
    const opened = this.page.locator('xf-form');
    await detail.or(choice).or(opened).first().waitFor();
    if ((await detail.count()) > 0) await this.press('Continue');
    await choice.or(opened).first().waitFor();
    if ((await choice.count()) > 0) await choice.click();
    await opened.waitFor();
  }

  /** The id of a group or location of this person, by the end of its name. */
  async ownerNamed(name: string): Promise<string> {
    const { groups } = await this.session();
    return groups.find((group) => group.name.endsWith(name))?.id ?? '';
  }

  async userId(): Promise<string> {
    return (await this.session()).userId;
  }

  private async session(): Promise<SessionAnswer> {
    const answer = await this.page.request.get(new URL('/api/session', this.page.url()).href);
    return (await answer.json()) as SessionAnswer;
  }

  /** The owner of a case in the browser's own database; `undefined` when the case is not there. */
  async storedOwner(caseName: string): Promise<string | undefined> {
    return (await this.storedCases()).find((stored) => stored.caseName === caseName)?.ownerId;
  }

  /** What the browser's own database holds of the cases, read past the app; without the one about the person and claims. */
  async storedCases(): Promise<readonly { caseName: string; ownerId: string }[]> {
    const chunks = (await this.page.evaluate(readCaseChunks)) as readonly PlacedCases[];
    const cases = chunks.flatMap((chunk) => unpackCases(chunk.cases));
    return cases
      .filter(({ caseType }) => !OWN_TYPES.includes(caseType))
      .map(({ caseName, ownerId }) => ({ caseName, ownerId }));
  }

  async close(): Promise<void> {
    expect(this.opened.problems.filter((problem) => !isExpected(problem))).to.deep.equal([]);
    await this.opened.close();
  }
}

/** The browser itself reports the answer to "who am I" before signing in, and what fails while it is offline. */
function isExpected(problem: string): boolean {
  return /status of 401|ERR_INTERNET_DISCONNECTED/.test(problem);
}

// Runs in the page.
async function readCaseChunks(): Promise<unknown[]> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const [info] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('caseload/'));
  const database = await result(indexedDB.open(info?.name ?? ''));
  const chunks = await result<unknown[]>(
    database.transaction('caseChunks').objectStore('caseChunks').getAll(),
  );
  database.close();
  return chunks;
}
