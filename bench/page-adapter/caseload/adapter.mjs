// <xf-form> as it is shipped (`npm run build` first), for the side-by-side page benchmark.
import { adoptTheme } from '../../../dist/embed/xf-form.js';

const QUESTIONS = 'xf-input, xf-select1, xf-select, xf-rank, xf-range, xf-upload, xf-trigger';
const CONTAINERS = 'xf-group, xf-repeat, xf-repeat-item';

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
    return inside(this.#question(ref), '[part~=label]')[0]?.textContent ?? '';
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

  setAnswer(ref, value, index = 0) {
    const question = this.#question(ref, index);
    const radios = inside(question, 'input[type=radio]');
    if (isCombobox(question)) chooseByText(question, String(value));
    else if (radios.length > 0) choose(radios, String(value));
    else typeInto(inside(question, 'input')[0], String(value));
  }

  addRepeat() {
    inside(this.#form, '[part~=add-button]').at(-1).click();
  }

  failed() {
    return inside(this.#form, '[part=failed]')[0]?.textContent ?? null;
  }

  prepare() {}

  async waitSettled() {
    await this.#form.updateComplete;
  }

  unmount() {
    this.#form.remove();
  }

  #all() {
    return inside(this.#form, QUESTIONS);
  }

  #question(ref, index = 0) {
    const key = `${ref}#${index}`;
    let question = this.#questions.get(key);
    if (!question?.isConnected) {
      question = this.#all().filter((each) => each.node?.definition.target.name === ref)[index];
      this.#questions.set(key, question);
    }
    return question;
  }
}

/** Counts without a walk through every element: it is asked again and again. */
function countIn(container) {
  const root = container.shadowRoot;
  if (root === null) return 0;
  let count = root.querySelectorAll(QUESTIONS).length;
  for (const inner of root.querySelectorAll(CONTAINERS)) count += countIn(inner);
  return count;
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
