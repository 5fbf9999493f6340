import { expect } from 'chai';
import type { XfErrorEvent } from '../../../src/elements/events/xf-error-event.ts';
import type { XfSubmitEvent } from '../../../src/elements/events/xf-submit-event.ts';
import '../../../src/elements/form/xf-form.ts';
import type { XfForm } from '../../../src/elements/form/xf-form.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  mount,
  part,
  textOf,
} from '../case/mount.ts';
import { control, findAll, focused, leave, settleAll, type } from './open-form.ts';
import { waitFor } from './wait-for.ts';

const visit = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
    xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
  <h:head><h:title>Visit</h:title><model>
    <instance><data id="visit"><name/><village/><photo/>
      <orx:meta><orx:instanceID/></orx:meta></data></instance>
    <instance id="villages" src="jr://file/villages.xml"/>
    <bind nodeset="/data/name" required="true()"/>
    <bind nodeset="/data/photo" type="binary"/>
    <setvalue event="xforms-ready" ref="/data/orx:meta/orx:instanceID" value="uuid()"/>
  </model></h:head>
  <h:body>
    <input ref="/data/name"><label>Name</label></input>
    <select1 ref="/data/village"><label>Village</label>
      <itemset nodeset="instance('villages')/root/village"><value ref="@id"/><label ref="."/></itemset>
    </select1>
    <upload ref="/data/photo" mediatype="image/*"><label>Photo</label></upload>
  </h:body></h:html>`;

const instances = {
  'jr://file/villages.xml':
    '<root><village id="a">Ada</village><village id="b">Bako</village></root>',
};

let element: XfForm;

beforeEach(() => {
  element = document.createElement('xf-form');
});

afterEach(() => element.remove());

/** Puts the element on the page and waits for the first of these events. */
async function opened<Name extends 'xf-ready' | 'xf-error'>(
  name: Name,
  given: Partial<XfForm>,
): Promise<GlobalEventHandlersEventMap[Name]> {
  const event = new Promise<GlobalEventHandlersEventMap[Name]>((resolve) =>
    element.addEventListener(name, resolve, { once: true }),
  );
  document.body.append(Object.assign(element, given));
  const told = await event;
  await settleAll(element);
  return told;
}

function answerName(text: string): void {
  const box = part<HTMLInputElement>(control(element, 'xf-input', '/data/name'), '#control');
  type(box, text);
  leave(box);
}

/** Lets the page decide about each submission, and remembers them. */
function taking(decide: (event: XfSubmitEvent) => void = () => undefined): XfSubmitEvent[] {
  const submitted: XfSubmitEvent[] = [];
  element.addEventListener('xf-submit', (event) => {
    submitted.push(event);
    decide(event);
  });
  return submitted;
}

async function send(): Promise<void> {
  button(element, 'Send form').click();
  await settleAll(element);
}

const text = (selector: string) => textOf(part(element, selector));

describe('<xf-form> that is given the text of a form', () => {
  it('runs it from the first question to the submission', async () => {
    await opened('xf-ready', { xml: visit, instances });
    const submitted = taking();
    answerName('Asha');
    await send();
    await waitFor(() => submitted.length === 1);
    const { xml, instanceId, formId } = submitted[0] as XfSubmitEvent;
    expect(xml).to.contain('<name>Asha</name>');
    expect(instanceId).to.match(/[0-9a-f]{8}-/);
    expect(xml).to.contain(instanceId);
    expect(formId).to.equal('visit');
    await waitFor(() => element.shadowRoot?.querySelector('[part="sent"]') !== null);
    await settleAll(element);
    expect(text('[part="sent"]')).to.contain('Form sent');
    expect(focused()).to.equal(part(element, '[part="sent"]'));
  });

  it('offers choices from the instances that it was given', async () => {
    await opened('xf-ready', { xml: visit, instances });
    const village = control(element, 'xf-select1', '/data/village');
    expect(textOf(part(village, '[part="base"]'))).to.contain('Bako');
  });

  it('is not submitted while an answer is missing', async () => {
    await opened('xf-ready', { xml: visit, instances });
    const submitted = taking();
    await send();
    expect(submitted).to.deep.equal([]);
    expect(focused()).to.equal(part(control(element, 'xf-input', '/data/name'), '#control'));
  });

  it('stays as it is when the page cancels the submission', async () => {
    await opened('xf-ready', { xml: visit, instances });
    const submitted = taking((event) => event.preventDefault());
    answerName('Asha');
    await send();
    await waitFor(() => submitted.length === 1 && !element.busy);
    expect(findAll(element, 'xf-input')).to.have.length(1);
    expect(element.form?.node('/data/name')?.lexical).to.equal('Asha');
    expect(text('[part="not-taken"]')).to.equal('');
  });

  it('waits for the page, and says why it was not taken', async () => {
    await opened('xf-ready', { xml: visit, instances });
    let refuse: (error: Error) => void = () => undefined;
    const submitted = taking((event) => {
      event.waitUntil(new Promise((_, reject) => (refuse = reject)));
    });
    answerName('Asha');
    await send();
    await waitFor(() => submitted.length === 1);
    expect(element.busy).to.be.true;
    refuse(new Error('The server is full. Try again tomorrow.'));
    await waitFor(() => !element.busy);
    await settleAll(element);
    expect(text('[part="not-taken"]')).to.contain('The server is full');
    expect(element.form?.node('/data/name')?.lexical).to.equal('Asha');
  });

  it('hands over the files that answers name, and no others', async () => {
    await opened('xf-ready', { xml: visit, instances });
    const submitted = taking();
    answerName('Asha');
    const upload = control(element, 'xf-upload', '/data/photo');
    for (const name of ['first.gif', 'second.png']) {
      const input = part<HTMLInputElement>(upload, '#control');
      const files = new DataTransfer();
      files.items.add(new File(['bytes'], name, { type: 'image/png' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await send();
    await waitFor(() => submitted.length === 1);
    const { xml, attachments } = submitted[0] as XfSubmitEvent;
    expect(attachments.map(({ name }) => name)).to.deep.equal(['photo.png']);
    expect(attachments[0]?.file.name).to.equal('second.png');
    expect(xml).to.contain('<photo>photo.png</photo>');
  });

  it('gives the page drafts, and goes on with one', async () => {
    await opened('xf-ready', { xml: visit, instances });
    const told = new Promise<string>((resolve) =>
      element.addEventListener('xf-draft', ({ xml }) => resolve(xml), { once: true }),
    );
    answerName('Asha');
    const draft = await told;
    element.remove();
    element = document.createElement('xf-form');
    await opened('xf-ready', { xml: visit, instances, draft });
    expect(element.form?.node('/data/name')?.lexical).to.equal('Asha');
  });

  it('shows nothing any more after the page has let the person leave, and the draft has come', async () => {
    await opened('xf-ready', { xml: visit, instances });
    const drafts: string[] = [];
    element.addEventListener('xf-draft', ({ xml }) => drafts.push(xml));
    answerName('Asha');
    element.actor?.send({ type: 'leave' });
    await waitFor(() => element.form === undefined);
    await settleAll(element);
    expect(drafts).to.have.length(1);
    expect(findAll(element, 'xf-input')).to.deep.equal([]);
    expect(element.shadowRoot?.querySelector('[part="sent"]')).to.be.null;
    await element.reopen();
    expect(element.form?.node('/data/name')?.lexical).to.equal('');
  });

  it('opens another form when it is given one', async () => {
    await opened('xf-ready', { xml: visit, instances });
    answerName('Asha');
    await opened('xf-ready', { xml: visit.replace('>Visit<', '>Second visit<') });
    expect(text('h1')).to.equal('Second visit');
    expect(element.form?.node('/data/name')?.lexical).to.equal('');
  });

  it('says at the beginning that what it creates would have no owner', async () => {
    const plan = { caseType: 'mother', ref: '/data/case', source: 'shared' } as const;
    const user = { userId: 'u1', name: 'david' };
    const ownership = { plans: [plan], candidates: [], user };
    const { problems } = await opened('xf-error', { xml: visit, instances, ownership });
    expect(problems[0]?.message).to.contain('You can’t register a mother yet');
    expect(element.form).to.be.undefined;
  });
});

describe('<xf-form> that cannot open its form', () => {
  it('names every fault with its place, and shows a message', async () => {
    const broken = visit.replace('required="true()"', 'required="true("');
    const { file, problems } = await opened('xf-error', { xml: broken, instances });
    expect(file).to.equal('form.xml');
    expect(problems).to.have.length(1);
    expect(problems[0]).to.include({ ref: '/data/name', line: 7 });
    expect(text('[part="failed"]')).to.contain('This form cannot be used as it is');
    expect(text('[part="failed"]')).to.contain('form.xml, line 7, /data/name:');
  });

  it('tells the line of what is no XML', async () => {
    const { problems } = await opened('xf-error', { xml: '<h:html>\n<oops' });
    expect(problems[0]?.line).to.be.greaterThan(0);
  });

  it('says which instance is broken', async () => {
    const given = { xml: visit, instances: { 'jr://file/villages.xml': '<root>' } };
    const { error } = await opened('xf-error', given);
    expect((error as XfErrorEvent & Error).message).to.contain('jr://file/villages.xml');
  });

  it('tells what the server answered, and opens when it is asked again and the form is there', async () => {
    const { problems } = await opened('xf-error', { src: '/no-such-form.xml' });
    expect(problems[0]?.message).to.match(/^\/no-such-form\.xml: the server answered 404/);
    const ready = new Promise((resolve) => element.addEventListener('xf-ready', resolve));
    element.instances = instances;
    element.src = URL.createObjectURL(new Blob([visit]));
    await ready;
    await settleAll(element);
    expect(text('h1')).to.equal('Visit');
    URL.revokeObjectURL(element.src);
  });
});

describe('what <xf-form> says about a form that it runs', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`passes axe and fits 320 px in ${theme}: not opened, not taken, sent`, async () => {
      const broken = visit.replace('required="true()"', 'required="aFunctionThatNobodyKnows()"');
      const failed = await mount('xf-form', { xml: broken }, { theme, width: '320px' });
      await waitFor(() => failed.shadowRoot?.querySelector('[part="failed"]') !== null);
      part<HTMLDetailsElement>(failed, 'details').open = true;
      await expectAccessible(failed);
      expectNoSidewaysScroll(failed);
      element = await mount('xf-form', { xml: visit, instances }, { theme, width: '320px' });
      await waitFor(() => findAll(element, 'xf-input').length === 1);
      let takes = false;
      taking((event) =>
        event.waitUntil(takes ? Promise.resolve() : Promise.reject(new Error('Full'))),
      );
      await settleAll(element);
      answerName('Asha');
      await send();
      await waitFor(() => text('[part="not-taken"]') === 'Full');
      await expectAccessible(element);
      takes = true;
      await send();
      await waitFor(() => element.shadowRoot?.querySelector('[part="sent"]') !== null);
      await expectAccessible(element);
      expectNoSidewaysScroll(element);
    });
  }
});

describe('<xf-form> with a form of the page', () => {
  it('leaves an address alone', async () => {
    await opened('xf-ready', { xml: visit, instances });
    const { form } = element;
    element.remove();
    element = document.createElement('xf-form');
    const told: string[] = [];
    for (const name of ['xf-ready', 'xf-error'] as const)
      element.addEventListener(name, () => told.push(name));
    Object.assign(element, { form, src: '/no-such-form.xml' });
    document.body.append(element);
    await settleAll(element);
    expect(text('h1')).to.equal('Visit');
    expect(told).to.deep.equal([]);
  });
});
