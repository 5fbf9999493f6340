// Caseload's engine without a screen, for the side-by-side page benchmark.
import { loadForm } from '../../../src/engine.ts';

const SHOWN = ['input', 'select', 'select1', 'rank', 'range', 'upload', 'trigger', 'secret'];

class EnginePage {
  engineOnly = true;
  #session;
  #nodes = new Map();

  constructor(xml) {
    this.#session = loadForm(xml).createSession();
  }

  visibleCount() {
    return countQuestions(this.#session.body);
  }

  text(ref) {
    return this.#node(ref).label?.text ?? '';
  }

  options(ref) {
    const { choices } = this.#node(ref);
    return { count: choices.length, first: choices[0]?.label.text ?? '' };
  }

  setAnswer(ref, value, index = 0) {
    const refused = this.#session.setValue(this.#node(ref, index).ref, String(value));
    if (refused !== undefined) throw new Error(`refused: ${refused.reason}`);
  }

  addRepeat(ref) {
    this.#session.addRepeat(`/data/${ref}`);
  }

  async serialize() {
    return this.#session.submission.xml;
  }

  /** `ref` is the last step of a path: of a question, or of one in each item of the repeat. */
  #node(ref, index = 0) {
    const key = `${ref}#${index}`;
    if (!this.#nodes.has(key)) this.#nodes.set(key, this.#find(ref, index));
    return this.#nodes.get(key);
  }

  #find(ref, index) {
    return (
      this.#session.node(`/data/${ref}`) ?? this.#session.node(`/data/rep[${index + 1}]/${ref}`)
    );
  }

  prepare() {}

  async waitSettled() {}

  unmount() {}
}

function countQuestions(controls) {
  let count = 0;
  for (const control of controls) {
    if (!control.relevant) continue;
    count += SHOWN.includes(control.kind) ? 1 : countQuestions(control.children);
  }
  return count;
}

export default { name: 'caseload-engine', mount: async ({ xml }) => new EnginePage(xml) };
