import { expect } from 'chai';
import { expectAccessible, heard, mount, part, parts, settle, textOf } from '../case/mount.ts';
import { control, controlOf, drive, formOf, openForm } from './open-form.ts';
import { waitFor } from './wait-for.ts';

async function signing(data = '') {
  const form = formOf({
    data: `<mark>${data}</mark>`,
    binds: '<bind nodeset="/data/mark" type="binary"/>',
    body: '<upload ref="/data/mark" mediatype="image/*" appearance="signature"><label>Sign</label></upload>',
  });
  const { node, context } = controlOf(form, '/data/mark');
  const element = await mount('xf-signature', { node, context });
  const send = drive(form);
  element.addEventListener('xf-answer', ({ ref, value }) => send({ type: 'answer', ref, value }));
  return { element, form };
}

function draw(pad: HTMLElement, points: readonly (readonly [number, number])[]): void {
  // A made-up pointer cannot be captured; the pad asks for no more than this.
  let captured = false;
  Object.assign(pad, {
    setPointerCapture: () => (captured = true),
    hasPointerCapture: () => captured,
    releasePointerCapture: () => (captured = false),
  });
  const box = pad.getBoundingClientRect();
  const at = (type: string, [x, y]: readonly [number, number]) =>
    pad.dispatchEvent(
      new PointerEvent(type, { clientX: box.left + x, clientY: box.top + y, pointerId: 1 }),
    );
  points.forEach((point, index) => at(index === 0 ? 'pointerdown' : 'pointermove', point));
  at('pointerup', points.at(-1) ?? [0, 0]);
}

describe('<xf-signature>', () => {
  it('makes a picture of what was written, and names it as the answer', async () => {
    const { element, form } = await signing();
    const attached = heard('xf-attach');
    draw(part(element, 'canvas'), [[10, 10], [60, 40], [120, 20]]); // prettier-ignore
    await waitFor(() => form.node('/data/mark')?.lexical === 'mark.png');
    await settle(element);
    expect(attached[0]?.file?.type).to.equal('image/png');
    const picture = await createImageBitmap(attached[0]?.file as File);
    expect([picture.width, picture.height]).to.deep.equal([800, 240]);
    expect(textOf(part(element, '[role="status"]'))).to.equal('Signed');
    await expectAccessible(element);
  });

  it('does not let the form go before what was drawn is in it', async () => {
    const { element, form, said } = await openForm({
      data: '<mark/>',
      body: '<upload ref="/data/mark" mediatype="image/*" appearance="signature"><label>Sign</label></upload>',
    });
    draw(part(control(element, 'xf-signature'), 'canvas'), [[10, 10], [60, 40]]); // prettier-ignore
    await element.complete();
    expect(said.some((event) => event.type === 'complete')).to.be.false;
    await waitFor(() => form.node('/data/mark')?.lexical === 'mark.png');
    expect(await element.complete()).to.be.true;
  });

  it('takes the signature away, so that one can sign anew', async () => {
    const { element, form } = await signing('mark.png');
    expect(parts(element, 'canvas')).to.have.length(0);
    part(element, '[part="clear-button"]').click();
    await settle(element);
    expect(form.node('/data/mark')?.lexical).to.equal('');
    expect(part(element, 'canvas')).to.exist;
  });
});
