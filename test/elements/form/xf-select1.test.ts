import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { button, part, parts, settle, textOf } from '../case/mount.ts';
import { show } from './control-contract.ts';

const items = (labels: readonly string[]) =>
  labels
    .map(
      (label) =>
        `<item><value>${label.toLowerCase().replaceAll(' ', '_')}</value><label>${label}</label></item>`,
    )
    .join('');

const few = items(['Maize', 'Beans', 'Teff']);
const towns = items([
  'Adi Keyh',
  'Barentu',
  'Dekemhare',
  'Ghinda',
  'Keren',
  'Mendefera',
  'Nakfa',
  'Tesseney',
]);
const one = { tag: 'xf-select1', element: 'select1' } as const;
const stored = (form: { node(ref: string): { lexical: string } | undefined }) =>
  form.node('/data/q')?.lexical;

describe('<xf-select1>', () => {
  it('is a fieldset of native radios for few choices, and the arrows choose', async () => {
    const { element, form } = await show({ ...one, content: few });
    element.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(stored(form)).to.equal('beans');
    expect(part(element, 'fieldset legend')).to.exist;
  });

  it('clears an answer that is not required, and goes back to the choices', async () => {
    const { element, form } = await show({ ...one, content: few }, { data: 'teff' });
    button(element, 'Clear answer').click();
    await settle(element);
    expect(stored(form)).to.equal('');
    expect(element.shadowRoot?.activeElement?.getAttribute('value')).to.equal('maize');
    expect(parts(element, '.clear')).to.have.length(0);
  });

  it('offers no clearing where an answer is required', async () => {
    const { element } = await show(
      { ...one, content: few },
      { data: 'teff', binds: 'required="true()"' },
    );
    expect(parts(element, '.clear')).to.have.length(0);
  });

  it('shows a stored value that is not among the choices, so that nothing is hidden', async () => {
    const { element, form } = await show({ ...one, content: few });
    form.transact([{ kind: 'setValue', ref: '/data/q', value: 'sorghum' }], {
      source: 'caseManagement',
    });
    await settle(element);
    const checked = parts(element, 'input').find((input) => (input as HTMLInputElement).checked);
    expect(checked?.getAttribute('value')).to.equal('sorghum');
  });

  it('is a combobox from eight choices on, and radios where the author wants them in columns', async () => {
    const combobox = await show({ ...one, content: towns });
    expect(part(combobox.element, '[role="combobox"]')).to.exist;
    const columns = await show({ ...one, content: towns, attributes: 'appearance="columns-2"' });
    expect(parts(columns.element, 'input[type="radio"]')).to.have.length(8);
  });
});

describe('<xf-select1> as a combobox', () => {
  const shown = () => show({ ...one, content: towns });

  it('narrows the choices while one types, and Enter takes the first', async () => {
    const { element, form } = await shown();
    element.focus();
    await sendKeys({ type: 'ker' });
    await settle(element);
    expect(parts(element, '[role="option"]').map(textOf)).to.deep.equal(['Keren']);
    await sendKeys({ press: 'Enter' });
    await settle(element);
    expect(stored(form)).to.equal('keren');
    expect(part(element, '#control').getAttribute('aria-expanded')).to.equal('false');
    expect(part<HTMLInputElement>(element, '#control').value).to.equal('Keren');
  });

  it('moves by arrows and names the active choice to assistive technology', async () => {
    const { element, form } = await shown();
    element.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await settle(element);
    const active = part(element, '#control').getAttribute('aria-activedescendant');
    expect(textOf(part(element, `#${active ?? ''}`))).to.equal('Barentu');
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Enter' });
    expect(stored(form)).to.equal('adi_keyh');
  });

  it('closes on Escape and clears on a second one', async () => {
    const { element, form } = await show({ ...one, content: towns }, { data: 'keren' });
    element.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    expect(stored(form)).to.equal('keren');
    await sendKeys({ press: 'Escape' });
    await settle(element);
    expect(stored(form)).to.equal('');
    expect(part<HTMLInputElement>(element, '#control').value).to.equal('');
  });

  it('takes a choice that is clicked', async () => {
    const { element, form } = await shown();
    part(element, '#control').click();
    await settle(element);
    parts(element, '[role="option"]')[3]?.click();
    expect(stored(form)).to.equal('ghinda');
  });

  it('announces how many choices fit', async () => {
    const { element } = await shown();
    element.focus();
    await sendKeys({ type: 'en' });
    await settle(element);
    expect(textOf(part(element, '[role="status"]'))).to.equal('4 choices');
  });

  it('keeps text that is no choice on the page, with a message, and stores nothing', async () => {
    const { element, form } = await shown();
    element.focus();
    await sendKeys({ type: 'Asmara' });
    await sendKeys({ press: 'Tab' });
    await settle(element);
    expect(part<HTMLInputElement>(element, '#control').value).to.equal('Asmara');
    expect(textOf(part(element, '#error'))).to.contain('No choice matches');
    expect(stored(form)).to.equal('');
    element.focus();
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await settle(element);
    expect(parts(element, '#error')).to.have.length(0);
  });

  it('hands over what is typed when the form is sent from within it', async () => {
    const { element, form, context } = await shown();
    element.focus();
    await sendKeys({ type: 'keren' });
    context.flush();
    expect(stored(form)).to.equal('keren');
  });

  it('says how many more there are where a list is too long to show', async () => {
    const long = items(Array.from({ length: 140 }, (_, at) => `Ward ${at}`));
    const { element } = await show({ ...one, content: long });
    part(element, '#control').click();
    await settle(element);
    expect(parts(element, '[role="option"]')).to.have.length(100);
    expect(textOf(part(element, '.rest'))).to.contain('40 more');
  });
});

describe('<xf-select1> without choices', () => {
  it('says that there is nothing to choose from yet', async () => {
    const { element } = await show({ ...one, content: '<choices/>' });
    expect(textOf(part(element, 'fieldset'))).to.contain('nothing to choose from yet');
  });
});
