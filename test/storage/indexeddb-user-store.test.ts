import { expect } from 'chai';
import { IndexedDbUserStore } from '../../src/storage/indexeddb-user-store.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { StorageError } from '../../src/storage/storage-error.ts';
import { wipe } from '../../src/storage/wipe.ts';
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
