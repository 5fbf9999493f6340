import { expect } from 'chai';
import type { FormContext } from '../../../src/elements/form/form-context.ts';
import { fr } from '../../../src/elements/strings/fr.ts';
import { registerStrings } from '../../../src/elements/strings/registry.ts';
import {
  control,
  findAll,
  focused,
  openForm,
  settleAll,
  type,
  type FormParts,
} from './open-form.ts';
import { waitFor } from './wait-for.ts';

const MANY = 90;
const numbers = Array.from({ length: MANY }, (_, at) => at + 1);

const items = ['a', 'b']
  .map((v) => `<item><label>Choice ${v}</label><value>${v}</value></item>`)
  .join('');

/** A long form: boxes, choices of both kinds, notes, something that is asked only then, required questions and hints. */
const LONG: FormParts = {
  data: `${numbers.map((n) => `<q${n}/>`).join('')}<sum/><one/><some/><late/>`,
  binds: `<bind nodeset="/data/q2" type="int"/><bind nodeset="/data/q3" required="true()"/>
    <bind nodeset="/data/late" relevant="/data/q1 = 'yes'"/><bind nodeset="/data/q4" constraint=". != 'bad'"/>`,
  body: `${numbers
    .map(
      (n) => `<input ref="/data/q${n}"><label>Question ${n}</label><hint>Hint ${n}</hint></input>`,
    )
    .join('')}
    <input ref="/data/sum"><label>You said <output value="/data/q1"/></label></input>
    <select1 ref="/data/one"><label>Which one?</label>${items}</select1>
    <select ref="/data/some"><label>Which ones?</label>${items}</select>
    <input ref="/data/late"><label>Only then</label></input>`,
};

/** The questions at rest, in order. */
function atRest(element: Element): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.question.resting') ?? [])];
}

/** The resting question with that label. */
function resting(element: Element, label: string): HTMLElement {
  const found = atRest(element).find((each) => each.textContent.trim().startsWith(label));
  if (found === undefined) throw new Error(`Nothing rests under "${label}"`);
  return found;
}

/** The boxes that rest in something, as assistive technology finds them. */
function boxesIn(element: Element | undefined): HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>('[role=textbox]') ?? [])];
}

function boxIn(element: Element): HTMLElement | undefined {
  return boxesIn(element)[0];
}

/** As the Tab key does. */
function goTo(box: HTMLElement | null | undefined): void {
  let told = false;
  box?.addEventListener('focusin', () => (told = true), { once: true });
  box?.focus();
  // A tab in the background, as test files beside each other are, tells nobody where the focus is.
  if (!told) box?.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
}

function wordsOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** The labels of all questions in order, awake or at rest. */
function labelsOf(element: Element): string[] {
  const questions = [...(element.shadowRoot?.querySelectorAll('.block > .question') ?? [])];
  return questions.map((question) =>
    wordsOf(
      question.shadowRoot?.querySelector('[part~=label]') ??
        (question.firstElementChild as Element),
    ),
  );
}

/** From now on. */
function countListeners(context: FormContext): () => number {
  let count = 0;
  const observe = context.observe.bind(context);
  context.observe = (node, listener) => {
    const stop = observe(node, listener);
    let isOver = false;
    count += 1;
    return () => {
      if (!isOver) count -= 1;
      isOver = true;
      stop();
    };
  };
  return () => count;
}

describe('questions at rest', () => {
  it('stand in a long form, each in its place with label, hint and answer', async () => {
    const { element, form } = await openForm(LONG);
    form.transact([{ kind: 'setValue', ref: '/data/q7', value: 'Asha' }], { source: 'user' });
    await settleAll(element);
    expect(findAll(element, 'xf-input')).to.have.length(0);
    expect(atRest(element)).to.have.length(MANY + 3);
    const question = resting(element, 'Question 7');
    expect(wordsOf(question)).to.equal('Question 7Hint 7Asha');
    const box = boxIn(question);
    expect(box?.textContent).to.equal('Asha');
    const [label] = question.getElementsByClassName('label');
    expect(box?.getAttribute('aria-labelledby')).to.equal(label?.id);
    expect(box?.ariaDescription).to.equal('Hint 7');
  });

  it('do not rest over what was being typed in them when they were not asked for a while', async () => {
    const { element, form } = await openForm(LONG);
    const say = async (value: string) => {
      form.transact([{ kind: 'setValue', ref: '/data/q1', value }], { source: 'form' });
      await settleAll(element);
    };
    await say('yes');
    goTo(boxIn(resting(element, 'Only then')));
    await settleAll(element);
    const box = (control(element, 'xf-input').shadowRoot as ShadowRoot).querySelector('input');
    type(box as HTMLInputElement, 'Ash');
    await say('no');
    await say('yes');
    const again = control(element, 'xf-input').shadowRoot?.querySelector('input');
    expect(again?.value).to.equal('Ash');
  });

  it('are not in a form of few questions, which has its elements right away', async () => {
    const { element } = await openForm({
      data: '<name/>',
      body: '<input ref="/data/name"><label>Name</label></input>',
    });
    expect(atRest(element)).to.deep.equal([]);
    expect(findAll(element, 'xf-input')).to.have.length(1);
  });

  it('wake when they get the focus, and hand it on', async () => {
    const { element } = await openForm(LONG);
    goTo(boxIn(resting(element, 'Question 40')));
    await settleAll(element);
    const woken = control(element, 'xf-input', '/data/q40');
    expect(focused()).to.equal(woken.shadowRoot?.querySelector('input'));
    expect(labelsOf(element)[39]).to.equal('Question 40');
    expect(findAll(element, 'xf-input')).to.have.length(1);
    expect(atRest(element)).to.have.length(MANY + 2);
  });

  it('wake under the pointer, but not while a text is being marked', async () => {
    const { element } = await openForm(LONG);
    const point = (buttons: number) =>
      resting(element, 'Question 5').dispatchEvent(
        new PointerEvent('pointerover', { bubbles: true, buttons }),
      );
    point(1);
    await settleAll(element);
    expect(findAll(element, 'xf-input')).to.have.length(0);
    point(0);
    await settleAll(element);
    expect(control(element, 'xf-input', '/data/q5').isConnected).to.be.true;
  });

  it('take the choice that assistive technology presses', async () => {
    const { element, form } = await openForm(LONG);
    resting(element, 'Which one?').querySelectorAll<HTMLElement>('[role=radio]')[1]?.click();
    await settleAll(element);
    expect(form.node('/data/one')?.lexical).to.equal('b');
    resting(element, 'Which ones?').querySelectorAll<HTMLElement>('.choice')[0]?.click();
    await settleAll(element);
    expect(form.node('/data/some')?.lexical).to.equal('a');
  });

  it('show what an answer changes: another label, a question that comes, a choice', async () => {
    const { element, form } = await openForm(LONG);
    form.transact(
      [
        { kind: 'setValue', ref: '/data/q1', value: 'yes' },
        { kind: 'setValue', ref: '/data/one', value: 'b' },
      ],
      { source: 'user' },
    );
    await settleAll(element);
    expect(wordsOf(resting(element, 'You said'))).to.equal('You said yes');
    expect(labelsOf(element).at(-1)).to.equal('Only then');
    const radios = [...resting(element, 'Which one?').querySelectorAll('[role=radio]')];
    expect(radios.map((radio) => radio.ariaChecked)).to.deep.equal(['false', 'true']);
    form.transact([{ kind: 'setValue', ref: '/data/q1', value: 'no' }], { source: 'user' });
    await settleAll(element);
    expect(labelsOf(element).at(-1)).to.equal('Which ones?');
  });

  it('keep an answer away from what it does not concern', async () => {
    const { element, form } = await openForm(LONG);
    const seen: Node[] = [];
    const observer = new MutationObserver((records) =>
      seen.push(...records.map(({ target }) => target)),
    );
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(element.shadowRoot?.querySelector('.questions') as Element, all);
    form.transact([{ kind: 'setValue', ref: '/data/q1', value: 'maybe' }], { source: 'user' });
    await settleAll(element);
    observer.disconnect();
    // The box, and the words of one label.
    expect(seen.map((node) => node.textContent)).to.deep.equal(['maybe', 'You said maybe']);
  });

  it('cost few nodes: an element each for label, hint and box', async () => {
    const { element } = await openForm(LONG);
    const [question] = atRest(element);
    expect(question?.querySelectorAll('*')).to.have.length(3);
    expect(question?.shadowRoot).to.equal(null);
  });

  it('show what is wrong after an attempt to finish, and the first of it has the focus', async () => {
    const { element } = await openForm(LONG);
    await element.complete();
    await settleAll(element);
    const woken = control(element, 'xf-input', '/data/q3');
    expect(focused()).to.equal(woken.shadowRoot?.querySelector('input'));
  });

  it('show an error that came while they rested', async () => {
    const { element, form } = await openForm(LONG);
    form.transact([{ kind: 'setValue', ref: '/data/q4', value: 'bad' }], { source: 'user' });
    element.context?.attempt();
    await settleAll(element);
    const question = resting(element, 'Question 4');
    expect(question.classList.contains('invalid')).to.be.true;
    expect(question.querySelector('.field-error')?.textContent).to.contain('not allowed');
    expect(boxIn(question)?.ariaInvalid).to.equal('true');
    expect(boxIn(question)?.textContent).to.equal('bad');
  });

  it('read the same at rest and awake', async () => {
    const { element } = await openForm(LONG);
    const before = labelsOf(element);
    const control_ = element.questions;
    for (const { key } of element.controls) control_.wake(key);
    await settleAll(element);
    expect(atRest(element)).to.have.length(0);
    expect(labelsOf(element)).to.deep.equal(before);
  });

  it('are gone to by name', async () => {
    const { element } = await openForm(LONG);
    expect(await element.focusControl('/data/q77')).to.be.true;
    const woken = control(element, 'xf-input', '/data/q77');
    expect(focused()).to.equal(woken.shadowRoot?.querySelector('input'));
  });
});

describe('items at rest', () => {
  const ITEMS: FormParts = {
    data: `${'<child><name/><age/></child>'.repeat(40)}<sum/>`,
    binds: `<bind nodeset="/data/child/age" type="int"/><bind nodeset="/data/child/name" required="true()"/>
      <bind nodeset="/data/child" relevant="/data/sum != 'none'"/>`,
    body: `<group ref="/data/child"><label>Child</label><repeat nodeset="/data/child">
      <input ref="/data/child/name"><label>Name</label></input>
      <input ref="/data/child/age"><label>Age</label></input></repeat></group>`,
  };

  const cards = (element: Element) => [
    ...(repeatOf(element).shadowRoot?.querySelectorAll<HTMLElement>('.items > .block > *') ?? []),
  ];

  const repeatOf = (element: Element) => control(element, 'xf-repeat');

  const headingOf = (card: Element) =>
    wordsOf((card.shadowRoot ?? card).querySelector('h2, h3, h4') as Element);

  it('have their names, and follow the answer that names them', async () => {
    const { element, form } = await openForm(ITEMS);
    expect(cards(element)).to.have.length(40);
    expect(findAll(element, 'xf-repeat-item')).to.have.length(0);
    form.transact([{ kind: 'setValue', ref: '/data/child[3]/name', value: 'Amina' }], {
      source: 'user',
    });
    await settleAll(element);
    expect(headingOf(cards(element)[2] as Element)).to.equal('Child 3 of 40: Amina');
  });

  it('wake as a whole, and the question that was meant has the focus', async () => {
    const { element } = await openForm(ITEMS);
    goTo(boxesIn(cards(element)[20])[1]);
    await settleAll(element);
    const age = control(element, 'xf-input', '/data/child[21]/age');
    expect(focused()).to.equal(age.shadowRoot?.querySelector('input'));
    expect(findAll(element, 'xf-repeat-item')).to.have.length(1);
    expect(headingOf(cards(element)[20] as Element)).to.equal('Child 21 of 40');
  });

  it('make room for another one, which has the focus, and tell how many there are', async () => {
    const { element } = await openForm(ITEMS);
    repeatOf(element).shadowRoot?.querySelector<HTMLElement>('[part~=add-button]')?.click();
    await settleAll(element);
    expect(cards(element)).to.have.length(41);
    const name = control(element, 'xf-input', '/data/child[41]/name');
    expect(focused()).to.equal(name.shadowRoot?.querySelector('input'));
    expect(headingOf(cards(element)[0] as Element)).to.equal('Child 1 of 41');
  });

  it('are not touched by another one where there are many: their number is not told with each', async () => {
    const { element } = await openForm({
      ...ITEMS,
      data: `${'<child><name/><age/></child>'.repeat(70)}<sum/>`,
    });
    expect(headingOf(cards(element)[69] as Element)).to.equal('Child 70');
    const seen: Node[] = [];
    const observer = new MutationObserver((records) =>
      seen.push(...records.map(({ target }) => target)),
    );
    const items = repeatOf(element).shadowRoot?.querySelector('.items') as Element;
    observer.observe(items, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    repeatOf(element).shadowRoot?.querySelector<HTMLElement>('[part~=add-button]')?.click();
    await settleAll(element);
    observer.disconnect();
    const touched = cards(element).filter((card) => seen.some((node) => card.contains(node)));
    expect(touched.map(headingOf)).to.deep.equal([]);
    expect(headingOf(cards(element)[70] as Element)).to.equal('Child 71');
  });

  it('hear of nothing any more when their repeat is not asked', async () => {
    const { element, form } = await openForm(ITEMS);
    const listeners = countListeners(element.context as FormContext);
    const ask = async (value: string) => {
      form.transact([{ kind: 'setValue', ref: '/data/sum', value }], { source: 'user' });
      await settleAll(element);
    };
    await ask('none');
    const before = listeners();
    await ask('');
    await ask('none');
    expect(findAll(element, 'xf-repeat')).to.have.length(0);
    expect(listeners()).to.equal(before);
  });

  it('follow answers again when their form comes back to the page', async () => {
    const { element, form } = await openForm(ITEMS);
    const parent = element.parentElement as HTMLElement;
    element.remove();
    const edit = { kind: 'setValue', ref: '/data/child[3]/age', value: '7' } as const;
    form.transact([edit], { source: 'user' });
    parent.append(element);
    await settleAll(element);
    expect(boxesIn(cards(element)[2])[1]?.textContent).to.equal('7');
  });

  it('speak the language of the interface, all of them', async () => {
    const { element } = await openForm(ITEMS);
    const words = () => wordsOf(cards(element)[2]?.querySelector('.question') as Element);
    registerStrings(fr);
    expect(words()).to.contain('required');
    document.documentElement.lang = 'fr';
    await waitFor(() => !words().includes('required'));
    document.documentElement.lang = 'en';
    await waitFor(() => words().includes('required'));
  });

  it('are removed by their own button', async () => {
    const { element, form } = await openForm(ITEMS);
    cards(element)[4]?.querySelector<HTMLElement>('[data-remove]')?.click();
    await settleAll(element);
    expect(form.nodesOf('/data/child')).to.have.length(39);
    expect(cards(element)).to.have.length(39);
  });
});
