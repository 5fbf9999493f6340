import { expect } from 'chai';
import '../../../src/elements/case/case-menu.ts';
import type { OwnerProblem } from '../../../src/case/ownership/owner-resolution.ts';
import type { MenuChoice, MenuScreen } from '../../../src/suite/screen.ts';
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
} from './mount.ts';

const problem: OwnerProblem = {
  kind: 'manyCandidates',
  creates: [{ caseType: 'patient', ref: '/data/case', source: 'shared' }],
  candidates: [
    { id: 'a', name: 'Village A', kind: 'group' },
    { id: 'b', name: 'Village B', kind: 'group' },
  ],
};

function choice(id: string, text: string, more: Partial<MenuChoice> = {}): MenuChoice {
  return {
    id,
    kind: 'entry',
    text,
    entry: undefined,
    image: undefined,
    audio: undefined,
    badge: undefined,
    missingTables: [],
    ...more,
  };
}

function screenOf(...choices: MenuChoice[]): MenuScreen {
  return {
    kind: 'menu',
    menuId: 'root',
    title: 'Maternal health',
    style: undefined,
    choices,
    problems: [],
  };
}

const screen = screenOf(
  choice('m0', 'Patients', { kind: 'menu', badge: '12' }),
  choice('f0', 'Register patient'),
);
const problems = new Map([['f0', problem]]);

describe('case-menu', () => {
  it('gives the id of the choice', async () => {
    const element = await mount('case-menu', { screen });
    const events = heard('case-choose');
    button(element, 'Register patient').click();
    expect(events.map(({ id }) => id)).to.deep.equal(['f0']);
  });

  it('says before one goes in that something cannot be registered yet, and why', async () => {
    const element = await mount('case-menu', { screen, problems });
    const marked = button(element, 'Register patient');
    const reason = part(element, `#${marked.getAttribute('aria-describedby')}`);
    expect(textOf(reason)).to.contain('You can’t register a patient yet.');
    expect(textOf(reason)).to.contain('Village A and Village B');
    expect(parts(element, '.problem')).to.have.length(1);
  });

  it('still opens a marked choice, from its explanation too', async () => {
    const element = await mount('case-menu', { screen, problems });
    const events = heard('case-choose');
    const { left, top } = part(element, '.see').getBoundingClientRect();
    const hit = element.shadowRoot?.elementFromPoint(left + 4, top + 4) as HTMLElement;
    hit.click();
    expect(events.map(({ id }) => id)).to.deep.equal(['f0']);
  });

  it('uses the words that people have for a case type', async () => {
    const element = await mount('case-menu', { screen, problems, caseTypeLabel: () => 'client' });
    expect(textOf(part(element, '.problem'))).to.contain('You can’t register a client yet');
  });

  it('shows a badge as part of the choice', async () => {
    const element = await mount('case-menu', { screen });
    expect(textOf(parts(element, '.choice')[0])).to.equal('Patients 12');
  });

  it('tells how many choices the app left out and why', async () => {
    const left = { ...screen, problems: ['m2 is left out: instance visits is not declared'] };
    const element = await mount('case-menu', { screen: left });
    expect(textOf(part(element, 'details'))).to.contain('1 choice is left out');
    expect(textOf(part(element, 'details'))).to.contain('visits is not declared');
  });

  it('names the tables that a choice reads and that are not on the device', async () => {
    const incomplete = choice('f1', 'Visit', { missingTables: ['City', 'district'] });
    const element = await mount('case-menu', { screen: screenOf(incomplete) });
    const described = button(element, 'Visit').getAttribute('aria-describedby');
    expect(textOf(part(element, `#${described}`))).to.equal(
      'Reads “City” and “district”, which are not on this device.',
    );
    await expectAccessible(element);
  });

  it('says so when there is nothing to choose', async () => {
    const element = await mount('case-menu', { screen: screenOf() });
    expect(textOf(part(element, '.empty'))).to.contain('nothing to open');
    await expectAccessible(element);
  });

  it('follows the language of the page', async () => {
    const { registerStrings } = await import('../../../src/elements/strings/registry.ts');
    registerStrings((await import('../../../src/elements/strings/fr.ts')).fr);
    const element = await mount('case-menu', { screen, problems }, { lang: 'fr-CH' });
    expect(textOf(part(element, '.problem'))).to.contain(
      'Vous ne pouvez pas encore enregistrer de patient',
    );
    document.documentElement.lang = 'en';
    await new Promise((resolve) => setTimeout(resolve));
    await settle(element);
    expect(textOf(part(element, '.problem'))).to.contain('You can’t register');
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible with a marked choice in ${theme} colours`, async () => {
      await expectAccessible(await mount('case-menu', { screen, problems }, { theme }));
    });
  }

  it('fits 320 pixels', async () => {
    expectNoSidewaysScroll(await mount('case-menu', { screen, problems }, { width: '320px' }));
  });

  it('sets choices side by side where the app asks for a grid', async () => {
    const screen = { ...screenOf(choice('a', 'First'), choice('b', 'Second')), style: 'grid' };
    const menu = await mount('case-menu', { screen }, { width: '600px' });
    const [first, second] = parts(menu, 'li').map((item) => item.getBoundingClientRect());
    expect(first?.top).to.equal(second?.top);
    expect(second?.left).to.be.greaterThan(first?.right ?? Infinity);
    await expectAccessible(menu);
  });

  it('names the case that the choices are about before anything else', async () => {
    const subject = { caseName: 'Amina', owner: { name: 'Village A', people: ['David'] } };
    const menu = await mount('case-menu', { screen: screenOf(choice('a', 'Visit')), subject });
    expect(textOf(part(menu, 'h1'))).to.equal('Amina');
    expect(textOf(part(menu, '.owner'))).to.equal('Village A: David');
  });

  it('begins a name in another script where the page begins its lines', async () => {
    const subject = { caseName: 'Amina', owner: undefined };
    const properties = { screen: screenOf(choice('a', 'Visit')), subject };
    const menu = await mount('case-menu', properties, { dir: 'rtl' });
    expect(getComputedStyle(part(menu, 'h1')).textAlign).to.equal('right');
  });
});
