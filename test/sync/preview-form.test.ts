import { expect } from 'chai';
import { previewForm } from '../../src/sync/preview-form.ts';
import { MemoryUserStore } from '../../src/sync/memory-user-store.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';
import { aCase, extension } from '../case/a-case.ts';

const NOW = Date.UTC(2026, 5, 15, 12);

/** A device of the user `me`, with two open cases of theirs: a host and its extension. */
async function device(): Promise<UserSandbox> {
  const sandbox = await UserSandbox.open(new MemoryUserStore(), 'me');
  const host = aCase('host', { ownerId: 'me' });
  sandbox.database.put([host, aCase('ext', { ownerId: '-', indices: [extension('host')] })]);
  return sandbox;
}

async function preview(...blocks: readonly string[]) {
  const sandbox = await device();
  const xml = `<data xmlns="urn:f">${blocks.join('')}<meta><instanceID>i1</instanceID></meta></data>`;
  const future = previewForm(sandbox, xml, NOW);
  expect(sandbox.database.size).to.equal(2);
  return future.map(({ case: of, isNew, heldBy, isHeldHere }) => {
    return { id: of.caseId, isNew, heldBy: [...heldBy.keys()], isHeldHere };
  });
}

function block(id: string, actions: string): string {
  return `<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="${id}" date_modified="2026-06-15T12:00:00Z" user_id="me">${actions}</case>`;
}

const create = (owner: string, index = '') =>
  `<create><case_type>t</case_type><case_name>n</case_name><owner_id>${owner}</owner_id></create>${index}`;

describe('a look at what a form will do', () => {
  it('names who will hold what it makes, and leaves the cases as they are', async () => {
    expect(await preview(block('new', create('me')))).to.deep.equal([
      { id: 'new', isNew: true, heldBy: ['me'], isHeldHere: true },
    ]);
    expect(await preview(block('new', create('them')))).to.deep.equal([
      { id: 'new', isNew: true, heldBy: ['them'], isHeldHere: false },
    ]);
  });

  it('sees a case that is given away with what hangs on it', async () => {
    const given = block('host', '<update><owner_id>them</owner_id></update>');
    expect(await preview(given)).to.deep.equal([
      { id: 'host', isNew: false, heldBy: ['them', '-'], isHeldHere: false },
    ]);
  });

  it('counts a new extension of a case of one’s own as seen, although nobody owns it', async () => {
    const index = '<index><host case_type="t" relationship="extension">host</host></index>';
    const [made] = await preview(block('new', create('-', index)));
    expect(made).to.include({ isHeldHere: true });
  });

  it('says nothing about a form whose blocks cannot be applied', async () => {
    expect(await preview(block('strange', '<close/>'))).to.deep.equal([]);
  });
});
