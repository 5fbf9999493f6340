import { expect } from 'chai';
import { openDB } from 'idb';
import { packCases } from '../../src/case/database/packed-cases.ts';
import { chunkOf } from '../../src/storage/case-chunk.ts';
import { databaseName, openDatabase } from '../../src/storage/open-database.ts';
import { SCHEMA_VERSION } from '../../src/storage/schema.ts';
import { StorageError } from '../../src/storage/storage-error.ts';
import { IndexedDbUserStore } from '../../src/storage/indexeddb-user-store.ts';
import { upgrade, UPGRADES } from '../../src/storage/upgrades.ts';
import type { UpgradeGround } from '../../src/storage/upgrades.ts';
import { wipe } from '../../src/storage/wipe.ts';
import { storedCases } from '../sync/support/stored-cases.ts';
import { formCommit, testCase } from '../sync/support/user-store-contract.ts';

const NAME = 'test-open';

describe('openDatabase', () => {
  afterEach(() => wipe(NAME));

  it('has one step for each version', () => {
    expect(UPGRADES).to.have.length(SCHEMA_VERSION);
  });

  it('brings a new device from version 0 to all stores of today', async () => {
    const database = await openDatabase(NAME);
    expect(database.version).to.equal(SCHEMA_VERSION);
    expect([...database.objectStoreNames]).to.deep.equal([
      ...['caseChunks', 'counters', 'draftAttachments', 'draftOpenings', 'drafts'],
      ...['fixtures', 'moved', 'outbox', 'restoreRecord', 'submissions'],
    ]);
    database.close();
  });

  it('packs the cases of version 1, in their order', async () => {
    const old = await openDB(NAME, 1, {
      upgrade: (database, from, _to, transaction) =>
        upgrade(from, 1, { database, transaction } as unknown as UpgradeGround),
    });
    const [a, b] = [testCase('a'), testCase('b')];
    await old.put(
      'caseChunks',
      [
        { place: 9, of: a },
        { place: 2, of: b },
      ],
      7,
    );
    old.close();
    const store = new IndexedDbUserStore(await openDatabase(NAME));
    expect((await storedCases(store)).cases).to.deep.equal([b, a]);
    store.close();
  });

  it('gives the drafts of a device of version 3 room for what they were begun with, and keeps them', async () => {
    const old = await openDB(NAME, 3, {
      upgrade: (database, from, _to, transaction) =>
        upgrade(from, 3, { database, transaction } as unknown as UpgradeGround),
    });
    await old.put('drafts', { id: 'd', savedAt: 1 });
    old.close();
    const store = new IndexedDbUserStore(await openDatabase(NAME));
    expect(await store.readDraftOpening('d')).to.equal(undefined);
    const opening = { form: { text: '<h:html/>', path: 'visit.xml' } };
    await store.saveDraftOpening('d', opening);
    expect(await store.readDraftOpening('d')).to.deep.equal(opening);
    expect((await store.readDrafts()).map(({ id }) => id)).to.deep.equal(['d']);
    store.close();
  });

  it('gives a device of version 2 room for what has moved, and keeps what it has', async () => {
    const old = await openDB(NAME, 2, {
      upgrade: (database, from, _to, transaction) =>
        upgrade(from, 2, { database, transaction } as unknown as UpgradeGround),
    });
    await old.put('drafts', { id: 'd' });
    old.close();
    const store = new IndexedDbUserStore(await openDatabase(NAME));
    expect(await store.readMoved()).to.deep.equal([]);
    expect((await store.readDrafts()).map(({ id }) => id)).to.deep.equal(['d']);
    store.close();
  });

  it('finds the cases of a device of version 4 where they lie, and goes on there', async () => {
    const old = await openDB(NAME, 4, {
      upgrade: (database, from, _to, transaction) =>
        upgrade(from, 4, { database, transaction } as unknown as UpgradeGround),
    });
    const { places, cases } = { places: [1], cases: packCases([testCase('case-1')]) };
    await old.put('caseChunks', { places, cases }, chunkOf('case-1', 256));
    await old.put('counters', { revision: 1, place: 1, order: 0 }, 'only');
    old.close();
    const store = new IndexedDbUserStore(await openDatabase(NAME));
    const found = await store.readCasesById(['case-1']);
    expect([...found.keys()]).to.deep.equal(['case-1']);
    await store.commitForm(formCommit('i1', [testCase('case-1', 'later'), testCase('b')]));
    expect((await storedCases(store)).cases).to.deep.equal([
      testCase('case-1', 'later'),
      testCase('b'),
    ]);
    store.close();
  });

  it('refuses data of a newer version and names the remedy', async () => {
    (await openDB(NAME, SCHEMA_VERSION + 1)).close();
    const error = await openDatabase(NAME).catch((failure: unknown) => failure);
    expect(error).to.be.instanceOf(StorageError);
    expect(error).to.include({ kind: 'newer' });
    expect((error as StorageError).message).to.contain('Reload the page');
  });

  it('makes way for a newer version in another tab and says so', async () => {
    const outdated = new Promise<void>((resolve) => {
      void openDatabase(NAME, { outdated: resolve });
    });
    await openDatabase(NAME);
    const newer = await openDB(NAME, SCHEMA_VERSION + 1);
    await outdated;
    newer.close();
  });

  it('makes way for a wipe, after which nothing is left', async () => {
    const database = await openDatabase(NAME);
    await database.put('drafts', { ...DRAFT, id: 'd1' });
    await wipe(NAME);
    const anew = await openDatabase(NAME);
    expect(await anew.getAll('drafts')).to.deep.equal([]);
    anew.close();
  });

  it('says that it waits when another tab holds an older version open', async () => {
    const stubborn = await openDB(NAME, SCHEMA_VERSION);
    const blocked = new Promise<void>((resolve) => {
      void wipe(NAME, resolve);
    });
    await blocked;
    stubborn.close();
  });

  it('keeps users and projects apart, whatever their names', () => {
    expect(databaseName('a/b', 'c')).to.not.equal(databaseName('a', 'b/c'));
    expect(databaseName('a', 'b')).to.equal(databaseName('a', 'b'));
  });
});

const DRAFT = {
  ...{ formKey: '', instanceXml: '', title: '', caseName: '', savedAt: 0 },
  datums: {},
};
