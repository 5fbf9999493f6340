import { expect } from 'chai';
import { attachmentName } from '../../../src/xforms/session/attachment-name.ts';
import type { XfControl } from '../../../src/elements/form/xf-control.ts';
import { heard, part, parts, settle, textOf } from '../case/mount.ts';
import { show } from './control-contract.ts';
import { formOf } from './open-form.ts';
import type { Edit } from '../../../src/xforms/transaction.ts';

const upload = {
  tag: 'xf-upload',
  element: 'upload',
  attributes: 'mediatype="image/*"',
  type: 'binary',
} as const;

function give(element: XfControl, file: File): void {
  const box = part<HTMLInputElement>(element, 'input[type="file"]');
  const transfer = new DataTransfer();
  transfer.items.add(file);
  box.files = transfer.files;
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('<xf-upload>', () => {
  it('hands out the file before the answer that names it, and says its name and size', async () => {
    const { element, form } = await show(upload);
    const order: string[] = [];
    element.addEventListener('xf-attach', ({ name, file }) =>
      order.push(`${name} ${file?.size ?? 0}`),
    );
    element.addEventListener('xf-answer', ({ value }) => order.push(value));
    give(element, new File(['12345'], 'My card.PNG', { type: 'image/png' }));
    await settle(element);
    expect(order).to.deep.equal(['q.png 5', 'q.png']);
    expect(form.node('/data/q')?.lexical).to.equal('q.png');
    expect(textOf(part(element, '[role="status"]'))).to.equal('My card.PNG, 5 bytes');
    expect(part<HTMLImageElement>(element, '[part="preview"]').src).to.match(/^blob:/);
  });

  it('takes the file away again', async () => {
    const { element, form } = await show(upload, { data: 'q.png' });
    const attached = heard('xf-attach');
    part(element, '[part="clear-button"]').click();
    await settle(element);
    expect(attached.map(({ file }) => file)).to.deep.equal([undefined]);
    expect(form.node('/data/q')?.lexical).to.equal('');
    expect(parts(element, '[part="preview"]')).to.have.length(0);
  });

  it('gives a file that replaces another a name of its own, so that an undo finds the first', async () => {
    const { element, form } = await show(upload);
    const nameOf = () => textOf(part(element, '[role="status"]'));
    give(element, new File(['1'], 'first.png', { type: 'image/png' }));
    give(element, new File(['22'], 'second.png', { type: 'image/png' }));
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('q-2.png');
    expect(nameOf()).to.equal('second.png, 2 bytes');
    form.undo();
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('q.png');
    expect(nameOf()).to.equal('q.png');
    expect(parts(element, '[part="preview"]')).to.have.length(0);
  });

  it('has an empty file box after an undo, so that the same file can be given again', async () => {
    const { element, form } = await show(upload);
    const box = () => part<HTMLInputElement>(element, 'input[type="file"]');
    give(element, new File(['1'], 'first.png', { type: 'image/png' }));
    await settle(element);
    expect(box().files).to.have.length(1);
    form.undo();
    await settle(element);
    expect(box().files).to.have.length(0);
    give(element, new File(['1'], 'first.png', { type: 'image/png' }));
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('q-2.png');
    expect(box().files).to.have.length(1);
  });

  it('turns down a file of another kind, and one that is too large, and keeps the one before', async () => {
    const { element, form } = await show(upload, { data: 'q.png' });
    give(element, new File(['x'], 'notes.txt', { type: 'text/plain' }));
    await settle(element);
    expect(textOf(part(element, '#error'))).to.contain('image/*');
    give(element, new File([new Uint8Array(4_000_001)], 'big.png', { type: 'image/png' }));
    await settle(element);
    expect(textOf(part(element, '#error'))).to.contain('too large');
    expect(form.node('/data/q')?.lexical).to.equal('q.png');
    give(element, new File(['x'], 'small.png', { type: 'image/png' }));
    await settle(element);
    expect(parts(element, '#error')).to.have.length(0);
  });
});

describe('attachmentName', () => {
  function children() {
    return formOf({
      data: '<child><photo/></child><child><photo/></child><scan/>',
      body: '<repeat nodeset="/data/child"><upload ref="/data/child/photo"/></repeat><upload ref="/data/scan"/>',
    });
  }

  it('is made of the place', () => {
    const form = children();
    const nameAt = (ref: string, file: string) => attachmentName(form, form.node(ref)!, file);
    expect(nameAt('/data/child[2]/photo', 'IMG 1.JPG')).to.equal('child-2-photo.jpg');
    expect(nameAt('/data/child[1]/photo', 'IMG 1.JPG')).to.equal('child-1-photo.jpg');
    expect(nameAt('/data/scan', 'scan')).to.equal('scan');
  });

  it('is another one where an item that has moved has it', () => {
    const form = children();
    const edit = (...edits: Edit[]) => form.transact(edits, { source: 'user' });
    edit({ kind: 'setValue', ref: '/data/child[2]/photo', value: 'child-2-photo.jpg' });
    edit(
      { kind: 'removeRepeat', ref: '/data/child[1]' },
      { kind: 'addRepeat', ref: '/data/child' },
    );
    const nameAt = (ref: string) => attachmentName(form, form.node(ref)!, 'a.jpg');
    expect(nameAt('/data/child[2]/photo')).to.equal('child-2-photo-2.jpg');
    expect(nameAt('/data/child[1]/photo')).to.equal('child-1-photo.jpg');
  });

  it('is another one where an item that was removed may come back with it', () => {
    const form = children();
    const edit = (...edits: Edit[]) => form.transact(edits, { source: 'user' });
    edit({ kind: 'setValue', ref: '/data/child[2]/photo', value: 'child-2-photo.jpg' });
    edit({ kind: 'removeRepeat', ref: '/data/child[2]' });
    edit({ kind: 'addRepeat', ref: '/data/child' });
    const name = attachmentName(form, form.node('/data/child[2]/photo')!, 'a.jpg');
    expect(name).to.equal('child-2-photo-2.jpg');
  });
});
