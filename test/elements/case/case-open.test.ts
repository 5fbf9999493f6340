import { expect } from 'chai';
import '../../../src/elements/case/case-open.ts';
import type { CaseOpen } from '../../../src/elements/case/case-open.ts';
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

const app = new File(['PK\u0003\u0004…'], 'app.ccz');
const otherApp = new File(['PK\u0003\u0004…'], 'other.ccz');
const form = new File(
  [
    '\ufeff<?xml version="1.0"?>\n<!-- by hand -->\n<h:html xmlns:h="http://www.w3.org/1999/xhtml">',
  ],
  'form.xml',
);
const restore = new File(
  ['<OpenRosaResponse xmlns="http://openrosa.org/http/response">'],
  'david.xml',
);
const notes = new File(['hello'], 'notes.txt');

async function mountWith(...files: File[]): Promise<CaseOpen> {
  const element = await mount('case-open');
  await element.add(files);
  await settle(element);
  return element;
}

function drop(element: CaseOpen, ...files: File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  part(element, '.drop').dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
}

describe('case-open', () => {
  it('names what was dropped by its content, not by its name', async () => {
    const element = await mount('case-open');
    drop(element, new File([app], 'renamed.xml'), restore);
    await until(() => parts(element, '.file').length === 2);
    expect(parts(element, '.file').map(textOf)).to.deep.equal([
      'renamed.xml App · 7 bytes',
      'david.xml Cases and user · 60 bytes',
    ]);
  });

  it('gives the files when they are opened', async () => {
    const element = await mountWith(app, restore);
    const events = heard('case-open');
    button(element, 'Open').click();
    expect(events.map(({ files }) => files)).to.deep.equal([[app, restore]]);
  });

  it('opens a single form', async () => {
    const element = await mountWith(form);
    const events = heard('case-open');
    expect(textOf(part(element, '.file'))).to.contain('Form');
    button(element, 'Open').click();
    expect(events[0]?.files).to.deep.equal([form]);
  });

  it('has a file button for each kind, which opens the native chooser', async () => {
    const element = await mount('case-open');
    let opened = 0;
    for (const input of parts(element, 'input'))
      input.addEventListener('click', () => (opened += 1));
    button(element, 'Choose app or form').click();
    button(element, 'Choose cases').click();
    expect(opened).to.equal(2);
  });

  it('lets a new app take the place of the one before and keeps the restore', async () => {
    const element = await mountWith(app, restore, otherApp);
    expect(parts(element, '.name').map(textOf)).to.deep.equal(['david.xml', 'other.ccz']);
  });

  it('takes a folder with an unpacked app as one thing, and out of any other what can be opened', async () => {
    const unpacked = { name: 'clinic', files: new Map([['sub/profile.ccpr', notes]]) };
    const element = await mount('case-open');
    await element.add([unpacked, restore]);
    await settle(element);
    expect(parts(element, '.file').map(textOf)).to.deep.equal([
      'clinic Folder with an app',
      'david.xml Cases and user · 60 bytes',
    ]);
    const events = heard('case-open');
    button(element, 'Open').click();
    expect(events[0]?.files).to.deep.equal([unpacked, restore]);
    await element.add([
      {
        name: 'downloads',
        files: new Map([
          ['a.ccz', app],
          ['n.txt', notes],
        ]),
      },
    ]);
    await settle(element);
    expect(parts(element, '.name').map(textOf)).to.deep.equal(['david.xml', 'app.ccz']);
    await element.add([{ name: 'letters', files: new Map([['n.txt', notes]]) }]);
    await settle(element);
    expect(textOf(part(element, '.file.unknown'))).to.contain('letters');
  });

  it('takes the address of an app in place of a file, and says what is no address', async () => {
    const element = await mountWith(app);
    const address = part(element, '#address') as HTMLInputElement;
    address.value = 'mailto:a@example.org';
    button(element, 'Add address').click();
    await settle(element);
    expect(textOf(part(element, '#address-error'))).to.contain('https://');
    await expectAccessible(element);
    address.value = 'https://example.org/app/profile.ccpr';
    button(element, 'Add address').click();
    await settle(element);
    const events = heard('case-open');
    button(element, 'Open').click();
    expect(events[0]?.files.map(String)).to.deep.equal(['https://example.org/app/profile.ccpr']);
  });

  it('takes a file back', async () => {
    const element = await mountWith(app, restore);
    button(element, 'Remove app.ccz').click();
    await settle(element);
    expect(parts(element, '.name').map(textOf)).to.deep.equal(['david.xml']);
  });

  it('offers nothing to open while nothing is given', async () => {
    const element = await mount('case-open');
    const words = parts(element, 'button').map(textOf);
    expect(words).to.deep.equal([
      'Choose app or form',
      'Choose cases',
      'Choose a folder',
      'Add address',
    ]);
    await expectAccessible(element);
  });

  it('says what is missing instead of opening', async () => {
    const refusals: [File[], string][] = [
      [[restore], 'A restore holds a user and cases, but no forms'],
      [[app, notes], 'notes.txt is not an app (.ccz), a form (.xml) or a restore (.xml)'],
    ];
    for (const [files, words] of refusals) {
      const element = await mountWith(...files);
      const events = heard('case-open');
      button(element, 'Open').click();
      await settle(element);
      expect(textOf(part(element, '.refusal'))).to.contain(words);
      expect(events).to.have.length(0);
      await expectAccessible(element);
    }
  });

  it('shows load problems with file, line and remedy, and puts the focus there', async () => {
    const element = await mountWith(app);
    element.problems = [
      {
        file: 'app.ccz: suite.xml',
        line: 42,
        message: 'The test cannot be read.',
        remedy: 'Correct the expression.',
      },
      {
        file: 'app.ccz: forms-0.xml',
        line: undefined,
        message: 'The form has no model.',
        remedy: '',
      },
    ];
    await settle(element);
    expect(textOf(element.shadowRoot?.activeElement)).to.equal(
      '2 things stand in the way app.ccz: suite.xml, line 42 The test cannot be read. ' +
        'Correct the expression. app.ccz: forms-0.xml The form has no model.',
    );
    await expectAccessible(element);
  });

  it('is not opened twice while it is busy', async () => {
    const element = await mountWith(app);
    element.busy = true;
    await settle(element);
    const events = heard('case-open');
    button(element, 'Opening…').click();
    expect(events).to.have.length(0);
  });

  it('is accessible in dark colours', async () => {
    await expectAccessible(await mount('case-open', {}, { theme: 'dark' }));
  });

  it('fits 320 pixels', async () => {
    const element = await mount('case-open', {}, { width: '320px' });
    await element.add([new File(['x'], `${'long-name-'.repeat(9)}.xml`)]);
    await settle(element);
    expectNoSidewaysScroll(element);
  });
});
