import { expect } from 'chai';
import '../../../src/elements/form/xf-date.ts';
import { part, parts, settle, textOf } from '../case/mount.ts';
import { show } from './control-contract.ts';
import { type as typeInto } from './open-form.ts';

const ethiopian = {
  ...({ tag: 'xf-date', element: 'input', type: 'date' } as const),
  attributes: 'appearance="ethiopian"',
};

describe('xf-date', () => {
  it('shows a stored date in its calendar, and the stored one beside it', async () => {
    const { element } = await show(ethiopian, { data: '2019-09-11' });
    expect(part<HTMLInputElement>(element, '#year').value).to.equal('2011');
    expect(part<HTMLSelectElement>(element, '#month').value).to.equal('13');
    expect(part<HTMLInputElement>(element, '#day').value).to.equal('6');
    expect(textOf(part(element, '[role=status]'))).to.equal('Gregorian: September 11, 2019');
  });

  it('offers the months of its calendar by name', async () => {
    const { element } = await show(ethiopian);
    expect(parts(element, 'option')).to.have.length(14);
    expect(textOf(parts(element, 'option')[1])).to.equal('Meskerem');
  });

  it('tells the form nothing while only a part is there', async () => {
    const { element, form } = await show(ethiopian);
    typeInto(part<HTMLInputElement>(element, '#year'), '2018');
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('');
    expect(parts(element, '#error')).to.have.length(0);
  });

  it('keeps half a date in its boxes and says what is missing when one leaves them', async () => {
    const { element, form } = await show(ethiopian);
    typeInto(part<HTMLInputElement>(element, '#year'), '2018');
    leaveBoxes(element);
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('');
    expect(textOf(part(element, '#error'))).to.contain('day, month and year');
    expect(part<HTMLInputElement>(element, '#year').value).to.equal('2018');
    expect(part<HTMLInputElement>(element, '#day').value).to.equal('');
  });

  it('refuses a day that its calendar does not have, and loses nothing of it', async () => {
    const { element, form } = await show(ethiopian, { data: '2026-09-10' });
    typeInto(part<HTMLInputElement>(element, '#day'), '6');
    leaveBoxes(element);
    await settle(element);
    expect(form.refusedAnswers, 'holds up sending').to.have.length(1);
    expect(part(element, '#error')).to.exist;
    expect(part<HTMLInputElement>(element, '#day').value).to.equal('6');
  });

  it('hands over what is in its boxes when the form is left or sent', async () => {
    const { element, form, context } = await show({
      ...ethiopian,
      attributes: 'appearance="year"',
    });
    typeInto(part<HTMLInputElement>(element, '#year'), '2026');
    context.flush();
    expect(form.node('/data/q')?.lexical).to.equal('2026-01-01');
  });

  it('reads digits of any script', async () => {
    const { element, form } = await show({ ...ethiopian, attributes: 'appearance="year"' });
    typeInto(part<HTMLInputElement>(element, '#year'), '२०२६');
    leaveBoxes(element);
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('2026-01-01');
  });

  it('empties the answer when its boxes are emptied', async () => {
    const { element, form } = await show(
      { ...ethiopian, attributes: 'appearance="year"' },
      { data: '2026-01-01' },
    );
    typeInto(part<HTMLInputElement>(element, '#year'), '');
    leaveBoxes(element);
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('');
  });
});

function leaveBoxes(element: Element): void {
  part(element, '.boxes').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}
