import { expect } from 'chai';
import '../../../src/elements/case/case-owner-problem.ts';
import type { OwnerChoice, OwnerProblem } from '../../../src/case/ownership/owner-resolution.ts';
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

const creates = [{ caseType: 'patient', ref: '/data/case', source: 'shared' }] as const;
const none: OwnerProblem = { kind: 'noCandidate', creates, reason: { kind: 'noMembership' } };
const candidates: OwnerChoice['candidates'] = [
  { id: 'a', name: 'Village A', kind: 'group' },
  { id: 'c', name: 'District/Clinic 1', kind: 'location' },
];
const many: OwnerProblem = { kind: 'manyCandidates', creates, candidates };
const choice: OwnerChoice = { kind: 'choice', creates, candidates };
const compatText = 'This user must be in exactly one case sharing group.';

/** Replaces the clipboard, which a browser without a user in front of it does not let us write to. */
function useClipboard(writeText: (text: string) => Promise<void>): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
}

function proposed(element: HTMLElement): boolean[] {
  return parts(element, 'input').map((input) => (input as HTMLInputElement).checked);
}

describe('case-owner-problem', () => {
  it('says what cannot be done, why with names, and what to do, in this order', async () => {
    const element = await mount('case-owner-problem', { problem: many, userName: 'david' });
    const said = textOf(part(element, '[part=base]'));
    const places = [
      'You can’t register a patient yet',
      'You belong to the sharing group Village A and work for the location Clinic 1',
      'What you can do',
      'Text for your supervisor',
    ].map((words) => said.indexOf(words));
    expect(places).to.not.include(-1);
    expect(places).to.deep.equal(places.toSorted((a, b) => a - b));
  });

  it('keeps the words of CommCare for the details', async () => {
    const element = await mount('case-owner-problem', { problem: many, compatText });
    expect(part<HTMLDetailsElement>(element, 'details').open).to.equal(false);
    expect(textOf(part(element, 'details'))).to.contain(compatText);
    expect(textOf(part(element, 'h1')) + textOf(part(element, '.why'))).to.not.contain(
      'case sharing group',
    );
  });

  it('copies a text in which the supervisor finds the user, the memberships and the remedy', async () => {
    let copied = '';
    useClipboard(async (text) => void (copied = text));
    const element = await mount('case-owner-problem', { problem: many, userName: 'david' });
    button(element, 'Copy text').click();
    await settle(element);
    expect(copied).to.contain('david').and.contain('- Village A (group)').and.contain('Owns Cases');
    expect(textOf(part(element, '[role=status]'))).to.contain('Copied');
  });

  it('marks the text for copying by hand where the browser refuses', async () => {
    useClipboard(() => Promise.reject(new Error('denied')));
    const element = await mount('case-owner-problem', { problem: many });
    button(element, 'Copy text').click();
    await settle(element);
    const report = part<HTMLTextAreaElement>(element, '#report');
    expect(report.selectionEnd - report.selectionStart).to.equal(report.value.length);
    expect(textOf(part(element, '[role=status]'))).to.contain('Ctrl+C');
  });

  it('lets the user fetch new settings or go back', async () => {
    const element = await mount('case-owner-problem', { problem: none });
    const syncs = heard('case-sync-request');
    const back = heard('case-cancel');
    button(element, 'Sync and check again').click();
    button(element, 'Back').click();
    expect([syncs.length, back.length]).to.deep.equal([1, 1]);
    element.syncing = true;
    await settle(element);
    button(element, 'Checking…').click();
    expect(syncs).to.have.length(1);
  });

  it('asks instead of refusing where the app lets the user choose', async () => {
    const element = await mount('case-owner-problem', { problem: choice });
    const events = heard('case-owner-choose');
    expect(textOf(part(element, 'h1'))).to.equal('Who should the new patient belong to?');
    button(element, 'Continue').click();
    await settle(element);
    expect(textOf(part(element, '.field-error'))).to.equal('Choose one of these');
    expect(element.shadowRoot?.activeElement).to.equal(parts(element, 'input')[0]);
    parts(element, 'input')[1]?.click();
    button(element, 'Continue').click();
    expect(events.map(({ ownerId }) => ownerId)).to.deep.equal(['c']);
  });

  it('does not offer a choice where there is nobody to choose', async () => {
    const element = await mount('case-owner-problem', { problem: none });
    expect(parts(element, 'input')).to.have.length(0);
    expect(textOf(part(element, '.why'))).to.contain('you do not belong to one yet');
  });

  it('proposes the last choice, if it can still be made', async () => {
    const element = await mount('case-owner-problem', { problem: choice, suggested: 'c' });
    expect(proposed(element)).to.deep.equal([false, true]);
    const gone = await mount('case-owner-problem', { problem: choice, suggested: 'z' });
    expect(proposed(gone)).to.deep.equal([false, false]);
  });

  it('leads an administrator from each fix to the setting that it is made in', async () => {
    const element = await mount('case-owner-problem', {
      problem: none,
      administrator: true,
      userId: 'u1',
      settings: ({ section, id }) => `/admin#/${section}/${id}`,
    });
    const links = parts(element, '.ways a').map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['/admin#/people/u1', '/admin#/people/u1']);
    await expectAccessible(element);
  });

  it('tells an administrator which settings would solve it, and has no text to send', async () => {
    const properties = { problem: none, userName: 'lone', administrator: true };
    const element = await mount('case-owner-problem', properties);
    expect(textOf(part(element, '.ways'))).to.contain('Add lone to one group');
    expect(parts(element, '[part=report]')).to.have.length(0);
  });

  it('lets the form be filled in first where the app is not strict', async () => {
    const lenient: OwnerProblem = {
      ...{ kind: 'noCandidate', reason: { kind: 'noMembership' } },
      creates: [{ ...creates[0], policy: 'ask' }],
    };
    const element = await mount('case-owner-problem', { problem: lenient });
    const filledInFirst = heard('case-continue');
    button(element, 'Fill in now, send later').click();
    expect(filledInFirst).to.have.length(1);
    for (const properties of [{ problem: lenient, filledIn: true }, { problem: none }]) {
      const other = await mount('case-owner-problem', properties);
      expect(textOf(part(other, '[part=base]'))).to.not.contain('send later');
    }
  });

  it('says that nothing is lost when the form is filled in already', async () => {
    const said = async (filledIn: boolean) =>
      textOf(part(await mount('case-owner-problem', { problem: none, filledIn }), '[part=base]'));
    expect(await said(true)).to.contain('What you entered is kept as a draft');
    expect(await said(false)).not.to.contain('What you entered is kept');
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible as a message and as a question in ${theme} colours`, async () => {
      await expectAccessible(
        await mount('case-owner-problem', { problem: many, compatText }, { theme }),
      );
      await expectAccessible(await mount('case-owner-problem', { problem: choice }, { theme }));
    });
  }

  it('fits 320 pixels', async () => {
    const properties = { problem: many, compatText };
    expectNoSidewaysScroll(await mount('case-owner-problem', properties, { width: '320px' }));
  });
});
