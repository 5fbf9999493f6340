import { expect } from 'chai';
import '../../../src/elements/case/case-frame.ts';
import '../../../src/elements/case/case-menu.ts';
import type { CaseFrame } from '../../../src/elements/case/case-frame.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  part,
  parts,
  settle,
  textOf,
  type Surroundings,
} from './mount.ts';

const breadcrumbs = ['Maternal health', 'Patients', 'Amina Diallo'];

async function mountWithMenu(surroundings: Surroundings = {}): Promise<CaseFrame> {
  const frame = await mount(
    'case-frame',
    { project: 'Demo', app: 'Maternal health', user: 'david', breadcrumbs, page: 'menu' },
    surroundings,
  );
  frame.append(menu('Patients'));
  await settle(frame);
  return frame;
}

function menu(title: string): HTMLElement {
  const screen = { kind: 'menu', menuId: 'm', title, style: undefined, choices: [], problems: [] };
  return Object.assign(document.createElement('case-menu'), { screen });
}

describe('case-frame', () => {
  it('leads back along the breadcrumbs, and names the last as where the user is', async () => {
    const frame = await mountWithMenu();
    const events = heard('case-navigate');
    button(frame, 'Patients').click();
    expect(events.map(({ index }) => index)).to.deep.equal([1]);
    expect(textOf(part(frame, '[aria-current=page]'))).to.equal('Amina Diallo');
    expect(parts(frame, 'nav button')).to.have.length(2);
  });

  it('puts the focus on the heading of a new page, but not of the first one', async () => {
    const frame = await mountWithMenu();
    expect(document.activeElement).to.equal(document.body);
    frame.replaceChildren(menu('Visits'));
    frame.page = 'visits';
    await settle(frame);
    const page = frame.firstElementChild;
    expect(textOf(page?.shadowRoot?.activeElement)).to.equal('Visits');
  });

  it('finds the heading below a notice and inside a plain element', async () => {
    const frame = await mountWithMenu();
    const notice = document.createElement('p');
    const around = document.createElement('div');
    around.append(menu('Start'));
    frame.replaceChildren(notice, around);
    frame.page = 'start';
    await settle(frame);
    expect(textOf(around.firstElementChild?.shadowRoot?.activeElement)).to.equal('Start');
  });

  it('lets the keyboard skip the bar', async () => {
    const frame = await mountWithMenu();
    part(frame, '.skip').click();
    await settle(frame);
    expect(textOf(frame.firstElementChild?.shadowRoot?.activeElement)).to.equal('Patients');
  });

  it('names project and app once when both have one name', async () => {
    const frame = await mount('case-frame', { project: 'Maternal health', app: 'Maternal health' });
    expect(textOf(part(frame, '.place'))).to.equal('Maternal health');
    frame.project = 'Demo';
    await settle(frame);
    expect(textOf(part(frame, '.place'))).to.equal('Demo Maternal health');
  });

  it('has one banner, one named navigation and one main landmark', async () => {
    const frame = await mountWithMenu();
    expect(
      parts(frame, 'header, nav[aria-label], main').map((found) => found.localName),
    ).to.deep.equal(['header', 'nav', 'main']);
    await expectAccessible(frame);
  });

  it('is accessible in dark colours', async () => {
    await expectAccessible(await mountWithMenu({ theme: 'dark' }));
  });

  it('fits 320 pixels', async () => {
    expectNoSidewaysScroll(await mountWithMenu({ width: '320px' }));
  });

  it('begins at the right in a right-to-left page, and its chevrons point the other way', async () => {
    const frame = await mountWithMenu({ dir: 'rtl' });
    const project = part(frame, '.project').getBoundingClientRect();
    const user = part(frame, '.user').getBoundingClientRect();
    expect(project.left).to.be.greaterThan(user.right);
    expect(getComputedStyle(part(frame, 'nav .icon')).transform).to.contain('matrix(-1');
  });
});
