import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/launch-browser.ts';
import type { RunningServer, ServerOptions } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';
import { Person } from './person.ts';

/** The people of the demo project, or of another, with one server; each has a browser context that stays open until all leave. */
export class People {
  private readonly known = new Map<string, Person>();

  private constructor(
    private readonly browser: Browser,
    private readonly server: RunningServer,
  ) {}

  static async gather(options?: ServerOptions): Promise<People> {
    const server = await startServer(options);
    return new People(await launchBrowser(), server);
  }

  /** Somebody at the first page of an app, who has fetched what is new. */
  async at(name: string, app: string): Promise<Person> {
    const known = this.known.get(name);
    if (known === undefined) {
      const person = await Person.signIn(this.browser, this.server.url, name, app);
      this.known.set(name, person);
      return person;
    }
    await known.changeTo(app);
    await known.sync();
    return known;
  }

  /** All go home. Rejects when a browser of theirs has reported an error. */
  async leave(): Promise<void> {
    try {
      for (const person of this.known.values()) await person.close();
    } finally {
      await this.browser.close();
      await this.server.stop();
    }
  }
}
