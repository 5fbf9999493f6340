import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/elements/case/case-app.ts';
import type { CaseApp } from '../../../src/elements/case/case-app.ts';
import { offerEmbedding } from '../../../src/elements/case/embedding.ts';
import { emptyDevice, type DeviceState } from '../../../src/elements/case/device-state.ts';
import { aCase, child } from '../../case/a-case.ts';
import { Clinic, severalApps, twoAtOnce } from './clinic.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  textOf,
  until,
  type Surroundings,
} from './mount.ts';

const waiting = {
  instanceId: 'i1',
  formName: 'Register a patient',
  caseName: 'Amina',
  finished: new Date(),
  state: 'rejected' as const,
  reason: 'No such group',
};
const draft = {
  id: 'd1',
  formName: 'Visit',
  caseName: 'Binta',
  lastModified: new Date(),
  answered: undefined,
};
const held: DeviceState = { ...emptyDevice, unsent: [waiting], drafts: [draft] };

/** The app on the page, in the words of somebody who uses it: everything is found by what is written on it. */
class Visitor {
  constructor(
    readonly app: CaseApp,
    readonly clinic: Clinic,
  ) {}

  static async arrive(clinic = new Clinic(), surroundings?: Surroundings): Promise<Visitor> {
    const owners = (name: string) => ({ name, people: ['David', 'Maria'] });
    const properties = { actor: clinic.session, sync: clinic.sync, owners };
    const visitor = new Visitor(await mount('case-app', properties, surroundings), clinic);
    await visitor.sees('Sign in');
    return visitor;
  }

  static async signedIn(clinic = new Clinic(), surroundings?: Surroundings): Promise<Visitor> {
    const visitor = await Visitor.arrive(clinic, surroundings);
    clinic.session.send({ type: 'signIn', username: 'david', password: 'right' });
    await visitor.sees('Clinic');
    return visitor;
  }

  /** Signed in, in a project with several apps. */
  static async amongApps(surroundings?: Surroundings): Promise<Visitor> {
    const visitor = await Visitor.arrive(new Clinic(['Village A'], severalApps), surroundings);
    visitor.clinic.session.send({ type: 'signIn', username: 'david', password: 'right' });
    await visitor.sees('Choose an app');
    return visitor;
  }

  get heading(): string {
    return textOf(this.all('h1').find((found) => found.checkVisibility()));
  }

  get text(): string {
    return this.all('p, span, h1, h2, li, label, button, strong')
      .filter((found) => found.checkVisibility())
      .map(textOf)
      .join('\n');
  }

  /** Whatever fits, in any shadow root; `host >> inner` only in the shadow roots of such hosts. */
  all(selector: string): HTMLElement[] {
    const [inner = '', host] = selector.split(' >> ').reverse();
    const found = [...deepElements(this.app)].filter((element) => element.matches(inner));
    return found.filter((element) => host === undefined || hostOf(element)?.matches(host));
  }

  one(selector: string): HTMLElement {
    const [found] = this.all(selector);
    if (found === undefined) throw new Error(`The page shows nothing that fits ${selector}`);
    return found;
  }

  /** Waits for the page with this heading. */
  async sees(heading: string): Promise<void> {
    await until(() => this.heading === heading).catch(() => {
      throw new Error(`The page is “${this.heading}”, not “${heading}”`);
    });
  }

  async presses(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await until(() => this.button(text) !== undefined).catch(() => {
        throw new Error(`“${this.heading}” has no button “${text}”`);
      });
      this.button(text)?.click();
    }
  }

  button(text: string): HTMLElement | undefined {
    return this.all('button').find(
      (found) => found.checkVisibility() && nameOf(found).startsWith(text),
    );
  }

  async types(answer: string): Promise<void> {
    await until(() => this.all('xf-input >> input').length > 0);
    const input = this.one('xf-input >> input') as HTMLInputElement;
    input.value = answer;
    for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

function* deepElements(root: Element): Generator<HTMLElement> {
  for (const element of [...(root.shadowRoot?.children ?? []), ...root.children]) {
    yield element as HTMLElement;
    yield* deepElements(element);
  }
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

function deepFocus(): HTMLElement | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return (focused as HTMLElement | null) ?? undefined;
}

function nameOf(element: Element): string {
  const label = (element as HTMLInputElement).labels?.[0];
  return element.ariaLabel ?? (label ? textOf(label) : textOf(element));
}

/** Presses the tab key until what has the focus begins with these words. */
async function tabTo(words: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await sendKeys({ press: 'Tab' });
    const focused = deepFocus();
    if (focused !== undefined && nameOf(focused).startsWith(words)) return;
  }
  throw new Error(`The tab key does not lead to “${words}”`);
}

/** Every page: how to get there from the first menu, and its heading. */
const pages: readonly [what: string, heading: string, go: (visitor: Visitor) => Promise<void>][] = [
  ['the first menu', 'Clinic', async () => undefined],
  [
    'the first menu with what is held',
    'Clinic',
    async ({ app }) => {
      app.device = { ...held, moved: [{ caseId: 'awa', name: 'Awa', newOwner: 'Village A' }] };
    },
  ],
  ['a list', 'Patients', (visitor) => visitor.presses('Patients')],
  ['a detail', 'Amina Diallo', (visitor) => visitor.presses('Patients', 'Amina Diallo')],
  [
    'the menu of a case',
    'Amina Diallo',
    (visitor) => visitor.presses('Patients', 'Amina Diallo', 'Continue'),
  ],
  [
    'a form of a case',
    'Amina Diallo',
    (visitor) => visitor.presses('Patients', 'Amina Diallo', 'Continue', 'Visit'),
  ],
  [
    'a form of no case',
    'Register a patient',
    (visitor) => visitor.presses('New patient', 'Register a patient'),
  ],
  [
    'a form that is to be checked',
    'Register a patient',
    (visitor) => visitor.presses('New patient', 'Register a patient', 'Send form'),
  ],
  [
    'a form with a fault',
    'Amina Diallo',
    (visitor) => visitor.presses('Patients', 'Amina Diallo', 'Continue', 'Faulty'),
  ],
  [
    'a form that cannot be opened',
    'This form cannot be opened',
    (visitor) => visitor.presses('Patients', 'Amina Diallo', 'Continue', 'Broken'),
  ],
  [
    'what was begun before of a form',
    'You have begun this form',
    async (visitor) => {
      await visitor.presses('New patient', 'Register a patient');
      await visitor.types('Coumba');
      await visitor.presses('Save and leave', 'Register a patient');
    },
  ],
  [
    'what became of a form',
    'Saved on this computer',
    async (visitor) => {
      await visitor.presses('New patient', 'Register a patient');
      await visitor.types('Coumba');
      await visitor.presses('Send form');
    },
  ],
  [
    'the forms that are not sent',
    'Forms on this computer',
    async (visitor) => {
      visitor.app.device = held;
      await visitor.presses('1 form not sent');
    },
  ],
  [
    'the drafts',
    'Drafts',
    async (visitor) => {
      visitor.app.device = held;
      await visitor.presses('1 draft');
    },
  ],
];

describe('case-app', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [what, heading, go] of pages) {
    it(`shows ${what}, accessible and within 320 pixels`, async () => {
      const visitor = await Visitor.signedIn(new Clinic(), { width: '320px' });
      await go(visitor);
      await visitor.sees(heading);
      await expectAccessible(visitor.app);
      expectNoSidewaysScroll(visitor.app);
    });
  }

  it('is gone through from signing in to a sent form with the keyboard alone', async () => {
    const visitor = await Visitor.arrive();
    await tabTo('User name');
    await sendKeys({ type: 'david' });
    await tabTo('Password');
    await sendKeys({ type: 'right' });
    await sendKeys({ press: 'Enter' });
    await visitor.sees('Clinic');
    await tabTo('New patient');
    await sendKeys({ press: 'Enter' });
    await visitor.sees('New patient');
    await tabTo('Register a patient');
    await sendKeys({ press: 'Enter' });
    await visitor.sees('Register a patient');
    await tabTo('What is the name?');
    await sendKeys({ type: 'Coumba' });
    await tabTo('Send form');
    await sendKeys({ press: 'Enter' });
    await visitor.sees('Saved on this computer');
    await tabTo('Continue');
    await sendKeys({ press: 'Enter' });
    await visitor.sees('Clinic');
  });

  it('puts the focus on the heading of each new page', async () => {
    const visitor = await Visitor.signedIn();
    for (const [press, heading] of [
      ['Patients', 'Patients'],
      ['Amina Diallo', 'Amina Diallo'],
      ['Continue', 'Amina Diallo'],
      ['Visit', 'Amina Diallo'],
    ] as const) {
      await visitor.presses(press);
      await visitor.sees(heading);
      await until(() => deepFocus()?.localName === 'h1' && textOf(deepFocus()) === heading);
    }
  });

  it('offers the apps of the project, accessible and within 320 pixels, and leads back to them', async () => {
    const visitor = await Visitor.amongApps({ width: '320px' });
    await expectAccessible(visitor.app);
    expectNoSidewaysScroll(visitor.app);
    await visitor.presses('Pharmacy');
    await visitor.sees('Pharmacy');
    await visitor.presses('Patients', 'All apps');
    await visitor.sees('Choose an app');
    await visitor.presses('Clinic');
    await visitor.sees('Clinic');
  });

  it('lets one choose the app with the keyboard alone', async () => {
    const visitor = await Visitor.amongApps();
    await tabTo('Pharmacy');
    await sendKeys({ press: 'Enter' });
    await visitor.sees('Pharmacy');
    await tabTo('All apps');
    await sendKeys({ press: 'Enter' });
    await visitor.sees('Choose an app');
    expect(textOf(deepFocus())).to.equal('Choose an app');
  });

  it('says why an app cannot be opened, and lets one open another', async () => {
    const visitor = await Visitor.amongApps();
    await visitor.presses('Broken app');
    await until(() => visitor.text.includes('This app has no suite.'));
    await expectAccessible(visitor.app);
    await visitor.presses('Clinic');
    await visitor.sees('Clinic');
  });

  it('keeps an open form before it leads to another app, and goes on with it in its own', async () => {
    const visitor = await Visitor.amongApps();
    await visitor.presses('Clinic', 'New patient', 'Register a patient');
    await visitor.types('Coumba');
    await visitor.presses('All apps');
    await visitor.sees('Choose an app');
    const [kept] = await visitor.clinic.store.readDrafts();
    expect(kept).to.include({ app: 'clinic' });
    await visitor.presses('Pharmacy');
    await visitor.sees('Pharmacy');
    visitor.app.device = { ...held, drafts: [{ ...draft, id: kept?.id ?? '', app: 'clinic' }] };
    await visitor.presses('1 draft', 'Continue');
    await visitor.sees('Register a patient');
    expect((visitor.one('xf-input >> input') as HTMLInputElement).value).to.equal('Coumba');
    expect(visitor.clinic.session.getSnapshot().context.app).to.equal('clinic');
  });

  it('says when an address leads to an app that is not offered', async () => {
    const visitor = await Visitor.amongApps();
    visitor.clinic.session.send({ type: 'visit', place: { app: 'secret', steps: [] } });
    await until(() => visitor.text.includes('“secret”'));
  });

  it('lets an administrator work as another user, accessible and within 320 pixels, and come back', async () => {
    const clinic = new Clinic();
    clinic.worker = { isAdministrator: true };
    const visitor = await Visitor.signedIn(clinic, { width: '320px' });
    visitor.app.peopleToActAs = async () => ({
      people: [{ username: 'maria', displayName: 'Maria', places: ['Village A', 'Village B'] }],
      more: 3,
    });
    await visitor.presses('Work as…');
    await until(() => visitor.text.includes('3 more'));
    await expectAccessible(visitor.app);
    expectNoSidewaysScroll(visitor.app);
    await until(() => visitor.button('Maria') !== undefined);
    await visitor.presses('Maria');
    await until(() => visitor.text.includes('Maria'));
    await visitor.sees('Clinic');
    expect(visitor.button('Work as…')).to.equal(undefined);
    await visitor.presses('Back to David');
    await until(() => visitor.button('Work as…') !== undefined);
    await visitor.sees('Clinic');
  });

  it('keeps an open form before another user begins', async () => {
    const clinic = new Clinic();
    clinic.worker = { isAdministrator: true };
    const visitor = await Visitor.signedIn(clinic);
    await visitor.presses('New patient', 'Register a patient');
    await visitor.types('Coumba');
    clinic.session.send({ type: 'actAs', username: 'maria' });
    await until(() => visitor.text.includes('Maria'));
    expect(await clinic.store.readDrafts()).to.have.length(1);
  });

  it('stays with the administrator when there is no such user, and says so', async () => {
    const clinic = new Clinic();
    clinic.worker = { isAdministrator: true };
    const visitor = await Visitor.signedIn(clinic);
    clinic.session.send({ type: 'actAs', username: 'nobody' });
    await until(() => visitor.text.includes('no active user “nobody”'));
    await visitor.presses('Clinic');
    await visitor.sees('Clinic');
    expect(visitor.button('Work as…')).not.to.equal(undefined);
  });

  it('offers nobody else to work as another user', async () => {
    const visitor = await Visitor.signedIn();
    expect(visitor.button('Work as…')).to.equal(undefined);
  });

  it('says why signing in failed', async () => {
    const visitor = await Visitor.arrive();
    visitor.clinic.session.send({ type: 'signIn', username: 'david', password: 'wrong' });
    await until(() => visitor.text.includes('The user name or the password is wrong.'));
  });

  it('says at which place a file that was opened is wrong', async () => {
    const visitor = await Visitor.arrive();
    const bytes = new TextEncoder().encode('<data>\n<b></data>');
    visitor.clinic.session.send({ type: 'openFiles', files: [{ name: 'visit.xml', bytes }] });
    await until(() => visitor.text.includes('visit.xml, line 2'));
  });

  it('explains before a form is opened that its case would have no owner', async () => {
    const visitor = await Visitor.signedIn(new Clinic([]));
    await visitor.presses('New patient', 'Register a patient');
    await visitor.sees('You can’t register a patient yet');
    await expectAccessible(visitor.app);
    await visitor.presses('Back');
    await visitor.sees('New patient');
  });

  it('names the case first and the form below it, with who shares it', async () => {
    const visitor = await Visitor.signedIn();
    await visitor.presses('Patients', 'Amina Diallo', 'Continue', 'Visit');
    await until(() => visitor.text.includes('In which village?'));
    expect(textOf(visitor.one('case-form >> .owner'))).to.equal('Village A: David, Maria');
    expect(textOf(visitor.one('case-form >> .heading-title'))).to.equal('Visit');
  });

  it('shows the questions of a form with a fault, and the fault with its place', async () => {
    const visitor = await Visitor.signedIn();
    await visitor.presses('Patients', 'Amina Diallo', 'Continue', 'Faulty');
    await until(() => visitor.text.includes('A note'));
    expect(visitor.text).to.include('This form has a fault');
    expect(textOf(visitor.one('case-form >> details'))).to.include('/data/sum');
  });

  it('says on the page of a case who sees it through another one', async () => {
    const visitor = await Visitor.signedIn();
    const { database } = visitor.clinic.session.getSnapshot().context.workspace!.sandbox;
    const amina = [...database.cases()].find(({ caseName }) => caseName === 'Amina Diallo')!;
    const indices = [child(amina.caseId)];
    database.put([aCase('task', { ownerId: 'u-david', caseName: 'Weigh her', indices })]);
    await visitor.presses('Patients', 'Amina Diallo');
    await until(() => visitor.text.includes('Village'));
    expect(visitor.text).to.match(/Also seen by .*David.*, through “Weigh her”/);
    await visitor.presses('Back to the list', 'Binta Camara');
    await until(() => visitor.heading === 'Binta Camara');
    expect(visitor.text).to.not.contain('Also seen by');
  });

  it('finds a list as it was left', async () => {
    const visitor = await Visitor.signedIn();
    await visitor.presses('Patients');
    await visitor.sees('Patients');
    const search = visitor.one('input[type=search]') as HTMLInputElement;
    search.value = 'binta';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await visitor.presses('Binta Camara', 'Back to the list');
    await visitor.sees('Patients');
    expect((visitor.one('input[type=search]') as HTMLInputElement).value).to.equal('binta');
    expect(visitor.all('case-list >> tbody tr')).to.have.length(1);
  });

  it('says that its code cannot be fetched, and tries again', async () => {
    let fetched = 0;
    offerEmbedding(() => {
      fetched += 1;
      return Promise.reject(new Error('no connection'));
    });
    const app = await mount('case-app');
    const problems = heard('case-problem');
    app.src = 'clinic.ccz';
    await until(() => problems.length === 1);
    const error = () => app.shadowRoot?.querySelector('case-error');
    await until(() => textOf(error()?.shadowRoot).includes('no connection'));
    error()?.shadowRoot?.querySelector('button')?.click();
    await until(() => problems.length === 2);
    expect(fetched).to.equal(2);
  });

  it('goes on with several rows together where the app lets one choose them', async () => {
    const clinic = new Clinic(['Village A'], twoAtOnce);
    const visitor = await Visitor.signedIn(clinic);
    await visitor.presses('Patients');
    await visitor.sees('Patients');
    for (const box of visitor.all('case-list >> tbody input')) box.click();
    await visitor.presses('Continue with 2');
    await until(() => visitor.button('Visit') !== undefined);
    const { session } = clinic.session.getSnapshot().context.workspace ?? {};
    expect(session?.breadcrumbs.at(-1)?.text).to.equal('Amina Diallo, Binta Camara');
  });

  it('shows what is held over the page, and the breadcrumb leads back to what was typed', async () => {
    const visitor = await Visitor.signedIn();
    visitor.app.device = held;
    await visitor.presses('New patient', 'Register a patient');
    await visitor.types('Coumba');
    await visitor.presses('1 form not accepted');
    await visitor.sees('Forms on this computer');
    await visitor.presses('Register a patient');
    await visitor.sees('Register a patient');
    expect((visitor.one('xf-input >> input') as HTMLInputElement).value).to.equal('Coumba');
    expect(visitor.clinic.state).to.equal('entering');
  });

  it('leaves out drafts and saved forms where the app does without them, but never a form that was not accepted', async () => {
    const hidden = { 'cc-show-incomplete': 'no', 'cc-show-saved': 'no' };
    const clinic = new Clinic(['Village A'], (app) => [
      { ...app, profile: { ...app.profile, properties: hidden } },
    ]);
    const saved = { ...waiting, instanceId: 'i2', state: 'pending' as const };
    for (const visitor of [await Visitor.signedIn(), await Visitor.signedIn(clinic)]) {
      visitor.app.device = { ...held, unsent: [waiting, saved] };
      await visitor.app.updateComplete;
      const { device } = visitor.one('case-held') as HTMLElement & { device: DeviceState };
      const isHidden = visitor.clinic === clinic;
      expect(device.drafts.length).to.equal(isHidden ? 0 : 1);
      expect(device.unsent).to.deep.equal(isHidden ? [waiting] : [waiting, saved]);
    }
  });

  it('passes on what is decided about a held form, for the host to do', async () => {
    const visitor = await Visitor.signedIn();
    visitor.app.device = held;
    await visitor.presses('1 form not sent');
    const events = heard('case-outbox');
    await visitor.presses('Send again');
    expect(events.map(({ action, instanceId }) => [action, instanceId])).to.deep.equal([
      ['retry', 'i1'],
    ]);
  });

  it('goes on with what was begun, or starts anew', async () => {
    const visitor = await Visitor.signedIn();
    await visitor.presses('New patient', 'Register a patient');
    await visitor.types('Coumba');
    await visitor.presses('Save and leave', 'Register a patient');
    await visitor.sees('You have begun this form');
    expect(visitor.text).to.contain('Coumba').and.contain('stay among your drafts');
    const name = () => visitor.all('xf-input >> input')[0] as HTMLInputElement | undefined;
    await visitor.presses('Continue');
    await until(() => name()?.value === 'Coumba');
    await visitor.presses('Save and leave', 'New patient', 'Register a patient', 'Start anew');
    await until(() => name()?.value === '');
    expect(await visitor.clinic.store.readDrafts()).to.have.length(1);
  });

  it('keeps what is being typed when one leaves without leaving the box', async () => {
    const visitor = await Visitor.signedIn();
    await visitor.presses('New patient', 'Register a patient');
    await until(() => visitor.all('xf-input >> input').length > 0);
    const input = visitor.one('xf-input >> input') as HTMLInputElement;
    input.value = 'Coumba';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await visitor.presses('Save and leave');
    await visitor.sees('New patient');
    const [draft] = await visitor.clinic.store.readDrafts();
    expect(draft?.instanceXml).to.contain('Coumba');
  });

  it('asks one question after the other where the person wants that, also in the next form', async () => {
    const visitor = await Visitor.signedIn();
    await visitor.presses('New patient', 'Register a patient');
    await until(() =>
      visitor.all('label').some((each) => textOf(each) === 'One question at a time'),
    );
    visitor.one('case-form >> .mode input').click();
    await until(() => visitor.all('xf-screen').length === 1);
    await visitor.types('Coumba');
    await visitor.presses('Next', 'Send form');
    await visitor.sees('Saved on this computer');
    await visitor.presses('Continue', 'New patient', 'Register a patient');
    await until(() => visitor.all('xf-screen').length === 1);
    visitor.one('case-form >> .mode input').click();
    await until(() => visitor.all('xf-screen').length === 0);
    expect(visitor.button('Send form')).to.exist;
  });

  it('keeps an open form before a breadcrumb leads out of it', async () => {
    const visitor = await Visitor.signedIn();
    await visitor.presses('New patient', 'Register a patient');
    await visitor.types('Coumba');
    await visitor.presses('Clinic');
    await visitor.sees('Clinic');
    const [kept] = await visitor.clinic.store.readDrafts();
    expect(kept?.instanceXml).to.include('Coumba');
  });

  it('keeps an open form before signing out', async () => {
    const visitor = await Visitor.signedIn();
    await visitor.presses('New patient', 'Register a patient');
    await visitor.types('Coumba');
    await visitor.presses('Sign out');
    await visitor.sees('Sign in');
    expect(await visitor.clinic.store.readDrafts()).to.have.length(1);
  });

  it('stays in a form that cannot be kept, and says why; sending it later leads nowhere else', async () => {
    const visitor = await Visitor.signedIn();
    await visitor.presses('New patient', 'Register a patient');
    await visitor.types('Coumba');
    visitor.clinic.store.saveDraft = () => Promise.reject(new Error('The disk is full'));
    await visitor.presses('Clinic');
    await until(() => visitor.text.includes('The disk is full'));
    expect(visitor.heading).to.equal('Register a patient');
    await visitor.presses('Send form');
    await visitor.sees('Saved on this computer');
  });

  it('says that a form is sent only when the server has confirmed it', async () => {
    const visitor = await Visitor.signedIn();
    await visitor.presses('New patient', 'Register a patient');
    await visitor.types('Coumba');
    await visitor.presses('Send form');
    await visitor.sees('Saved on this computer');
    const { finished } = visitor.clinic.session.getSnapshot().context;
    visitor.app.device = { ...emptyDevice, sent: [finished?.instanceId ?? ''] };
    await visitor.sees('Form sent');
    expect(visitor.text).to.include('Owned by Village A');
  });

  it('asks for the password over the page when the session has ended, and closes when it is right', async () => {
    const clinic = new Clinic();
    const visitor = await Visitor.signedIn(clinic);
    clinic.syncEnd = { kind: 'signIn', message: 'The session has ended' };
    await visitor.presses('Sync now', 'Sign in again to send');
    const dialog = visitor.one('case-sign-in-again >> dialog') as HTMLDialogElement;
    await until(() => dialog.open);
    expect(visitor.text).not.to.include('The session has ended');
    await expectAccessible(visitor.app);
    clinic.sync.send({ type: 'sync.signIn', username: 'david', password: 'wrong' });
    await until(() => visitor.text.includes('The user name or the password is wrong.'));
    clinic.sync.send({ type: 'sync.signIn', username: 'david', password: 'right' });
    await until(() => !dialog.open);
    expect(visitor.heading).to.equal('Clinic');
  });

  it('tells what could not be fetched', async () => {
    const clinic = new Clinic();
    const visitor = await Visitor.signedIn(clinic);
    clinic.syncEnd = { kind: 'failed', message: 'The answer of the server is no restore.' };
    await visitor.presses('Sync now');
    await until(() => visitor.text.includes('The answer of the server is no restore.'));
  });

  it('speaks the language that is chosen in the bar, in the form as well', async () => {
    const visitor = await Visitor.signedIn();
    const select = visitor.one('xf-languages >> select') as HTMLSelectElement;
    select.value = 'fr';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await visitor.sees('Centre');
    expect(visitor.button('Nouveau')).not.to.equal(undefined);
  });

  it('has a bar of exactly 48 pixels where there is room, whatever it says', async () => {
    await setViewport({ width: 1280, height: 800 });
    const visitor = await Visitor.signedIn();
    visitor.app.device = { ...held, offline: true };
    await visitor.app.updateComplete;
    const bar = visitor.one('case-frame >> header');
    expect(bar.getBoundingClientRect().height).to.equal(48);
    expect(overlapping(bar)).to.deep.equal([]);
    await setViewport({ width: 800, height: 600 });
  });

  it('lays nothing in the bar over anything else in a narrow page', async () => {
    await setViewport({ width: 320, height: 640 });
    const visitor = await Visitor.signedIn();
    visitor.app.device = { ...held, offline: true };
    await visitor.app.updateComplete;
    expect(overlapping(visitor.one('case-frame >> header'))).to.deep.equal([]);
    await setViewport({ width: 800, height: 600 });
  });
});

/** Pairs of things in the bar that share room. */
function overlapping(bar: HTMLElement): string[] {
  const slots = [...bar.querySelectorAll('slot')].flatMap((slot) => slot.assignedElements());
  const things = [...bar.querySelectorAll('.project, .app, .user'), ...slots];
  const boxes = things.map((thing) => [textOf(thing), thing.getBoundingClientRect()] as const);
  return boxes.flatMap(([name, a], index) =>
    boxes.slice(index + 1).flatMap(([other, b]) => (meet(a, b) ? [`${name} / ${other}`] : [])),
  );
}

function meet(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
