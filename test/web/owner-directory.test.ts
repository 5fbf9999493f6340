import { expect } from 'chai';
import type { SharingGroup } from '../../src/sync/transport.ts';
import { OwnerDirectory } from '../../src/web/owner-directory.ts';

const david = { userId: 'd', username: 'david', displayName: 'David Otieno' };

function group(id: string, kind = 'group'): SharingGroup {
  return { id, name: `Group ${id}`, kind, members: [david] };
}

/** A directory of somebody in group A, with what it asked for. */
function directory(answer: (ids: readonly string[]) => readonly SharingGroup[] | undefined) {
  const asked: (readonly string[])[] = [];
  let learned = 0;
  const owners = new OwnerDirectory(
    [group('A')],
    async (ids) => {
      asked.push(ids);
      return answer(ids);
    },
    () => (learned += 1),
  );
  return { owners, asked, learned: () => learned };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the owners that a page has to name', () => {
  it('are known at once when they are the user’s own', () => {
    const { owners, asked } = directory(() => []);
    expect(owners.owner('A')).to.deep.equal({ name: 'Group A', people: ['David Otieno'] });
    expect(asked).to.deep.equal([]);
  });

  it('are asked for together and once when they are others', async () => {
    const { owners, asked, learned } = directory((ids) => ids.map((id) => group(id)));
    for (const id of ['B', 'C', 'B']) expect(owners.owner(id)).to.equal(undefined);
    await settled();
    expect(asked).to.deep.equal([['B', 'C']]);
    expect(learned()).to.equal(1);
    expect(owners.owner('C')).to.include({ name: 'Group C' });
    await settled();
    expect(asked).to.have.length(1);
  });

  it('are not asked for again when the server does not know them', async () => {
    const { owners, asked, learned } = directory(() => []);
    owners.owner('nobody');
    await settled();
    owners.owner('nobody');
    await settled();
    expect(asked).to.deep.equal([['nobody']]);
    expect(learned()).to.equal(0);
  });

  it('are asked for again after there was no answer', async () => {
    const { owners, asked } = directory(() => undefined);
    owners.owner('B');
    await settled();
    owners.owner('B');
    await settled();
    expect(asked).to.deep.equal([['B'], ['B']]);
  });

  it('are called by the end of their path that tells them apart, also from those that are learned later', async () => {
    const place = (id: string, name: string) => ({ ...group(id, 'location'), name });
    const known = [place('1', 'North/Hill'), place('2', 'South/Hill'), place('3', 'South/Lake')];
    const { owners } = directory((ids) => known.filter(({ id }) => ids.includes(id)));
    owners.owner('1');
    owners.owner('3');
    await settled();
    expect([owners.owner('1')?.name, owners.owner('3')?.name]).to.deep.equal(['Hill', 'Lake']);
    owners.owner('2');
    await settled();
    const names = ['1', '2', '3'].map((id) => owners.owner(id)?.name);
    expect(names).to.deep.equal(['North/Hill', 'South/Hill', 'Lake']);
  });

  it('share with nobody when they are one person', async () => {
    const { owners } = directory(() => [group('d', 'user')]);
    owners.owner('d');
    await settled();
    expect(owners.owner('d')).to.deep.equal({ name: 'Group d', people: [] });
  });
});
