import { expect } from 'chai';
import fc from 'fast-check';
import { LATE_WITHIN, orderOfForms } from '../../src/case/order-of-forms.ts';

const HOUR = 60 * 60 * 1000;

/** `user changedAt receivedAt`, in hours; `?` for a time that is not known. */
function form(text: string) {
  const [userId = '', changed = '', received = ''] = text.split(' ');
  const changedAt = changed === '?' ? undefined : Number(changed) * HOUR;
  return { text, userId, changedAt, receivedAt: Number(received) * HOUR };
}

function order(...forms: readonly string[]): string[] {
  return orderOfForms(forms.map(form)).map(({ text }) => text);
}

describe('the order in which forms of a case count', () => {
  it('is that of receipt for different people, whenever they filled them in', () => {
    expect(order('zed 11 11', 'david 10 12')).to.deep.equal(['zed 11 11', 'david 10 12']);
  });

  it('is that of their dates for one person on two devices, up to twelve hours', () => {
    expect(order('david 11 11', 'david 10 12')).to.deep.equal(['david 10 12', 'david 11 11']);
    expect(order('david 11 11', 'david 10 23')).to.deep.equal(['david 10 23', 'david 11 11']);
    const tooLate = ['david 11 11', 'david 10 23.1'];
    expect(order(...tooLate)).to.deep.equal(tooLate);
  });

  it('is that of receipt for equal dates, and where one is not known', () => {
    for (const forms of [
      ['david 10 11', 'david 10 12'],
      ['david ? 11', 'david 10 12'],
      ['david 10 11', 'david ? 12'],
    ])
      expect(order(...forms)).to.deep.equal(forms);
  });

  it('never lets a late form undo what its own sender did after it, nor what somebody else did after that', () => {
    expect(order('david 11 11', 'zed 11 11.5', 'david 10 12')).to.deep.equal([
      'david 10 12',
      'david 11 11',
      'zed 11 11.5',
    ]);
  });

  const anyForm = fc.record({
    userId: fc.constantFrom('david', 'zed'),
    changedAt: fc.option(fc.integer({ min: 0, max: 30 * HOUR }), { nil: undefined }),
    wait: fc.integer({ min: 0, max: 8 * HOUR }),
  });
  const anyForms = fc.array(anyForm, { maxLength: 8 }).map((forms) => {
    let receivedAt = 0;
    return forms.map(({ wait, ...each }, n) => ({ ...each, n, receivedAt: (receivedAt += wait) }));
  });

  it('holds every form once, and is the same however many are known at a time', () => {
    fc.assert(
      fc.property(anyForms, (forms) => {
        const ordered = orderOfForms(forms);
        expect(ordered.toSorted((a, b) => a.n - b.n)).to.deep.equal(forms);
        const earlier = orderOfForms(forms.slice(0, -1));
        expect(ordered.filter(({ n }) => n !== forms.length - 1)).to.deep.equal(earlier);
      }),
    );
  });

  it('is by date for one person whose forms all come within twelve hours, in any order of arrival', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 30 * HOUR }), { maxLength: 8 }),
        (dates) => {
          const forms = dates.map((changedAt, n) => {
            return { userId: 'david', changedAt, receivedAt: (n * LATE_WITHIN) / 8 };
          });
          const ordered = orderOfForms(forms).map(({ changedAt }) => changedAt);
          expect(ordered).to.deep.equal(dates.toSorted((a, b) => a - b));
        },
      ),
    );
  });
});
