import { expect } from 'chai';
import { scaledPicture } from '../../../src/elements/form/scaled-picture.ts';
import type { XfRecorder } from '../../../src/elements/form/xf-recorder.ts';
import type { XfControl } from '../../../src/elements/form/xf-control.ts';
import { expectAccessible, heard, part, parts, settle, textOf, until } from '../case/mount.ts';
import { show } from './control-contract.ts';
import { control, openForm, settleAll } from './open-form.ts';

async function picture(width: number, height: number, type = 'image/png'): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
  return new File([blob ?? ''], `photo.${type.slice(6)}`, { type });
}

function choose(element: XfControl, file: File): void {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  const box = part<HTMLInputElement>(element, 'input');
  box.files = transfer.files;
  box.dispatchEvent(new Event('change'));
}

async function sizeOf(file: Blob | undefined): Promise<readonly number[]> {
  const { width, height } = await createImageBitmap(file as Blob);
  return [width, height];
}

/** Camera and microphone of a computer that has them: a canvas that changes, and silence. */
function lendDevices(): () => void {
  const { getUserMedia } = navigator.mediaDevices;
  navigator.mediaDevices.getUserMedia = ({ audio, video } = {}) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
    const tracks = [
      ...(video ? movingPicture(canvas).getTracks() : []),
      ...(audio ? new AudioContext().createMediaStreamDestination().stream.getTracks() : []),
    ];
    return Promise.resolve(new MediaStream(tracks));
  };
  return () => (navigator.mediaDevices.getUserMedia = getUserMedia);
}

function movingPicture(canvas: HTMLCanvasElement): MediaStream {
  const pen = canvas.getContext('2d');
  let at = 0;
  setInterval(() => pen?.fillRect((at += 1) % 64, 0, 4, 48), 20);
  return canvas.captureStream(30);
}

/** A browser that reads codes, as no Chromium on Linux does by itself. Returns what ends it. */
function lendReader(look: () => readonly { readonly rawValue: string }[]): () => void {
  const reader = class {
    detect = () => Promise.resolve(look());
  };
  Object.assign(globalThis, { BarcodeDetector: reader });
  return () => delete (globalThis as { BarcodeDetector?: unknown }).BarcodeDetector;
}

const upload = (mediatype: string) =>
  ({ tag: 'xf-upload', element: 'upload', type: 'binary', attributes: `mediatype="${mediatype}"` }) as const; // prettier-ignore

const recorder = (element: XfControl) => part(element, 'xf-recorder');

describe('pictures, sound and film that the device takes', () => {
  let giveBack: () => void;
  beforeEach(() => (giveBack = lendDevices()));
  afterEach(() => giveBack());

  it('makes a picture as small as max-pixels asks, and leaves a smaller one as it is', async () => {
    const { element, form } = await show(upload('image/*'), { binds: 'xmlns:orx="http://openrosa.org/xforms" orx:max-pixels="50"' }); // prettier-ignore
    const attached = heard('xf-attach');
    choose(element, await picture(200, 100));
    await until(() => form.node('/data/q')?.lexical === 'q.png');
    expect(await sizeOf(attached[0]?.file)).to.deep.equal([50, 25]);
    const small = await picture(40, 30);
    expect(await scaledPicture(small, 50)).to.equal(small);
    const text = new File(['x'], 'x.txt', { type: 'text/plain' });
    expect(await scaledPicture(text, 50)).to.equal(text);
  });

  it('does not let the form go while a picture is made smaller, and takes only the last one', async () => {
    const { element, form, said } = await openForm({
      data: '<q/>',
      binds: '<bind nodeset="/data/q" type="binary" xmlns:orx="http://openrosa.org/xforms" orx:max-pixels="50"/>',
      body: '<upload ref="/data/q" mediatype="image/*"><label>Photo</label></upload>',
    }); // prettier-ignore
    const attached = heard('xf-attach');
    const asked = control(element, 'xf-upload');
    choose(asked, await picture(2000, 1000));
    choose(asked, await picture(100, 200, 'image/jpeg'));
    expect(await element.complete()).to.be.false;
    await settleAll(element);
    expect(said.some(({ type }) => type === 'complete')).to.be.false;
    await until(() => form.node('/data/q')?.lexical === 'q.jpeg');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(attached.map(({ name }) => name)).to.deep.equal(['q.jpeg']);
    expect(await element.complete()).to.be.true;
  });

  it('drops a picture that is taken away while it is made smaller', async () => {
    const { element, form } = await show(upload('image/*'), { data: 'q.png', binds: 'xmlns:orx="http://openrosa.org/xforms" orx:max-pixels="50"' }); // prettier-ignore
    choose(element, await picture(2000, 1000));
    part(element, '[part=clear-button]').click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(form.node('/data/q')?.lexical).to.equal('');
  });

  it('makes a picture smaller when its question is back, where that goes meanwhile', async () => {
    const { element, form } = await show(upload('image/*'), { binds: 'xmlns:orx="http://openrosa.org/xforms" orx:max-pixels="50"' }); // prettier-ignore
    const { node, context, parentElement } = element;
    const attached = heard('xf-attach');
    choose(element, await picture(2000, 1000));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(context.hasUnreadable).to.be.true;
    expect(form.node('/data/q')?.lexical).to.equal('');
    parentElement?.append(Object.assign(document.createElement('xf-upload'), { node, context }));
    await until(() => attached.length > 0);
    expect(await sizeOf(attached[0]?.file)).to.deep.equal([50, 25]);
    expect(context.hasUnreadable).to.be.false;
  });

  it('takes a photo', async () => {
    const { element, form } = await show(upload('image/*'));
    const attached = heard('xf-attach');
    part(recorder(element), '[part=record-button]').click();
    await until(() => (recorder(element).shadowRoot?.querySelector('video')?.videoWidth ?? 0) > 0);
    await expectAccessible(element);
    part(recorder(element), '[part=stop-button]').click();
    await until(() => form.node('/data/q')?.lexical === 'q.jpg');
    expect(await sizeOf(attached[0]?.file)).to.deep.equal([64, 48]);
    await settle(element);
    expect(parts(element, 'img[part=preview]')).to.have.length(1);
  });

  for (const [kind, mediatype] of [
    ['sound', 'audio/*'],
    ['film', 'video/*'],
  ] as const)
    // prettier-ignore
    it(`records ${kind} until it is stopped, and keeps it`, async () => {
      const { element, form } = await show(upload(mediatype));
      const attached = heard('xf-attach');
      part(recorder(element), '[part=record-button]').click();
      await until(() => parts(recorder(element), '[role=timer]').length > 0);
      await new Promise((resolve) => setTimeout(resolve, 300));
      part(recorder(element), '[part=stop-button]').click();
      await until(() => form.node('/data/q')?.lexical !== '');
      expect(attached[0]?.file?.type).to.match(new RegExp(`^${mediatype.slice(0, 5)}/`));
      expect(attached[0]?.file?.size).to.be.greaterThan(0);
    });

  it('ends a recording before it is too large, keeps it and says so', async () => {
    const { element, form } = await show(upload('video/*'));
    const attached = heard('xf-attach');
    const device = part(recorder(element), '[part=record-button]');
    (recorder(element) as XfRecorder).limit = 99_999;
    device.click();
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await until(() => form.node('/data/q')?.lexical !== '');
    await settle(element);
    const told = textOf(part(recorder(element), '[role=status]'));
    expect(told).to.contain('What was recorded is kept');
    expect(attached[0]?.file?.size).to.be.greaterThan(0);
  });

  it('keeps nothing of a recording that is cancelled', async () => {
    const { element, form } = await show(upload('audio/*'));
    part(recorder(element), '[part=record-button]').click();
    await until(() => parts(recorder(element), '[role=timer]').length > 0);
    parts(recorder(element), 'button').at(-1)?.click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(form.node('/data/q')?.lexical).to.equal('');
    expect(parts(recorder(element), '[part=record-button]')).to.have.length(1);
  });

  for (const [name, question, button, inner] of [
    ['recorder', upload('audio/*'), '[part=record-button]', true],
    [
      'scanner',
      { tag: 'xf-barcode', element: 'input', type: 'barcode' },
      '[part=scan-button]',
      false,
    ],
  ] as const)
    // prettier-ignore
    // prettier-ignore
    it(`asks once, and gives back what comes after the question has gone: ${name}`, async () => {
      const streams: MediaStream[] = [];
      let allow: () => void = () => undefined;
      const { getUserMedia } = navigator.mediaDevices;
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        streams.push(await getUserMedia(wanted));
        await new Promise<void>((resolve) => (allow = resolve));
        return streams.at(-1) as MediaStream;
      };
      const giveBackReader = lendReader(() => []);
      const { element } = await show(question);
      const asking = part(inner ? recorder(element) : element, button);
      asking.click();
      asking.click();
      await until(() => streams.length > 0);
      element.remove();
      allow();
      const tracks = () => streams.flatMap((stream) => stream.getTracks());
      await until(() => tracks().every(({ readyState }) => readyState === 'ended'));
      expect(streams).to.have.length(1);
      giveBackReader();
    });

  it('says so where the camera may not be used, and a file can be chosen all the same', async () => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError')); // prettier-ignore
    const { element } = await show(upload('image/*'));
    part(recorder(element), '[part=record-button]').click();
    await until(() => textOf(part(recorder(element), '[role=status]')) !== '');
    expect(textOf(part(recorder(element), '[role=status]'))).to.contain('Choose a file');
    expect(part(element, 'input[type=file]')).to.exist;
  });
});

describe('a code before the camera', () => {
  it('is read where the browser reads codes, and the camera is let go', async () => {
    const giveBack = lendDevices();
    let looks = 0;
    const giveBackReader = lendReader(() =>
      (looks += 1) < 3 ? [] : [{ rawValue: '4006381333931' }],
    );
    const { element, form } = await show({ tag: 'xf-barcode', element: 'input', type: 'barcode' });
    part(element, '[part=scan-button]').click();
    await until(() => form.node('/data/q')?.lexical === '4006381333931');
    await settle(element);
    expect(looks).to.equal(3);
    expect(parts(element, 'video')).to.have.length(0);
    expect(textOf(part(element, '[role=status]'))).to.equal('Scanned: 4006381333931');
    giveBackReader();
    giveBack();
  });
});
