// The peer. Plain JavaScript: its types are not there before `npm run bench` has installed it.
import { createInstance } from '@getodk/xforms-engine';
import { startMeasuring } from './measure.ts';

/** @implements {import('./engine-under-test.ts').OpenForm} */
class PeerForm {
  #root;
  #nodes = new Map();

  constructor(root) {
    this.#root = root;
  }

  answer(ref, value) {
    const node = this.#node(ref);
    if (node.nodeType === 'select') node.selectValue(value);
    else node.setValue(value);
  }

  addRepeat(ref) {
    this.#node(ref).addInstances();
  }

  itemCount(ref) {
    return this.#node(ref).currentState.children.length;
  }

  label(ref) {
    return this.#node(ref).currentState.label?.asString ?? '';
  }

  relevant(ref) {
    return this.#node(ref).currentState.relevant;
  }

  choiceLabels(ref) {
    return this.#node(ref).currentState.valueOptions.map(({ label }) => label.asString);
  }

  #node(ref) {
    if (this.#nodes.size === 0) this.#remember(this.#root);
    return this.#nodes.get(ref);
  }

  // What stands in a repeat is not asked for, and there is too much of it.
  #remember(node) {
    for (const child of node.currentState.children ?? []) {
      this.#nodes.set(child.currentState.reference, child);
      if (!child.nodeType.startsWith('repeat-range')) this.#remember(child);
    }
  }
}

const form = {
  fetchFormAttachment: () => Promise.reject(new Error('these forms have no attachments')),
};

startMeasuring({
  async load(xml) {
    const { root } = await createInstance(xml, { form });
    return new PeerForm(root);
  },
});
