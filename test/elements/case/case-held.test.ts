import { expect } from 'chai';
import '../../../src/elements/case/case-held.ts';
import { emptyDevice } from '../../../src/elements/case/device-state.ts';
import type { MovedCase } from '../../../src/elements/case/device-state.ts';
import { button, expectAccessible, mount, parts, textOf } from './mount.ts';

function held(...names: readonly string[]) {
  const moved: MovedCase[] = names.map((name) => ({ caseId: `id-${name}`, name, newOwner: 'b' }));
  const device = { ...emptyDevice, moved };
  return mount('case-held', { device, ownerName: (id: string) => `Village ${id.toUpperCase()}` });
}

describe('what is told of cases that have moved away', () => {
  it('names them and who has them now, until the person has read it', async () => {
    const element = await held('Awa', 'Ben');
    expect(parts(element, '.message p').map(textOf)).to.deep.equal([
      'Awa now belongs to Village B and is not on your list any more.',
      'Ben now belongs to Village B and is not on your list any more.',
    ]);
    let read: readonly string[] = [];
    element.addEventListener('case-moved-read', ({ caseIds }) => (read = caseIds));
    button(element, 'Do not show this again').click();
    expect(read).to.deep.equal(['id-Awa', 'id-Ben']);
  });

  it('names some and counts the others, and all of them are read at once', async () => {
    const element = await held('A', 'B', 'C', 'D', 'E', 'F', 'G');
    expect(parts(element, '.message p').map(textOf).slice(4)).to.deep.equal([
      'E now belongs to Village B and is not on your list any more.',
      '2 more are not on your list any more.',
    ]);
    let read: readonly string[] = [];
    element.addEventListener('case-moved-read', ({ caseIds }) => (read = caseIds));
    button(element, 'Do not show this again').click();
    expect(read).to.have.length(7);
  });

  it('takes no room when there is nothing, and is accessible when there is', async () => {
    expect(parts(await held(), '.held')).to.deep.equal([]);
    await expectAccessible(await held('Awa'));
  });
});
