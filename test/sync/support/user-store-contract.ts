import { expect } from 'chai';
import type { Case } from '../../../src/case/case.ts';
import type { RestoreCommit } from '../../../src/sync/case-store.ts';
import type { Draft } from '../../../src/sync/draft.ts';
import type { FormCommit } from '../../../src/sync/outbox-store.ts';
import type { UserStore } from '../../../src/sync/user-store.ts';
import { xmlElement } from '../../../src/xml/xml-element.ts';
import { storedCases } from './stored-cases.ts';

/** A store and the way to open it once more, as after a reload. */
export interface OpenedStore {
  readonly store: UserStore;
  reopen(): Promise<UserStore>;
}

/** What every {@link UserStore} does. `open` gives an empty one. */
export function userStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let store: UserStore;
    let opened: OpenedStore;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });

    afterEach(() => store.close());

    async function reopen(): Promise<void> {
      store = await opened.reopen();
    }

    it('is empty at first', async () => {
      expect(await storedCases(store)).to.deep.equal({ revision: 0, cases: [] });
      expect(await store.readRestoreRecord()).to.be.undefined;
      expect(await store.readFixtures()).to.deep.equal([]);
      expect(await store.readOutbox()).to.deep.equal([]);
      expect(await store.readDrafts()).to.deep.equal([]);
    });

    it('keeps cases, outbox and submission of a form, bytes included', async () => {
      const bytes = new Uint8Array([0, 255, 7]);
      const attachments = [{ name: 'photo.jpg', mediaType: 'image/jpeg', bytes }];
      const commit = formCommit('i1', [testCase('a')]);
      await store.commitForm({ ...commit, submission: { ...commit.submission, attachments } });
      await reopen();
      expect(await storedCases(store)).to.deep.equal({ revision: 1, cases: [testCase('a')] });
      expect(await store.readOutbox()).to.deep.equal([
        {
          ...{ instanceId: 'i1', order: 1, state: 'pending', formName: 'Visit', savedAt: 5 },
          ...{ message: '', attempts: 0, caseIds: ['a'], transactions: [], overRestore: false },
        },
      ]);
      expect((await store.readSubmission('i1'))?.attachments).to.deep.equal(attachments);
    });

    it('gives a form the cases as they are held now', async () => {
      await store.commitForm(formCommit('i1', [testCase('a', 'old'), testCase('b')]));
      let held: readonly Case[] = [];
      const commit = formCommit('i2', []);
      await store.commitForm({
        ...commit,
        item: { ...commit.item, caseIds: ['a', 'zz'] },
        apply(cases) {
          held = [...cases.values()];
          return { puts: [testCase('a', 'new')], removals: ['b'] };
        },
      });
      expect(held).to.deep.equal([testCase('a', 'old')]);
      expect((await storedCases(store)).cases).to.deep.equal([testCase('a', 'new')]);
    });

    it('writes nothing when a form cannot be applied', async () => {
      await store.saveDraft(draft('d1', 1));
      const failing: FormCommit = {
        ...formCommit('i1', [testCase('a')]),
        endedDrafts: ['d1'],
        apply: () => {
          throw new RangeError('cannot be applied');
        },
      };
      expect(await failureOf(store.commitForm(failing))).to.equal('cannot be applied');
      expect(await storedCases(store)).to.deep.equal({ revision: 0, cases: [] });
      expect(await store.readOutbox()).to.deep.equal([]);
      expect(await store.readSubmission('i1')).to.be.undefined;
      expect(await store.readDrafts()).to.have.length(1);
    });

    it('takes a form of the same instanceID only once', async () => {
      expect(await store.commitForm(formCommit('i1', [testCase('a')]))).to.equal(1);
      expect(await store.commitForm(formCommit('i1', [testCase('a', 'twice')]))).to.be.undefined;
      expect((await storedCases(store)).cases).to.deep.equal([testCase('a')]);
      expect(await store.readOutbox()).to.have.length(1);
    });

    it('ends drafts, their attachments and what they were begun with together with the form', async () => {
      await store.saveDraft(draft('d1', 1));
      await store.saveDraft(draft('d0', 0));
      for (const id of ['d1', 'd2']) await store.saveDraftOpening(id, opening);
      await store.saveDraftAttachment('d1', attachment('photo.jpg'));
      await store.saveDraft(draft('d2', 2));
      await store.commitForm({ ...formCommit('i1', []), endedDrafts: ['d1', 'd0'] });
      expect((await store.readDrafts()).map((of) => of.id)).to.deep.equal(['d2']);
      expect(await store.readDraftOpening('d1')).to.equal(undefined);
      expect(await store.readDraftOpening('d2')).to.deep.equal(opening);
      expect(await store.readDraftAttachments('d1')).to.deep.equal([]);
    });

    it('keeps the order of the outbox whatever the clock says, also after a form has gone', async () => {
      for (const id of ['i2', 'i1', 'i3']) await store.commitForm(formCommit(id, []));
      await store.settleAccepted('i3');
      await reopen();
      await store.commitForm(formCommit('i0', []));
      const outbox = await store.readOutbox();
      expect(outbox.map((item) => item.instanceId)).to.deep.equal(['i2', 'i1', 'i0']);
      expect(new Set([3, ...outbox.map((item) => item.order)]).size).to.equal(4);
    });

    it('follows a form from pending over sending to confirmed', async () => {
      await store.commitForm(formCommit('i1', []));
      await store.markSending('i1');
      await reopen();
      expect((await store.readOutbox())[0]).to.include({ state: 'sending', attempts: 1 });
      await store.markPending('i1', 'Busy');
      expect((await store.readOutbox())[0]).to.include({ state: 'pending', message: 'Busy' });
      await store.settleAccepted('i1');
      expect(await store.readOutbox()).to.deep.equal([]);
      expect(await store.readSubmission('i1')).to.be.undefined;
    });

    it('keeps a rejected form until somebody decides, and asks for a full restore', async () => {
      await store.commitRestore(() => restoreCommit({}));
      await store.commitForm(formCommit('i1', []));
      expect(await store.discardRejected('i1')).to.be.false;
      expect(await store.retryRejected('i1')).to.be.false;
      expect(await tokenOf(store)).to.equal('t1');
      await store.settleRejected('i1', 'Bad block');
      expect((await store.readOutbox())[0]).to.include({ state: 'rejected', message: 'Bad block' });
      expect(await tokenOf(store)).to.be.undefined;
      await store.commitRestore(() => restoreCommit({}));
      expect(await store.retryRejected('i1')).to.be.true;
      expect(await tokenOf(store)).to.be.undefined;
      expect((await store.readOutbox())[0]).to.include({ state: 'pending' });
      await store.settleRejected('i1', 'Bad block');
      expect(await store.discardRejected('i1')).to.be.true;
      expect(await store.readOutbox()).to.deep.equal([]);
      expect(await store.readSubmission('i1')).to.be.undefined;
    });

    it('forgets the token when a form that lay over a restore is confirmed', async () => {
      for (const id of ['i1', 'i2']) await store.commitForm(formCommit(id, []));
      await store.commitRestore(() => restoreCommit({ uncertain: ['i1'] }));
      expect((await store.readOutbox()).map((item) => item.overRestore)).to.deep.equal([
        true,
        false,
      ]);
      await store.settleAccepted('i2');
      expect(await tokenOf(store)).to.equal('t1');
      await store.settleAccepted('i1');
      expect(await tokenOf(store)).to.be.undefined;
      expect((await store.readRestoreRecord())?.takenAt).to.equal(9);
    });

    it('takes a restore in as one: record, cases and fixtures', async () => {
      await store.commitForm(formCommit('i1', [testCase('a'), testCase('b')]));
      const fixtures = [fixture('user-groups', 'G1'), fixture('locations', 'W1')];
      const puts = [testCase('a', 'new'), testCase('c')];
      const commit = restoreCommit({ puts, removals: ['b', 'zz'], fixtures });
      expect((await store.commitRestore(() => commit))?.revision).to.equal(2);
      await reopen();
      expect(await storedCases(store)).to.deep.equal({ revision: 2, cases: puts });
      expect(await store.readRestoreRecord()).to.deep.equal(commit.record);
      expect(byId(await store.readFixtures())).to.deep.equal(byId(fixtures));
    });

    it('tells which cases have moved until it is read, also after it was opened again', async () => {
      const moved = ['a', 'b'].map((id) => movedCase(id));
      await store.commitRestore(() => restoreCommit({ moved }));
      await store.commitRestore(() => restoreCommit({ moved: [movedCase('c', 'G3')] }));
      await reopen();
      expect(await store.readMoved()).to.deep.equal([...moved, movedCase('c', 'G3')]);
      await store.forgetMoved(['a', 'c', 'zz']);
      await reopen();
      expect(await store.readMoved()).to.deep.equal([movedCase('b')]);
    });

    it('does not tell of a case that has come back, and tells the newest owner of one that moves on', async () => {
      const moved = ['a', 'b'].map((id) => movedCase(id));
      await store.commitRestore(() => restoreCommit({ moved }));
      const again = restoreCommit({ puts: [testCase('a')], moved: [movedCase('b', 'G3')] });
      await store.commitRestore(() => again);
      expect(await store.readMoved()).to.deep.equal([movedCase('b', 'G3')]);
    });

    it('keeps fixtures that an incremental restore does not send, and drops them at a full one', async () => {
      const first = [fixture('user-groups', 'G1'), fixture('locations', 'W1')];
      await store.commitRestore(() => restoreCommit({ fixtures: first }));
      const groups = fixture('user-groups', 'G2');
      await store.commitRestore(() => restoreCommit({ fixtures: [groups] }));
      expect(byId(await store.readFixtures())).to.deep.equal(byId([groups, first[1]!]));
      const full = restoreCommit({ fixtures: [groups], replaceFixtures: true });
      await store.commitRestore(() => full);
      expect(await store.readFixtures()).to.deep.equal([groups]);
    });

    it('decides about a restore on what is held, and writes nothing when it is declined or fails', async () => {
      await store.commitForm(formCommit('i1', [testCase('a')]));
      let seen: unknown;
      const declined = await store.commitRestore((held) => {
        seen = [held.revision, held.outbox.map((item) => item.instanceId)];
        return undefined;
      });
      expect(seen).to.deep.equal([1, ['i1']]);
      expect(declined).to.be.undefined;
      const failure = await failureOf(
        store.commitRestore(() => {
          throw new RangeError('cannot be planned');
        }),
      );
      expect(failure).to.equal('cannot be planned');
      expect(await store.readRestoreRecord()).to.be.undefined;
      expect((await storedCases(store)).revision).to.equal(1);
    });

    it('keeps cases in the order in which they came', async () => {
      const ids = Array.from({ length: 50 }, (_, index) => `case-${(index * 37) % 50}`);
      await store.commitForm(
        formCommit(
          'i1',
          ids.slice(0, 25).map((id) => testCase(id)),
        ),
      );
      await store.commitForm(
        formCommit(
          'i2',
          ids.slice(20).map((id) => testCase(id, 'later')),
        ),
      );
      await reopen();
      expect((await storedCases(store)).cases.map((of) => of.caseId)).to.deep.equal(ids);
    });

    it('finds cases by their ids, and passes unknown ones over', async () => {
      await store.commitForm(formCommit('i1', [testCase('a'), testCase('b'), testCase('c')]));
      const found = await store.readCasesById(['c', 'zz', 'a']);
      expect([...found.keys()].sort()).to.deep.equal(['a', 'c']);
      expect(found.get('c')).to.deep.equal(testCase('c'));
    });

    it('keeps drafts, the newest first, with their attachments', async () => {
      await store.saveDraft(draft('d1', 1));
      await store.saveDraft(draft('d2', 2));
      await store.saveDraftAttachment('d1', attachment('b.jpg', 1));
      await store.saveDraftAttachment('d1', attachment('a.jpg'));
      await store.saveDraftAttachment('d1', attachment('b.jpg', 2));
      await store.saveDraftAttachment('d10', attachment('c.jpg'));
      await store.saveDraft({ ...draft('d1', 3), position: '/data/name' });
      await reopen();
      expect((await store.readDrafts()).map((of) => of.id)).to.deep.equal(['d1', 'd2']);
      expect((await store.readDraft('d1'))?.position).to.equal('/data/name');
      const kept = [attachment('a.jpg'), attachment('b.jpg', 2)];
      expect(await store.readDraftAttachments('d1')).to.deep.equal(kept);
      await store.saveDraftOpening('d1', opening);
      await reopen();
      expect(await store.readDraftOpening('d1')).to.deep.equal(opening);
      await store.deleteDraft('d1');
      expect(await store.readDraftOpening('d1')).to.equal(undefined);
      expect(await store.readDraft('d1')).to.be.undefined;
      expect(await store.readDraftAttachments('d1')).to.deep.equal([]);
      expect(await store.readDraftAttachments('d10')).to.have.length(1);
    });
  });
}

/** A case with nothing but an id and a property. */
export function testCase(caseId: string, p = ''): Case {
  return {
    ...{ caseId, caseType: 't', caseName: caseId, ownerId: 'G1', status: 'open' },
    ...{ dateOpened: '2026-01-01', lastModified: '2026-01-01', userId: 'david' },
    ...{ externalId: '', category: '', state: '', properties: { p }, indices: [], attachments: [] },
  };
}

/** A form that puts these cases. */
export function formCommit(instanceId: string, puts: readonly Case[]): FormCommit {
  const caseIds = puts.map((of) => of.caseId);
  return {
    item: { instanceId, formName: 'Visit', savedAt: 5, caseIds, transactions: [] },
    submission: { instanceId, xml: `<data id="${instanceId}"/>`, attachments: [] },
    endedDrafts: [],
    apply: () => ({ puts, removals: [] }),
  };
}

/** A restore with token `t1` that brings what is given. */
export function restoreCommit(given: Partial<RestoreCommit>): RestoreCommit {
  const registration = {
    username: 'david',
    userId: 'u1',
    date: '2026-01-01',
    userData: { k: 'v' },
  };
  const record = { registration, syncToken: 't1', takenAt: 9 };
  const nothing = { puts: [], removals: [], moved: [], fixtures: [], uncertain: [] };
  return { record, ...nothing, replaceFixtures: false, ...given };
}

function movedCase(caseId: string, newOwner = 'G2') {
  return { kind: 'moved', caseId, name: `Name of ${caseId}`, newOwner } as const;
}

function fixture(id: string, group: string) {
  const root = xmlElement('groups', '', {}, [xmlElement('group', '', { id: group }, ['text'])]);
  return { id, userId: 'u1', root, indices: ['@id'] };
}

function draft(id: string, savedAt: number): Draft {
  const texts = { formKey: 'app/visit', instanceXml: '<data/>', title: 'Visit', caseName: '' };
  return { id, ...texts, savedAt, datums: { case_id: 'a' } };
}

const opening = {
  form: { text: '<h:html/>', path: 'visit.xml' },
  way: [{ kind: 'query', id: 'results', root: xmlElement('results', '', {}, ['Asha']) }],
};

function attachment(name: string, byte = 0) {
  return { name, mediaType: 'image/jpeg', bytes: new Uint8Array([byte]) };
}

async function tokenOf(store: UserStore): Promise<string | undefined> {
  return (await store.readRestoreRecord())?.syncToken;
}

function byId<T extends { id: string }>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}

async function failureOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as Error).message;
  }
  return 'no failure';
}
