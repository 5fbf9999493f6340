import { expect } from 'chai';
import type { WorkIds } from '../../../src/elements/events/work-event.ts';
import type { FormStorage } from '../../../src/elements/form/form-storage.ts';
import { offerFormStorage } from '../../../src/elements/form/form-storage.ts';
import '../../../src/elements/form/xf-form.ts';
import type { XfForm } from '../../../src/elements/form/xf-form.ts';
import { readSession, type SavedSession } from '../../../src/elements/form/session-token.ts';
import type { InstanceNode } from '../../../src/xforms/instance/instance-node.ts';
import { formDrafts } from '../../../src/storage/form-drafts.ts';
import { button, part, textOf } from '../case/mount.ts';
import { control, focused, leave, settleAll, type } from './open-form.ts';
import { waitFor } from './wait-for.ts';

const visit = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
    xmlns:orx="http://openrosa.org/xforms" xmlns:jr="http://openrosa.org/javarosa">
  <h:head><h:title>Visit</h:title><model>
    <instance><data xmlns="http://example.org/visit"><name/><age/><photo/><child jr:template=""><name/></child>
      <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="c1" date_modified=""/>
      <orx:meta><orx:instanceID/></orx:meta></data></instance>
    <itext><translation lang="en" default=""><text id="name"><value>Name</value></text></translation>
      <translation lang="fr"><text id="name"><value>Nom</value></text></translation></itext>
    <bind nodeset="/data/name" required="true()"/>
    <bind nodeset="/data/age" type="xsd:int" xmlns:xsd="http://www.w3.org/2001/XMLSchema"/>
    <bind nodeset="/data/photo" type="binary"/>
    <setvalue event="xforms-ready" ref="/data/orx:meta/orx:instanceID" value="uuid()"/>
  </model></h:head>
  <h:body>
    <input ref="/data/name"><label ref="jr:itext('name')"/></input>
    <input ref="/data/age"><label>Age</label></input>
    <upload ref="/data/photo" mediatype="image/*"><label>Photo</label></upload>
    <group ref="/data/child"><label>Child</label><repeat nodeset="/data/child">
      <input ref="/data/child/name"><label>Name of the child</label></input></repeat></group>
  </h:body></h:html>`;

type EventName = keyof GlobalEventHandlersEventMap & `xf-${string}`;

let element: XfForm;

beforeEach(() => {
  element = document.createElement('xf-form');
});

afterEach(() => element.remove());

function next<Name extends EventName>(name: Name): Promise<GlobalEventHandlersEventMap[Name]> {
  return new Promise((resolve) => element.addEventListener(name, resolve, { once: true }));
}

async function open(given: Partial<XfForm> = {}, parent: Element = document.body) {
  const ready = next('xf-ready');
  parent.append(Object.assign(element, { xml: visit, ...given }));
  const event = await ready;
  await settleAll(element);
  return event;
}

/** Another element with the same form, as on a page that is opened later. */
async function openAgain(given: Partial<XfForm>) {
  element.remove();
  element = document.createElement('xf-form');
  return open(given);
}

function answer(ref: string, text: string): void {
  const box = part<HTMLInputElement>(control(element, 'xf-input', ref), '#control');
  type(box, text);
  leave(box);
}

async function press(words: string): Promise<void> {
  button(element, words).click();
  await settleAll(element);
}

const value = (ref: string) => element.form?.node(ref)?.lexical;
const shown = (selector: string) => element.shadowRoot?.querySelector(selector);

describe('what an event of <xf-form> says about the work', () => {
  it('carries form, instance, session and cases from the first answer to the sending', async () => {
    const heard = new Map<string, WorkIds>();
    for (const name of [
      'xf-ready',
      'xf-answer',
      'xf-change',
      'xf-draft',
      'xf-submit',
      'xf-sent',
    ] as const)
      element.addEventListener(name, (event) => heard.set(name, { ...copy(event) }));
    await open({ caseIds: ['c0'] });
    answer('/data/name', 'Asha');
    await next('xf-draft');
    await press('Send form');
    await waitFor(() => heard.has('xf-sent'));
    const ids = heard.get('xf-ready') as WorkIds;
    expect(ids).to.include({ formId: 'http://example.org/visit' });
    expect(ids.instanceId).to.match(/^[0-9a-f-]{36}$/);
    expect(ids.sessionId)
      .to.match(/^[0-9a-f-]{36}$/)
      .and.not.equal(ids.instanceId);
    expect(ids.caseIds).to.deep.equal(['c0', 'c1']);
    expect([...heard.keys()]).to.include.members([
      'xf-answer',
      'xf-change',
      'xf-draft',
      'xf-submit',
    ]);
    for (const [name, told] of heard) expect(told, name).to.deep.equal(ids);
  });

  it('still tells it when it is asked after it was heard', async () => {
    await open();
    const heard = next('xf-answer');
    answer('/data/name', 'Asha');
    const event = await heard;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(event.formId).to.equal('http://example.org/visit');
  });

  it('names what changed, what is to be checked, and that the form was left', async () => {
    await open();
    const invalid = next('xf-invalid');
    await press('Send form');
    expect((await invalid).refs).to.deep.equal(['/data/name']);
    const change = next('xf-change');
    answer('/data/name', 'Asha');
    expect((await change).refs).to.include('/data/name');
    const close = next('xf-close');
    element.actor?.send({ type: 'leave' });
    expect((await close).formId).to.equal('http://example.org/visit');
  });

  it('tells to which screen the person turned', async () => {
    await open({ mode: 'one-per-screen' });
    answer('/data/name', 'Asha');
    const turned = next('xf-page');
    await press('Next');
    expect((await turned).page).to.contain('/data/age');
  });
});

describe('a form that the page takes', () => {
  it('is kept back by a listener, which can say why', async () => {
    await open();
    const submitted: string[] = [];
    element.addEventListener('xf-submit', ({ xml }) => submitted.push(xml));
    element.addEventListener('xf-before-submit', (event) => event.refuse('Sign first.'), {
      once: true,
    });
    answer('/data/name', 'Asha');
    await press('Send form');
    await waitFor(() => textOf(part(element, '[part="not-taken"]')) === 'Sign first.');
    expect(submitted).to.deep.equal([]);
    await press('Send form');
    await waitFor(() => submitted.length === 1);
  });

  it('goes to the function that the page gives, and stays when that rejects', async () => {
    const taken: string[] = [];
    let full = true;
    await open({
      submission: async ({ xml, formId }) => {
        if (full) throw new Error('Full.');
        taken.push(formId, xml);
      },
    });
    answer('/data/name', 'Asha');
    await press('Send form');
    await waitFor(() => textOf(part(element, '[part="not-taken"]')) === 'Full.');
    full = false;
    await press('Send form');
    await waitFor(() => taken.length === 2);
    expect(taken[0]).to.equal('http://example.org/visit');
    expect(taken[1]).to.contain('<name>Asha</name>');
  });
});

describe('a form of which something is known before', () => {
  it('begins with it, adds the items that it needs, and says what was not taken', async () => {
    const prefill = { name: 'Asha', '/data/age': 31, 'child[2]/name': 'Neema', colour: 'red' };
    const { refusals } = await open({ prefill });
    expect([value('/data/name'), value('/data/age')]).to.deep.equal(['Asha', '31']);
    expect(value('/data/child[2]/name')).to.equal('Neema');
    expect(value('/data/child[1]/name')).to.equal('');
    expect(refusals).to.have.length(1);
    expect(refusals[0]).to.include({ reason: 'noSuchNode' });
  });

  it('takes it from an attribute as well', async () => {
    element.setAttribute('prefill', '{"name": "Asha"}');
    await open();
    expect(value('/data/name')).to.equal('Asha');
  });

  it('refuses what the question would refuse', async () => {
    const { refusals } = await open({ prefill: { age: 'old' } });
    expect(refusals.map(({ reason }) => reason)).to.deep.equal(['badValue']);
    expect(value('/data/age')).to.equal('');
  });
});

describe('a form that is gone on with', () => {
  async function tokenAfter(work: () => void): Promise<string> {
    const draft = next('xf-draft');
    work();
    return (await draft).token();
  }

  it('has its answers, files, language, screen and session again, by one text', async () => {
    await open({ mode: 'one-per-screen' });
    const { sessionId } = element.work;
    answer('/data/name', 'Asha');
    await press('Next');
    await press('Next');
    attach(new File(['bytes'], 'rash.png', { type: 'image/png' }));
    element.actor?.send({ type: 'language', language: 'fr' });
    const session = await tokenAfter(() => element.actor?.send({ type: 'save' }));
    expect(session).to.match(/^caseload-session-1\.[\w-]+$/);
    await openAgain({ session, mode: 'one-per-screen' });
    expect(value('/data/name')).to.equal('Asha');
    expect(element.form?.language).to.equal('fr');
    expect(element.page).to.contain('/data/photo');
    expect(element.work.sessionId).to.equal(sessionId);
    const sent = next('xf-submit');
    element.actor?.send({ type: 'complete' });
    const [file] = (await sent).attachments;
    expect(await file?.file.text()).to.equal('bytes');
  });

  it('is not begun with what was known before', async () => {
    await open();
    const session = await tokenAfter(() => answer('/data/name', 'Asha'));
    await openAgain({ session, prefill: { name: 'Neema' } });
    expect(value('/data/name')).to.equal('Asha');
  });

  it('says so when the text was cut', async () => {
    await open();
    const session = await tokenAfter(() => answer('/data/name', 'Asha'));
    element.remove();
    element = document.createElement('xf-form');
    const failed = next('xf-error');
    document.body.append(Object.assign(element, { xml: visit, session: session.slice(0, 60) }));
    expect((await failed).problems[0]?.message).to.contain('no saved session');
  });
});

describe('a form that is kept by the browser', () => {
  offerFormStorage(async () => formDrafts);
  const kept = { autosave: 'local', autosaveKey: 'test' } as const;
  const key = 'http://example.org/visit test';

  beforeEach(() => formDrafts.remove(key));

  async function keep(name: string): Promise<void> {
    answer('/data/name', name);
    await waitForSaving(() => shown('[part="saved"]') !== null);
  }

  /** Presses what opens the form anew, and waits for that. */
  async function again(words: string): Promise<void> {
    const ready = next('xf-ready');
    await press(words);
    await ready;
    await settleAll(element);
  }

  it('is not kept unless the page asks for it', async () => {
    await open();
    answer('/data/name', 'Asha');
    await next('xf-draft');
    await settleAll(element);
    expect(shown('[part="saved"]')).to.be.null;
    expect(await formDrafts.read('http://example.org/visit ')).to.be.undefined;
  });

  it('is there again with the next opening, says so, and can be begun anew and taken back', async () => {
    await open(kept);
    await keep('Asha');
    expect(textOf(part(element, '[part="saved"]'))).to.match(/^Saved on this computer \d/);
    await openAgain(kept);
    expect(value('/data/name')).to.equal('Asha');
    expect(textOf(part(element, '[part="kept"]'))).to.contain('are here again');
    await again('Start again');
    expect(value('/data/name')).to.equal('');
    await again('Undo');
    expect(value('/data/name')).to.equal('Asha');
  });

  it('is kept again after it was taken back, with what was answered last', async () => {
    await open(kept);
    await keep('Asha');
    await openAgain(kept);
    answer('/data/name', 'Neema');
    await again('Start again');
    expect(await formDrafts.read(key)).to.be.undefined;
    await again('Undo');
    await openAgain(kept);
    expect(value('/data/name')).to.equal('Neema');
  });

  it('stays with its key when the page goes on to another one while it is being kept', async () => {
    const texts = new Map<string, string>();
    const storage = slowly(storageIn(texts));
    await open({ ...kept, storage, autosaveKey: 'a' });
    const { sessionId } = element.work;
    attachTo(element, new File(['bytes'], 'rash.png', { type: 'image/png' }));
    answer('/data/name', 'Asha');
    element.actor?.send({ type: 'save' });
    element.autosaveKey = 'b';
    await element.reopen();
    answer('/data/name', 'Neema');
    element.actor?.send({ type: 'save' });
    await waitFor(() => texts.size === 2);
    const [a, b] = await Promise.all(['a', 'b'].map((each) => keptIn(texts, each)));
    expect(a).to.include({ sessionId }).and.have.property('draft').that.contains('Asha');
    expect(a?.files).to.have.length(1);
    expect(b?.files).to.be.empty;
    expect(b).to.have.property('draft').that.contains('Neema');
    expect(b?.sessionId).not.to.equal(sessionId);
  });

  it('opens empty where what was kept is damaged, says so, and puts that aside', async () => {
    await formDrafts.write(key, 'caseload-session-1.damaged');
    await open(kept);
    expect(value('/data/name')).to.equal('');
    expect(textOf(part(element, '[part="kept"]'))).to.contain('damaged');
    expect(await formDrafts.read(key)).to.be.undefined;
    expect(await formDrafts.read(`${key} damaged`)).to.equal('caseload-session-1.damaged');
    await formDrafts.remove(`${key} damaged`);
  });

  it('is forgotten when the page has it', async () => {
    await open(kept);
    await keep('Asha');
    const sent = next('xf-sent');
    await press('Send form');
    await sent;
    expect(await formDrafts.read(key)).to.be.undefined;
    await openAgain(kept);
    expect(value('/data/name')).to.equal('');
    expect(shown('[part="kept"]')).to.be.null;
  });

  it('goes where the page wants it, and says when it cannot be kept', async () => {
    const texts = new Map<string, string>();
    let full = false;
    const place = storageIn(texts);
    const storage: FormStorage = {
      ...place,
      write: async (name, token) => {
        if (full) throw new Error('No room left.');
        await place.write(name, token);
      },
    };
    await open({ ...kept, storage, caseIds: ['c7'] });
    await keep('Asha');
    expect([...texts.keys()]).to.deep.equal([`${key} c7`]);
    full = true;
    answer('/data/name', 'Neema');
    await waitForSaving(() => textOf(part(element, '[part="not-taken"]')) === 'No room left.');
    expect(value('/data/name')).to.equal('Neema');
  });
});

describe('<xf-form> in a <form> of the page', () => {
  let outer: HTMLFormElement;
  let sent: FormData[];

  beforeEach(() => {
    sent = [];
    outer = document.createElement('form');
    outer.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(new FormData(outer));
    });
    document.body.append(outer);
  });

  afterEach(() => outer.remove());

  it('keeps it from being sent while something is to be checked, and shows that', async () => {
    await open({}, outer);
    outer.requestSubmit();
    await settleAll(element);
    expect(sent).to.deep.equal([]);
    expect(focused()).to.equal(part(control(element, 'xf-input', '/data/name'), '#control'));
    answer('/data/name', 'Asha');
    await settleAll(element);
    outer.requestSubmit();
    expect(sent).to.have.length(1);
    expect(sent[0]?.get('/data/name')).to.equal('Asha');
  });

  it('keeps it from being sent while a question holds what the form was never handed', async () => {
    await open({ prefill: { name: 'Asha' } }, outer);
    const node = element.form?.node('/data/age') as InstanceNode;
    element.context?.noteUnreadable(node, { value: 'x', reason: 'badValue', message: 'No.' });
    await settleAll(element);
    outer.requestSubmit();
    expect(sent).to.deep.equal([]);
    element.context?.noteUnreadable(node, undefined);
    await settleAll(element);
    outer.requestSubmit();
    expect(sent).to.have.length(1);
  });

  it('sends the instance under its name, with what is still being typed', async () => {
    await open({ name: 'visit', prefill: { name: 'Asha' } }, outer);
    type(part<HTMLInputElement>(control(element, 'xf-input', '/data/age'), '#control'), '31');
    outer.requestSubmit();
    expect(sent[0]?.get('visit')).to.contain('<age>31</age>').and.contain('<name>Asha</name>');
    expect([...(sent[0]?.keys() ?? [])]).to.deep.equal(['visit']);
  });

  it('keeps it from being sent by program with the answer before the one that is being typed', async () => {
    await open({ prefill: { name: 'Asha', age: '4' } }, outer);
    const box = part<HTMLInputElement>(control(element, 'xf-input', '/data/age'), '#control');
    type(box, 'four');
    outer.requestSubmit();
    await settleAll(element);
    expect(sent).to.deep.equal([]);
    expect(focused()).to.equal(box);
    type(box, '5');
    outer.requestSubmit();
    expect(value('/data/age')).to.equal('5');
  });

  it('begins anew when the form is reset', async () => {
    await open({}, outer);
    answer('/data/name', 'Asha');
    const again = next('xf-ready');
    outer.reset();
    await again;
    expect(value('/data/name')).to.equal('');
  });
});

function copy({ formId, instanceId, sessionId, caseIds }: WorkIds): WorkIds {
  return { formId, instanceId, sessionId, caseIds };
}

function storageIn(texts: Map<string, string>): FormStorage {
  return {
    read: async (name) => texts.get(name),
    write: async (name, token) => void texts.set(name, token),
    remove: async (name) => void texts.delete(name),
  };
}

/** As a storage that other pages keep waiting. */
function slowly({ read, write, remove }: FormStorage): FormStorage {
  const later = () => new Promise((resolve) => setTimeout(resolve, 50));
  return {
    read: async (name) => later().then(() => read(name)),
    write: async (name, token) => later().then(() => write(name, token)),
    remove: async (name) => later().then(() => remove(name)),
  };
}

function keptIn(texts: ReadonlyMap<string, string>, autosaveKey: string): Promise<SavedSession> {
  return readSession(texts.get(`http://example.org/visit ${autosaveKey}`) ?? '');
}

function attach(file: File): void {
  attachTo(part(element, 'xf-screen'), file);
}

function attachTo(around: Element, file: File): void {
  const upload = part(around, 'xf-upload');
  const input = part<HTMLInputElement>(upload, '#control');
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Autosave takes a second. */
async function waitForSaving(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 4 && !holds(); tries += 1)
    await waitFor(holds).catch(() => undefined);
  expect(holds(), holds.toString()).to.be.true;
}
