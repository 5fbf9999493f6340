import { expect } from 'chai';
import '../../../src/elements/case/case-drafts.ts';
import type { Draft } from '../../../src/elements/case/draft.ts';
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
  until,
} from './mount.ts';

const now = new Date('2026-11-22T10:00:00Z');
const drafts: readonly Draft[] = [
  {
    id: 'd1',
    formName: 'Register patient',
    caseName: '',
    lastModified: new Date('2026-11-22T09:20:00Z'),
    answered: 0.4,
  },
  {
    id: 'd2',
    formName: 'Visit',
    caseName: 'Amina Diallo',
    lastModified: new Date('2026-11-19T10:00:00Z'),
    answered: undefined,
  },
];

describe('case-drafts', () => {
  it('tells form, case, age and how far it is', async () => {
    const element = await mount('case-drafts', { drafts, now });
    expect(parts(element, '.what').map(textOf)).to.deep.equal([
      'Register patient Changed 40 minutes ago · 40% answered',
      'Visit Amina Diallo Changed 3 days ago',
    ]);
  });

  it('warns where the case or the form has changed since, and says what', async () => {
    const changes = [
      { kind: 'property', caseName: 'Amina', property: 'village', before: 'Bo', now: 'Kenema' },
      { kind: 'form', before: '3', now: '4' },
    ] as const;
    const changed = drafts.map((draft) => (draft.id === 'd2' ? { ...draft, changes } : draft));
    const element = await mount('case-drafts', { drafts: changed, now });
    const [told, ...others] = parts(element, 'details');
    expect(others).to.deep.equal([]);
    expect(textOf(told)).to.contain('Something has changed since you began');
    expect(textOf(told)).to.contain('Amina, village: “Bo” is now “Kenema”.');
    expect(textOf(told)).to.contain('version 4, begun with 3');
    await expectAccessible(element);
  });

  it('goes on with a draft', async () => {
    const element = await mount('case-drafts', { drafts, now });
    const events = heard('case-draft-resume');
    button(element, 'Continue: Visit, Amina Diallo').click();
    expect(events.map(({ id }) => id)).to.deep.equal(['d2']);
  });

  it('deletes one only when that is confirmed', async () => {
    const element = await mount('case-drafts', { drafts, now });
    const events = heard('case-draft-delete');
    const confirm = part(element, 'case-confirm');
    const dialog = part<HTMLDialogElement>(confirm, 'dialog');
    for (const words of ['Keep it', 'Delete']) {
      button(element, 'Delete: Register patient').click();
      await until(() => dialog.open);
      expect(textOf(part(confirm, 'h2'))).to.contain('Register patient');
      button(confirm, words).click();
      await settle(element);
    }
    expect(events.map(({ id }) => id)).to.deep.equal(['d1']);
  });

  it('says what belongs here when there is nothing', async () => {
    const element = await mount('case-drafts');
    expect(textOf(part(element, '.empty'))).to.contain('kept here');
    await expectAccessible(element);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme} colours`, async () => {
      await expectAccessible(await mount('case-drafts', { drafts, now }, { theme }));
    });
  }

  it('fits 320 pixels', async () => {
    expectNoSidewaysScroll(await mount('case-drafts', { drafts, now }, { width: '320px' }));
  });
});
