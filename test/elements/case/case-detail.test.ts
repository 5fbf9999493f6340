import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/elements/case/case-detail.ts';
import type { DetailTab } from '../../../src/suite/screen.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  part,
  parts,
  press,
  settle,
  textOf,
  type Surroundings,
} from './mount.ts';

const person: DetailTab = {
  title: 'Person',
  table: undefined,
  rows: [
    { label: 'Name', value: 'Amina Diallo', form: '' },
    { label: 'Phone', value: '+251 911 00', form: 'phone' },
    { label: 'Notes', value: '', form: '' },
  ],
};
const visits: DetailTab = {
  title: 'Visits',
  rows: [],
  table: {
    columns: [
      { header: 'Date', form: '', hidden: false, isNumeric: false },
      { header: 'Id', form: '', hidden: true, isNumeric: false },
    ],
    rows: [['3 November', 'v1']],
  },
};
const advice: DetailTab = {
  title: 'Advice',
  table: undefined,
  rows: [{ label: 'Diet', value: '**More** water', form: 'markdown' }],
};
const owner = { name: 'Village A', people: ['david', 'maria'] };

const mountTabs = (surroundings: Surroundings = {}) =>
  mount(
    'case-detail',
    { heading: 'Amina Diallo', owner, tabs: [person, visits, advice] },
    surroundings,
  );

describe('case-detail', () => {
  it('shows whose record this is, who owns it and who shares it', async () => {
    const element = await mountTabs();
    expect(textOf(part(element, 'h1'))).to.equal('Amina Diallo');
    expect(textOf(part(element, '.owner'))).to.equal('Village A: david, maria');
  });

  it('names those who see it through another case, and which', async () => {
    const holders = [
      { name: 'Clinic', people: ['Nina', 'Sam'], through: 'Weigh her' },
      { name: 'David', people: [], through: 'Visit' },
    ];
    const element = await mount('case-detail', {
      heading: 'Amina',
      owner,
      holders,
      tabs: [person],
    });
    expect(parts(element, '[part=holders] li').map(textOf)).to.deep.equal([
      'Also seen by Nina and Sam (Clinic), through “Weigh her”',
      'Also seen by David, through “Visit”',
    ]);
    await expectAccessible(element);
  });

  it('shows one tab without a list of tabs', async () => {
    const element = await mount('case-detail', { heading: 'Amina', tabs: [person] });
    expect(parts(element, '[role=tab]')).to.have.length(0);
    expect(parts(element, 'dt').map(textOf)).to.deep.equal(['Name', 'Phone', 'Notes']);
    await expectAccessible(element);
  });

  it('says that a value is empty instead of leaving a hole', async () => {
    const element = await mount('case-detail', { tabs: [person] });
    expect(parts(element, 'dd').map(textOf)).to.deep.equal([
      'Amina Diallo',
      '+251 911 00',
      'Empty',
    ]);
  });

  it('makes a phone number callable', async () => {
    const element = await mount('case-detail', { tabs: [person] });
    expect(part(element, 'dd a').getAttribute('href')).to.equal('tel:+25191100');
  });

  it('reads markdown where the app says that it is some', async () => {
    const element = await mount('case-detail', { tabs: [advice] });
    expect(textOf(part(element, 'dd strong'))).to.equal('More');
  });

  it('shows related things as a table without its hidden columns', async () => {
    const element = await mount('case-detail', { heading: 'Amina', tabs: [visits] });
    expect(parts(element, 'th, td').map(textOf)).to.deep.equal(['Date', '3 November']);
    await expectAccessible(element);
  });

  it('puts all tabs on paper, without the buttons', async () => {
    const element = await mount('case-detail', { heading: 'Amina', tabs: [person, advice] });
    const shown = (selector: string) =>
      parts(element, selector)
        .filter((each) => each.checkVisibility())
        .map(textOf);
    expect(shown('.paper h2')).to.deep.equal([]);
    await emulateMedia({ media: 'print' });
    try {
      expect(shown('.paper h2')).to.deep.equal(['Person', 'Advice']);
      expect(shown('button')).to.deep.equal([]);
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('moves between tabs with the arrow keys, and round at the ends', async () => {
    const element = await mountTabs();
    const chosen = () => textOf(part(element, '[aria-selected=true]'));
    const go = async (key: string) => {
      press(part(element, '[aria-selected=true]'), key);
      await settle(element);
      return chosen();
    };
    expect(await go('ArrowRight')).to.equal('Visits');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, '[aria-selected=true]'));
    expect(await go('End')).to.equal('Advice');
    expect(await go('ArrowRight')).to.equal('Person');
    expect(await go('ArrowLeft')).to.equal('Advice');
    expect(await go('Home')).to.equal('Person');
    expect(parts(element, '[role=tab]').map((tab) => tab.tabIndex)).to.deep.equal([0, -1, -1]);
  });

  it('turns the arrow keys round in a right-to-left page', async () => {
    const element = await mountTabs({ dir: 'rtl' });
    press(part(element, '[aria-selected=true]'), 'ArrowLeft');
    await settle(element);
    expect(textOf(part(element, '[aria-selected=true]'))).to.equal('Visits');
  });

  it('shows the first tab of the next case', async () => {
    const element = await mountTabs();
    parts(element, '[role=tab]')[2]?.click();
    await settle(element);
    element.tabs = [visits, person];
    await settle(element);
    expect(textOf(part(element, '[aria-selected=true]'))).to.equal('Visits');
  });

  it('goes on or back', async () => {
    const element = await mount('case-detail', {
      tabs: [person],
      continueLabel: 'Follow-up visit',
    });
    const on = heard('case-continue');
    const back = heard('case-cancel');
    button(element, 'Follow-up visit').click();
    button(element, 'Back to the list').click();
    expect([on.length, back.length]).to.deep.equal([1, 1]);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible with tabs in ${theme} colours`, async () => {
      await expectAccessible(await mountTabs({ theme }));
    });
  }

  it('fits 320 pixels', async () => {
    expectNoSidewaysScroll(await mountTabs({ width: '320px' }));
  });
});
