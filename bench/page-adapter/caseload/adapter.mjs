// <xf-form> as it is shipped (`npm run build` first), for the side-by-side page benchmark.
import { adoptTheme } from '../../../dist/embed/xf-form.js';

const CONTAINERS = ['xf-group', 'xf-repeat', 'xf-repeat-item'];

adoptTheme(document);

class FormPage {
  #form;
  #questions = new Map();

  constructor(form) {
    this.#form = form;
  }

  visibleCount() {
    return countIn(this.#form);
  }

  text(ref) {
    const question = this.#question(ref);
    const label = question.shadowRoot?.querySelector('[part~=label]') ?? question.firstElementChild;
    return label.textContent;
  }

  /** Long lists are a combobox, which shows its choices only when it is opened: then what it will show counts. */
  options(ref) {
    const question = this.#question(ref);
    const shown = inside(question, '[part~=option]').map((option) => option.textContent);
    const labels = isCombobox(question)
      ? question.node.choices.map(({ label }) => label.text)
      : shown;
    return { count: labels.length, first: labels[0] ?? '' };
  }

  /** A question at rest wakes when it gets the focus, as it does for a person. */
  async setAnswer(ref, value, index = 0) {
    const question = await this.#awake(ref, index);
    const radios = inside(question, 'input[type=radio]');
    if (isCombobox(question)) chooseByText(question, String(value));
    else if (radios.length > 0) choose(radios, String(value));
    else typeInto(inside(question, 'input')[0], String(value));
  }

  addRepeat() {
    repeatsIn(this.#form).at(-1).shadowRoot.querySelector('[part~=add-button]').click();
  }

  failed() {
    return this.#form.shadowRoot?.querySelector('[part=failed]')?.textContent ?? null;
  }

  prepare() {}

  async waitSettled() {
    await this.#form.updateComplete;
  }

  unmount() {
    this.#form.remove();
  }

  async #awake(ref, index) {
    const question = this.#question(ref, index);
    if (question.shadowRoot !== null) return question;
    question.querySelector('input, [tabindex]').focus();
    // In an item the item wakes first, and the question within it then.
    for (let step = 0; step < 100; step += 1) {
      await null;
      this.#questions.clear();
      const woken = this.#question(ref, index);
      if (woken?.shadowRoot && woken.hasUpdated) return woken;
    }
    throw new Error(`${ref} does not wake`);
  }

  /** The element of a question, or what stands in its place while it rests. */
  #question(ref, index = 0) {
    const name = `${ref}#${index}`;
    let question = this.#questions.get(name);
    if (!question?.isConnected) {
      const controls = controlsNamed(ref, this.#form.form.controls);
      question = findListed(this.#form, `[data-key="${controls[index].key}"]`);
      this.#questions.set(name, question);
    }
    return question;
  }
}

function controlsNamed(name, controls, found = []) {
  for (const control of controls) {
    const isQuestion = !['group', 'repeat', 'item'].includes(control.kind);
    if (isQuestion && control.node.name === name) found.push(control);
    controlsNamed(name, control.children, found);
  }
  return found;
}

/** Counts by live collections, which the browser keeps: it is asked again and again. */
function countIn(container) {
  const list = listOf(container);
  if (list === null) return 0;
  const cards = list.getElementsByClassName('card').length;
  const inner = containersIn(list);
  return inner.reduce(
    (count, each) => count + countIn(each) - 1,
    list.getElementsByClassName('question').length - cards,
  );
}

function listOf({ shadowRoot }) {
  return shadowRoot?.querySelector('.questions, .items') ?? null;
}

function containersIn(list) {
  return CONTAINERS.flatMap((tag) => [...list.getElementsByTagName(tag)]);
}

/** The first that matches among what stands in the lists of a form, the innermost last. */
function findListed(container, selector) {
  const list = listOf(container);
  if (list === null) return null;
  const found = list.querySelector(selector);
  return found ?? firstOf(containersIn(list), (inner) => findListed(inner, selector));
}

function firstOf(containers, find) {
  for (const each of containers) {
    const found = find(each);
    if (found) return found;
  }
  return null;
}

/** All repeats below, the outermost first. */
function repeatsIn(container) {
  const inner = containersIn(listOf(container));
  return inner.flatMap((each) => [
    ...(each.localName === 'xf-repeat' ? [each] : []),
    ...repeatsIn(each),
  ]);
}

/** All elements below that match, those in shadow roots too, in document order. */
function inside(top, selector, found = []) {
  for (const child of (top.shadowRoot ?? top).children) {
    if (child.matches(selector)) found.push(child);
    inside(child, selector, found);
  }
  return found;
}

function isCombobox(question) {
  return question.shadowRoot.querySelector('[role=combobox]') !== null;
}

function chooseByText(question, value) {
  const input = question.shadowRoot.querySelector('[role=combobox]');
  const choice = question.node.choices.find((each) => each.value === value);
  typeInto(input, choice.label.text);
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}

function choose(radios, value) {
  const wanted = radios.find((radio) => radio.value === value);
  if (wanted === undefined) throw new Error(`no option ${value}`);
  wanted.click();
}

function typeInto(input, value) {
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: value }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export default {
  name: 'caseload',
  async mount({ xml }, container) {
    const form = document.createElement('xf-form');
    form.xml = xml;
    container.append(form);
    return new FormPage(form);
  },
};
