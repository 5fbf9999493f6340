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

async function choosePicture(box: HTMLElement, width: number, height: number): Promise<void> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  const transfer = new DataTransfer();
  transfer.items.add(new File([blob ?? ''], 'roof.png', { type: 'image/png' }));
  Object.assign(box, { files: transfer.files });
  box.dispatchEvent(new Event('change'));
}

/** How many pixels of the picture are painted. */
async function inkIn(file: File): Promise<number> {
  const picture = await createImageBitmap(file);
  const { width, height } = picture;
  const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!;
  pen.drawImage(picture, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  return data.filter((value, at) => at % 4 === 3 && value > 0).length;
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

  it('keeps what was drawn, or chosen, where its question goes before it is in the form', async () => {
    for (const appearance of ['signature', 'annotate']) {
      const { element, form } = await openForm({
        data: '<mark/>',
        body: `<upload ref="/data/mark" mediatype="image/*" appearance="${appearance}"><label>Sign</label></upload>`,
      });
      const attached: (File | undefined)[] = [];
      element.addEventListener('xf-attach', ({ file }) => attached.push(file));
      const asked = control(element, 'xf-signature');
      const { node, context, parentElement } = asked;
      if (appearance === 'annotate') await choosePicture(part(asked, 'input'), 120, 60);
      else draw(part(asked, 'canvas'), [[10, 10], [60, 40]]); // prettier-ignore
      asked.remove();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(form.node('/data/mark')?.lexical).to.equal('');
      expect(context.hasUnreadable).to.equal(true);
      const again = Object.assign(document.createElement('xf-signature'), { node, context });
      parentElement?.append(again);
      await waitFor(() => form.node('/data/mark')?.lexical === 'mark.png');
      expect(context.hasUnreadable).to.equal(false);
      const ink = await inkIn(attached[0] as File);
      if (appearance === 'annotate') expect(ink).to.equal(120 * 60);
      else expect(ink).to.be.within(10, 5000);
    }
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
