import type { FormSession, SessionNode } from '../../src/engine.ts';
import { loadForm } from '../../src/engine.ts';
import type { EngineUnderTest, OpenForm } from './engine-under-test.ts';
import { startMeasuring } from './measure.ts';

class CaseloadForm implements OpenForm {
  readonly #session: FormSession;

  constructor(xml: string) {
    this.#session = loadForm(xml).createSession();
  }

  answer(ref: string, value: string): void {
    const refused = this.#session.setValue(ref, value);
    if (refused !== undefined) throw new RangeError(`${ref} refused ${value}: ${refused.reason}`);
  }

  addRepeat(ref: string): void {
    this.#session.addRepeat(ref);
  }

  itemCount(ref: string): number {
    return this.#node(ref).children.length;
  }

  label(ref: string): string {
    return this.#node(ref).label?.text ?? '';
  }

  relevant(ref: string): boolean {
    return this.#node(ref).relevant;
  }

  choiceLabels(ref: string): readonly string[] {
    return this.#node(ref).choices.map(({ label }) => label.text);
  }

  #node(ref: string): SessionNode {
    const node = this.#session.node(ref);
    if (node === undefined) throw new RangeError(`there is no node ${ref}`);
    return node;
  }
}

const caseload: EngineUnderTest = { load: (xml) => new CaseloadForm(xml) };

startMeasuring(caseload);
