import { openDB } from 'idb';
import { SaxesParser } from 'saxes';
import '../../src/elements/case/case-list.ts';
import type { CaseList } from '../../src/elements/case/case-list.ts';
import { foldText } from '../../src/elements/case/fold-text.ts';
import { Workspace } from '../../src/machines/workspace.ts';
import { parseRestore, restoreSteps } from '../../src/openrosa/parse-restore.ts';
import { platformEnvironment } from '../../src/platform/platform-environment.ts';
import { FramePace } from '../../src/storage/frame-pace.ts';
import { IndexedDbUserStore } from '../../src/storage/indexeddb-user-store.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { loadAppDefinition } from '../../src/suite/definition/load-app-definition.ts';
import type { ListScreen } from '../../src/suite/screen.ts';
import { atPace } from '../../src/sync/pace.ts';
import { takeRestore } from '../../src/sync/take-restore.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';
import { generatedRestore, PATIENT_APP, USER, VISIT_FORM } from './generated-cases.ts';

/** What the benchmark asks of the page. Times are in milliseconds. */
const casesBench = {
  xml: '',
  sandbox: undefined as UserSandbox | undefined,
  list: undefined as CaseList | undefined,

  /** Makes the restore, so that no measurement includes it; returns its length. */
  prepare(cases: number): number {
    casesBench.xml = [...generatedRestore(cases)].join('');
    return casesBench.xml.length;
  },

  /** From the text of a restore to a list on the screen, everything durable. */
  async restore(name: string): Promise<number> {
    const start = performance.now();
    const sandbox = await open(name);
    const restore = parseRestore(casesBench.xml);
    const taken = await takeRestore(sandbox, restore, { full: true, now: Date.now() });
    if (taken.kind !== 'taken') throw new Error(taken.message);
    await show(sandbox);
    const time = performance.now() - start;
    sandbox.store.close();
    return time;
  },

  /** The same with pauses, as the app does it; the longest task, which is at least 50 ms to be told, and the time of all. */
  async longestTask(name: string): Promise<{ longest: number; all: number }> {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const start = performance.now();
    const sandbox = await open(name);
    const pace = new FramePace();
    const restore = await atPace(restoreSteps(casesBench.xml), pace);
    await takeRestore(sandbox, restore, { full: true, now: Date.now(), pace });
    const all = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    sandbox.store.close();
    return { longest, all };
  },

  /** saxes over the same text, with nothing done. */
  saxes(): number {
    const start = performance.now();
    const parser = new SaxesParser({ xmlns: true });
    parser.write(casesBench.xml).close();
    return performance.now() - start;
  },

  /** The same text written to IndexedDB in 256 records, in one strict transaction. */
  async writeBytes(name: string): Promise<number> {
    const database = await openDB(name, 1, { upgrade: (each) => each.createObjectStore('bytes') });
    const start = performance.now();
    const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' });
    const size = Math.ceil(casesBench.xml.length / 256);
    for (let n = 0; n < 256; n += 1) {
      void transaction.store.put(casesBench.xml.slice(n * size, (n + 1) * size), n);
    }
    await transaction.done;
    const time = performance.now() - start;
    database.close();
    return time;
  },

  /** From nothing open to a list on the screen. */
  async open(name: string): Promise<number> {
    const start = performance.now();
    casesBench.sandbox = await open(name);
    casesBench.list = await show(casesBench.sandbox);
    return performance.now() - start;
  },

  /** Only the cases, into memory. */
  async load(name: string): Promise<void> {
    casesBench.sandbox = await open(name);
  },

  /** What IndexedDB takes to hand out the records of the cases, with nothing done. */
  async read(name: string): Promise<number> {
    const start = performance.now();
    const database = await openDatabase(name);
    const chunks = await database.getAll('caseChunks');
    const time = performance.now() - start;
    database.close();
    if (chunks.length === 0) throw new Error('There is nothing to read');
    return time;
  },

  /** Bytes of all property values in UTF-8, and of all texts of the cases. */
  sizes(): { cases: number; properties: number; all: number } {
    const encoder = new TextEncoder();
    const lengthOf = (texts: readonly unknown[]): number =>
      encoder.encode(texts.filter((text) => typeof text === 'string').join('')).length;
    let [properties, all] = [0, 0];
    for (const of of casesBench.sandbox!.database.cases()) {
      const values = lengthOf(Object.values(of.properties));
      properties += values;
      all += values + lengthOf(Object.values(of));
    }
    return { cases: casesBench.sandbox!.database.size, properties, all };
  },

  /** Types a word letter by letter; for each letter the time until the list shows what was found. */
  async search(text: string): Promise<number[]> {
    const list = casesBench.list!;
    const times: number[] = [];
    for (let n = 1; n <= text.length; n += 1) times.push(await typed(list, text.slice(0, n)));
    await typed(list, '');
    return times;
  },

  /** The same letters with a plain loop over an array of folded names. */
  loop(text: string): number[] {
    const names = casesBench.list!.screen!.rows.map((row) => foldText(row.cells[0]!));
    return Array.from({ length: text.length }, (_, n) => {
      const start = performance.now();
      const word = text.slice(0, n + 1);
      const found = names.filter((name) => name.includes(word));
      const time = performance.now() - start;
      if (found.length > names.length) throw new Error('impossible');
      return time;
    });
  },

  /** Presses the header of a column. */
  async sort(column: number): Promise<number> {
    const list = casesBench.list!;
    const start = performance.now();
    list.renderRoot.querySelectorAll<HTMLElement>('button.sort')[column]!.click();
    await list.updateComplete;
    return performance.now() - start;
  },

  /** A plain sort of an array of the names, by the language. */
  sortNames(): number {
    const names = casesBench.list!.screen!.rows.map((row) => row.cells[0]!);
    const { compare } = new Intl.Collator('en', { numeric: true });
    const start = performance.now();
    names.sort(compare);
    return performance.now() - start;
  },
};

async function typed(list: CaseList, text: string): Promise<number> {
  const input = list.renderRoot.querySelector<HTMLInputElement>('#search')!;
  const start = performance.now();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await list.updateComplete;
  return performance.now() - start;
}

async function open(name: string): Promise<UserSandbox> {
  return UserSandbox.open(new IndexedDbUserStore(await openDatabase(name)), USER);
}

async function show(sandbox: UserSandbox): Promise<CaseList> {
  const app = loadAppDefinition(PATIENT_APP, new Map([['visit.xml', VISIT_FORM]]));
  const user = { userId: USER, username: 'bench', name: 'Bench' };
  const place = { environment: platformEnvironment, deviceId: 'bench', appVersion: '1' };
  const { session } = new Workspace({ app, sandbox, user, project: 'bench', ...place });
  const list = document.createElement('case-list');
  list.screen = listIn(session);
  document.body.append(list);
  await list.updateComplete;
  return list;
}

function listIn(session: Workspace['session']): ListScreen {
  for (let screen = session.screen; ;) {
    if (screen.kind === 'list') return screen;
    if (screen.kind !== 'menu') throw new Error(`There is no list: ${JSON.stringify(screen)}`);
    screen = session.choose(screen.choices[0]!.id);
  }
}

export type CasesBench = typeof casesBench;

declare global {
  var casesBench: CasesBench;
}

globalThis.casesBench = casesBench as typeof globalThis.casesBench;
