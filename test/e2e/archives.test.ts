import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { errandsCcz, errandsRestore } from '../support/errands-app.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';
import { findArchives } from './walk/find-archives.ts';
import { sampleArchives } from './walk/sample-archives.ts';
import { openArchive, walkPage } from './walk/walk-page.ts';

/** A folder with further apps to walk through; `npm run walk -- FOLDER` prints what it finds in them. */
const given = process.env['CASELOAD_ARCHIVES'];

describe('a walk through all of an app', () => {
  let browser: Browser;
  let server: RunningServer;

  before(async () => {
    browser = await launchBrowser();
    server = await startServer();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const walkCleanly = async (open: (page: Page) => Promise<void>) => {
    const walk = await walkPage(browser, server.url, open);
    expect(walk.console).to.deep.equal([]);
    expect(walk.refused).to.deep.equal([]);
    expect(walk.forms).not.to.deep.equal([]);
    return walk;
  };

  it('opens every form of an app from files, with nothing in the console', async () => {
    const archive = { name: 'errands', bytes: errandsCcz(), restore: errandsRestore };
    const { menus, lists, forms } = await walkCleanly((page) => openArchive(page, archive));
    expect(menus).to.deep.equal(['the first menu']);
    expect(lists).to.deep.equal(['Give an errand away']);
    expect(forms).to.deep.equal(['New errand']);
  });

  for (const archive of sampleArchives()) {
    it(`comes to the end of every way in the sample app ${archive.name}`, async () => {
      const walk = await walkCleanly((page) => openArchive(page, archive));
      const ends = [...walk.forms, ...walk.stops, ...walk.emptyLists];
      expect(ends.length).to.be.at.least(formsForAll(archive.name));
    });
  }

  for (const archive of given === undefined ? [] : findArchives(given)) {
    it(`opens every form of ${archive.name}`, async () => {
      await walkCleanly((page) => openArchive(page, archive));
    });
  }
});

interface Conditional {
  readonly relevant?: string;
}

/** How many forms of a sample app do not depend on who the worker is. */
function formsForAll(name: string): number {
  const app = JSON.parse(readFileSync(`forms/${name}/app.json`, 'utf8')) as {
    readonly modules: readonly (Conditional & { readonly forms: readonly Conditional[] })[];
  };
  const isForAll = ({ relevant }: Conditional) => relevant === undefined;
  return app.modules.filter(isForAll).flatMap(({ forms }) => forms.filter(isForAll)).length;
}
