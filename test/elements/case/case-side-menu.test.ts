import { expect } from 'chai';
import '../../../src/elements/case/case-side-menu.ts';
import type { PersistentMenuItem } from '../../../src/suite/persistent-menu.ts';
import { expectAccessible, mount, parts, textOf } from './mount.ts';

function item(text: string, more: Partial<PersistentMenuItem> = {}): PersistentMenuItem {
  const address = [{ kind: 'command', id: text }] as const;
  return { text, image: undefined, address, isCurrent: false, items: [], ...more };
}

describe('case-side-menu', () => {
  it('lists the places with what lies below them, says which is open, and goes where one presses', async () => {
    const open = item('Visit', { isCurrent: true });
    const items = [item('Mothers', { items: [open, item('Weigh')] }), item('Children')];
    const element = await mount('case-side-menu', { items });
    const buttons = parts(element, 'button');
    expect(buttons.map(textOf)).to.deep.equal(['Mothers', 'Visit', 'Weigh', 'Children']);
    expect(parts(element, '[aria-current=page]').map(textOf)).to.deep.equal(['Visit']);
    expect(parts(element, 'li li')).to.have.length(2);
    const visited: unknown[] = [];
    element.addEventListener('case-visit', ({ steps }) => visited.push(steps));
    buttons[2]?.click();
    expect(visited).to.deep.equal([item('Weigh').address]);
    await expectAccessible(element);
  });

  it('marks the open place on the side where the page begins its lines, whatever its words are', async () => {
    const items = [item('Visit', { isCurrent: true })];
    const element = await mount('case-side-menu', { items }, { dir: 'rtl' });
    const [open] = parts(element, 'button');
    expect(getComputedStyle(open!).borderRightWidth).to.equal('3px');
    expect(getComputedStyle(open!).textAlign).to.equal('start');
    expect(getComputedStyle(open!).direction).to.equal('rtl');
  });
});
