import { expect } from 'chai';
import '../../../src/elements/case/case-act-as.ts';
import type { CaseActAs } from '../../../src/elements/case/case-act-as.ts';
import type { PersonToActAs } from '../../../src/elements/case/people-to-act-as.ts';
import { button, expectAccessible, heard, mount, part, parts, textOf, until } from './mount.ts';

const PEOPLE: readonly PersonToActAs[] = [
  { username: 'maria', displayName: 'Maria Mwangi', places: ['Village A'] },
  { username: 'zed', displayName: 'Zed Juma', places: [] },
];

async function opened(people: CaseActAs['people']): Promise<CaseActAs> {
  const element = await mount('case-act-as', { people });
  button(element, 'Work as…').click();
  return element;
}

async function among(search: string) {
  return { people: PEOPLE.filter(({ username }) => username.includes(search)), more: 0 };
}

function types(element: CaseActAs, text: string): void {
  const input = part(element, 'input') as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new InputEvent('input'));
}

const names = (element: CaseActAs) => parts(element, '.people .name').map(textOf);

describe('case-act-as', () => {
  it('offers everybody with where they belong, and begins as the one who is chosen', async () => {
    const element = await opened(among);
    await until(() => names(element).length === 2);
    expect(textOf(part(element, '.people button'))).to.equal('Maria Mwangi maria · Village A');
    await expectAccessible(element);
    const events = heard('case-act-as');
    button(element, 'Zed Juma zed').click();
    expect(events.map(({ username }) => username)).to.deep.equal(['zed']);
    expect((part(element, 'dialog') as HTMLDialogElement).open).to.equal(false);
  });

  it('shows all of many places within its edges', async () => {
    const places = Array.from({ length: 12 }, (_, index) => `North district/Clinic ${index}`);
    const ben = { username: 'ben', displayName: 'Ben', places };
    const element = await opened(async () => ({ people: [ben], more: 0 }));
    await until(() => names(element).length === 1);
    // As in the bar of the app.
    element.style.whiteSpace = 'nowrap';
    const people = part(element, '.people');
    expect(people.scrollWidth).to.be.at.most(people.clientWidth);
    const dialog = part(element, 'dialog');
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
  });

  it('begins by the Enter key when only one is left, and not before', async () => {
    const element = await opened(among);
    await until(() => names(element).length === 2);
    const events = heard('case-act-as');
    const form = part(element, 'form') as HTMLFormElement;
    form.requestSubmit();
    expect(events).to.deep.equal([]);
    types(element, 'mar');
    await until(() => names(element).length === 1);
    form.requestSubmit();
    expect(events.map(({ username }) => username)).to.deep.equal(['maria']);
  });

  it('begins as nobody by Enter while those who are shown were found by other letters', async () => {
    const answers = new Map<string, () => void>();
    const element = await opened(
      (search) => new Promise((resolve) => answers.set(search, () => resolve(among(search)))),
    );
    types(element, 'mar');
    answers.get('mar')?.();
    await until(() => names(element).length === 1);
    const events = heard('case-act-as');
    types(element, 'zed');
    (part(element, 'form') as HTMLFormElement).requestSubmit();
    expect(events).to.deep.equal([]);
  });

  it('shows what belongs to the last letters, whichever answer comes last', async () => {
    const answers = new Map<string, () => void>();
    const element = await opened(
      (search) => new Promise((resolve) => answers.set(search, () => resolve(among(search)))),
    );
    types(element, 'z');
    types(element, 'ma');
    answers.get('ma')?.();
    await until(() => names(element).length === 1);
    answers.get('z')?.();
    await until(() => true);
    expect(names(element)).to.deep.equal(['Maria Mwangi']);
  });

  it('says when nobody is found, and when the server cannot be asked', async () => {
    const element = await opened(async (search) => (search === '' ? among('') : undefined));
    await until(() => names(element).length === 2);
    types(element, 'x');
    await until(() => textOf(part(element, '[role=status]')).includes('cannot be reached'));
    const nobody = await opened(async () => ({ people: [], more: 0 }));
    await until(() => textOf(part(nobody, '[role=status]')).includes('Nobody'));
    await expectAccessible(nobody);
  });
});
