import { expect } from 'chai';
import { CaseDatabase } from '../../src/case/case-database.ts';
import { IndexedDbUserStore } from '../../src/storage/indexeddb-user-store.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { StorageError } from '../../src/storage/storage-error.ts';
import { wipe } from '../../src/storage/wipe.ts';
import type { WrittenCases } from '../../src/sync/case-store.ts';
import {
  formCommit,
  restoreCommit,
  testCase,
  userStoreContract,
} from '../sync/support/user-store-contract.ts';
import { storedCases } from '../sync/support/stored-cases.ts';

let count = 0;
const names: string[] = [];

function newName(): string {
  const name = `test-store-${++count}`;
  names.push(name);
  return name;
}

async function openStore(name: string): Promise<IndexedDbUserStore> {
  return new IndexedDbUserStore(await openDatabase(name));
}

after(async () => {
  for (const name of names) await wipe(name);
});

userStoreContract('IndexedDbUserStore', async () => {
  const name = newName();
  const store = await openStore(name);
  return {
    store,
    reopen: async () => {
      store.close();
      return openStore(name);
    },
  };
});

describe('IndexedDbUserStore', () => {
  it('holds 100,000 cases', async () => {
    const store = await openStore(newName());
    const puts = Array.from({ length: 100_000 }, (_, index) => testCase(`case-${index}`, 'value'));
    await store.commitRestore(() => restoreCommit({ puts }));
    const { cases } = await storedCases(store);
    expect(cases.length).to.equal(100_000);
    expect(cases[77_777]).to.deep.equal(puts[77_777]);
    await store.commitForm(formCommit('i1', [testCase('case-5', 'changed')]));
    const found = await store.readCasesById(['case-5', 'case-99999']);
    expect([...found.values()].map((of) => of.properties.p)).to.deep.equal(['changed', 'value']);
    store.close();
  });

  it('hands out what a restore has written, where that is all there is', async () => {
    const store = await openStore(newName());
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `case-${index}`);
    const puts = ids(1000).map((id) => testCase(id));
    const first = await store.commitRestore(() => restoreCommit({ puts }));
    expect(casesIn(first)).to.deep.equal(puts);
    const one = await store.commitRestore(() => restoreCommit({ puts: [testCase('case-0', 'x')] }));
    expect(one?.blocks).to.equal(undefined);
    const all = puts.map((of) => testCase(of.caseId, 'new'));
    const removals = ids(1000).slice(900);
    const last = await store.commitRestore(() => restoreCommit({ puts: all, removals }));
    expect(casesIn(last)).to.deep.equal(all.slice(0, 900));
    expect((await storedCases(store)).cases).to.deep.equal(all.slice(0, 900));
    store.close();
  });

  it('spreads its cases over more chunks as they become more, and begins anew when all have gone', async () => {
    const name = newName();
    const store = await openStore(name);
    const puts = Array.from({ length: 1700 }, (_, index) => testCase(`case-${index}`));
    for (let start = 0; start < puts.length; start += 340) {
      const some = puts.slice(start, start + 340);
      await store.commitForm(formCommit(`i${start}`, some));
      expect((await storedCases(store)).cases).to.deep.equal(puts.slice(0, start + 340));
    }
    expect(await chunkSizes(name)).to.have.length(8);
    expect([...(await store.readCasesById(['case-3', 'case-1699'])).keys()]).to.have.length(2);
    const removals = puts.map(({ caseId }) => caseId);
    await store.commitRestore(() => restoreCommit({ removals }));
    await store.commitForm(formCommit('last', puts.slice(0, 100)));
    expect(await chunkSizes(name)).to.deep.equal([100]);
    store.close();
  });

  it('lets two connections commit one after the other, each seeing what the other wrote', async () => {
    const name = newName();
    const [one, two] = [await openStore(name), await openStore(name)];
    const seen: (string | undefined)[] = [];
    const add = (store: IndexedDbUserStore, instanceId: string): Promise<number | undefined> =>
      store.commitForm({
        ...formCommit(instanceId, [testCase('a')]),
        apply(held) {
          seen.push(held.get('a')?.properties.p);
          return { puts: [testCase('a', instanceId)], removals: [] };
        },
      });
    const revisions = await Promise.all([add(one, 'i1'), add(two, 'i2'), add(one, 'i3')]);
    expect(revisions.sort()).to.deep.equal([1, 2, 3]);
    expect(new Set([...seen, (await storedCases(one)).cases[0]?.properties.p])).to.have.property(
      'size',
      4,
    );
    one.close();
    two.close();
  });

  it('says that the connection has ended, and what to do, when it is asked after closing', async () => {
    const store = await openStore(newName());
    store.close();
    for (const ask of [() => storedCases(store), () => store.forgetSyncToken()]) {
      const error = await ask().catch((failure: unknown) => failure);
      expect(error).to.be.instanceOf(StorageError);
      expect(error).to.include({ kind: 'closed' });
      expect((error as StorageError).message).to.contain('Reload the page');
    }
  });

  it('keeps nothing of a form when the disk is full, and says so', async () => {
    const name = newName();
    const database = await openDatabase(name);
    const store = new IndexedDbUserStore(database);
    const put = IDBObjectStore.prototype.put;
    // A full disk cannot be made in a test: the last of the writes fails as the browser says it fails.
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === 'counters') throw new DOMException('disk', 'QuotaExceededError');
      return put.apply(this, args);
    };
    const error = await store
      .commitForm(formCommit('i1', [testCase('a')]))
      .catch((e: unknown) => e);
    IDBObjectStore.prototype.put = put;
    expect(error).to.be.instanceOf(StorageError);
    expect(error).to.include({ kind: 'full' });
    expect(await storedCases(store)).to.deep.equal({ revision: 0, cases: [] });
    expect(await store.readOutbox()).to.deep.equal([]);
    store.close();
  });
});

function casesIn(written: WrittenCases | undefined) {
  const database = new CaseDatabase();
  database.load(written?.blocks ?? []);
  return [...database.cases()];
}

async function chunkSizes(name: string): Promise<number[]> {
  const database = await openDatabase(name);
  const chunks = await database.getAll('caseChunks');
  database.close();
  return chunks.map(({ cases }) => cases.size);
}
