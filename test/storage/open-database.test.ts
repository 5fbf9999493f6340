import { expect } from 'chai';
import { openDB } from 'idb';
import { databaseName, openDatabase } from '../../src/storage/open-database.ts';
import { SCHEMA_VERSION } from '../../src/storage/schema.ts';
import { StorageError } from '../../src/storage/storage-error.ts';
import { UPGRADES } from '../../src/storage/upgrades.ts';
import { wipe } from '../../src/storage/wipe.ts';

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
      ...['caseChunks', 'counters', 'draftAttachments', 'drafts'],
      ...['fixtures', 'outbox', 'restoreRecord', 'submissions'],
    ]);
    database.close();
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
