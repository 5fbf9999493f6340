import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible, part, parts, press, settle, textOf } from '../case/mount.ts';
import { show } from './control-contract.ts';
import type { formOf } from './open-form.ts';
import { openForm, type, control, leave } from './open-form.ts';
import { waitFor } from './wait-for.ts';

const items = (...labels: readonly string[]) =>
  labels
    .map((label) => `<item><value>${label.toLowerCase()}</value><label>${label}</label></item>`)
    .join('');

const valueOf = (form: ReturnType<typeof formOf>) => form.node('/data/q')?.lexical;

describe('controls that few forms have', () => {
  it('a rating fills its stars up to the one that is chosen, and can be taken back', async () => {
    const { element, form } = await show({
      ...{ tag: 'xf-rating', element: 'range', type: 'int' },
      attributes: 'start="1" end="5" step="1" appearance="rating"',
    });
    parts(element, 'input')[2]?.click();
    await settle(element);
    expect(parts(element, '.on')).to.have.length(3);
    expect(textOf(part(element, '[part="value"]'))).to.equal('3 of 5');
    part(element, '.link-button').click();
    await settle(element);
    expect(valueOf(form)).to.equal('');
  });

  it('a picker offers every number of the scale as it is stored, also from high to low', async () => {
    const picker = (attributes: string) =>
      show({ tag: 'xf-range', element: 'range', type: 'decimal', attributes });
    const up = await picker('start="0" end="0.5" step="0.1" appearance="picker"');
    const words = parts(up.element, 'option').map(textOf);
    expect(words).to.deep.equal(['Choose…', '0', '0.1', '0.2', '0.3', '0.4', '0.5']);
    const down = await picker('start="2" end="-2" step="-2" appearance="picker"');
    expect(parts(down.element, 'option').map(textOf)).to.deep.equal(['Choose…', '2', '0', '-2']);
  });

  it('a button goes through the choices and begins anew after the last one', async () => {
    const { element, form } = await show({
      ...{ tag: 'xf-cycle', element: 'select1', content: items('Maize', 'Beans', 'Teff') },
      attributes: 'appearance="button-select"',
    });
    const button = part(element, '#control');
    for (let press = 0; press < 3; press += 1) button.click();
    expect(valueOf(form)).to.equal('teff');
    await settle(element);
    expect(textOf(button)).to.equal('Teff');
    button.click();
    expect(valueOf(form)).to.equal('maize');
    press(button, 'ArrowUp');
    expect(valueOf(form)).to.equal('teff');
  });

  it('a counter counts from what is typed', async () => {
    const { element, form } = await show({
      ...{ tag: 'xf-counter', element: 'input', type: 'int', attributes: 'appearance="counter"' },
    });
    type(part<HTMLInputElement>(element, 'input'), '41');
    part(element, '[part=more-button]').click();
    expect(valueOf(form)).to.equal('42');
    part(element, '[part=less-button]').click();
    part(element, '[part=less-button]').click();
    expect(valueOf(form)).to.equal('40');
  });

  it('a counter shows what it counts after a pause in typing', async () => {
    const { element, form } = await show({
      ...{ tag: 'xf-counter', element: 'input', type: 'int', attributes: 'appearance="counter"' },
    });
    const box = part<HTMLInputElement>(element, 'input');
    type(box, '41');
    await waitFor(() => valueOf(form) === '41');
    part(element, '[part=more-button]').click();
    await settle(element);
    expect(valueOf(form)).to.equal('42');
    expect(box.value).to.equal('42');
  });

  it('folded choices say what is chosen; typing finds, and what is chosen stays chosen', async () => {
    const { element, form } = await show(
      {
        ...{ tag: 'xf-select-list', element: 'select' },
        attributes: 'appearance="minimal autocomplete"',
        content: items('Maize', 'Beans', 'Teff', 'Sorghum'),
      },
      { data: 'maize' },
    );
    expect(textOf(part(element, 'summary'))).to.equal('Maize');
    const box = part<HTMLInputElement>(element, '#filter');
    type(box, 'orgh');
    await settle(element);
    expect(parts(element, '.choice').map(textOf)).to.deep.equal(['Sorghum']);
    parts(element, '.choice input')[0]?.click();
    await settle(element);
    expect(valueOf(form)).to.equal('maize sorghum');
    press(box, 'Escape');
    await settle(element);
    expect(parts(element, '.choice')).to.have.length(4);
    expect(textOf(part(element, 'summary'))).to.equal('Maize and Sorghum');
  });

  it('a hidden answer is kept and not shown', async () => {
    const { element, form } = await show(
      { tag: 'xf-barcode', element: 'input', attributes: 'appearance="hidden-answer"' },
      { data: '40170725' },
    );
    expect(textOf(part(element, '[part=base]'))).to.not.contain('40170725');
    expect(parts(element, 'input')).to.have.length(0);
    part(element, '.link-button').click();
    expect(valueOf(form)).to.equal('');
  });

  it('a hidden answer is seen as long as it is being typed', async () => {
    const { element, form } = await show({
      ...{ tag: 'xf-barcode', element: 'input', attributes: 'appearance="hidden-answer"' },
    });
    const box = part<HTMLInputElement>(element, 'input');
    type(box, '4017');
    await waitFor(() => valueOf(form) === '4017');
    await settle(element);
    expect(box.isConnected).to.be.true;
    leave(box);
    await settle(element);
    expect(parts(element, 'input')).to.have.length(0);
  });

  it('help opens in a dialog with its media, and closes again', async () => {
    const { element } = await openForm({
      data: '<q/>',
      itext: `<translation lang="en"><text id="help"><value>Look at the *tongue*</value>
        <value form="image">jr://file/tongue.png</value></text></translation>`,
      body: `<input ref="/data/q"><label>Thirsty</label><help ref="jr:itext('help')"/></input>`,
    });
    element.media = () => 'data:image/png;base64,AAAA';
    await settle(element);
    const help = control(element, 'xf-help' as 'xf-input');
    part(help, '[part=help-button]').click();
    await waitFor(() => help.shadowRoot?.querySelector('dialog')?.open === true);
    expect(textOf(part(help, 'dialog h2'))).to.equal('Thirsty');
    expect(textOf(part(help, 'dialog'))).to.contain('Look at the');
    expect(parts(help, 'dialog img')).to.have.length(1);
    part(help, 'dialog button').click();
    await waitFor(() => parts(help, 'dialog').length === 0);
  });
});

describe('keys', () => {
  const choices = items('Maize', 'Beans', 'Teff');

  it('1 to 9 choose among radios, and tick and untick boxes', async () => {
    const radios = await show({ tag: 'xf-select1', element: 'select1', content: choices });
    radios.element.focus();
    await sendKeys({ press: '3' });
    expect(valueOf(radios.form)).to.equal('teff');
    await sendKeys({ press: '9' });
    expect(valueOf(radios.form)).to.equal('teff');
    const boxes = await show({ tag: 'xf-select', element: 'select', content: choices });
    boxes.element.focus();
    for (const key of ['1', '3', '1']) await sendKeys({ press: key });
    expect(valueOf(boxes.form)).to.equal('teff');
  });

  it('? shows all keys, but in a box it is written', async () => {
    const { element, form } = await openForm({
      data: '<q/><pick/>',
      body: `<input ref="/data/q"><label>Name</label></input><select1 ref="/data/pick"><label>Pick</label>${choices}</select1>`,
    });
    const keys = part(element, 'xf-keys');
    control(element, 'xf-input').focus();
    await sendKeys({ press: '?' });
    element.flush();
    expect(form.node('/data/q')?.lexical).to.equal('?');
    expect(parts(keys, 'dialog')).to.have.length(0);
    control(element, 'xf-select1').focus();
    await sendKeys({ press: '?' });
    await waitFor(() => keys.shadowRoot?.querySelector('dialog')?.open === true);
    expect(textOf(part(keys, 'dialog'))).to.contain('Choose by number');
    await expectAccessible(keys);
    part(keys, 'dialog button').click();
    await waitFor(() => parts(keys, 'dialog').length === 0);
  });
});
