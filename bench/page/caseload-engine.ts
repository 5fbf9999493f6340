import type { ControlNode } from '../../src/xforms/control-node.ts';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';
import type { Edit } from '../../src/xforms/transaction.ts';
import { FormInstance } from '../../src/xforms/form-instance.ts';
import type { EngineUnderTest, OpenForm } from './engine-under-test.ts';
import { startMeasuring } from './measure.ts';

const environment = {
  now: () => Date.now(),
  timeZone: 'UTC',
  random: () => Math.random(),
  uuid: () => crypto.randomUUID(),
  here: () => '',
  instance: () => undefined,
};

class CaseloadForm implements OpenForm {
  readonly #form: FormInstance;
  readonly #controls = new Map<string, ControlNode>();

  constructor(xml: string) {
    this.#form = FormInstance.create(parseForm(xml, 'bench.xml'), { environment });
  }

  answer(ref: string, value: string): void {
    this.#transact({ kind: 'setValue', ref, value });
  }

  addRepeat(ref: string): void {
    this.#transact({ kind: 'addRepeat', ref });
  }

  itemCount(ref: string): number {
    return this.#form.nodesOf(ref).length;
  }

  label(ref: string): string {
    return this.#control(ref).label?.text ?? '';
  }

  relevant(ref: string): boolean {
    return this.#form.node(ref)?.relevant ?? false;
  }

  choiceLabels(ref: string): readonly string[] {
    return this.#control(ref).choices.map(({ label }) => label.text);
  }

  #transact(edit: Edit): void {
    const { refusals } = this.#form.transact([edit], { source: 'user' });
    if (refusals.length > 0) throw new RangeError(`refused: ${JSON.stringify(refusals)}`);
  }

  #control(ref: string): ControlNode {
    if (this.#controls.size === 0)
      for (const control of this.#form.controls)
        this.#controls.set(control.definition.ref, control);
    const control = this.#controls.get(ref);
    if (control === undefined) throw new RangeError(`there is no control for ${ref}`);
    return control;
  }
}

const caseload: EngineUnderTest = { load: (xml) => new CaseloadForm(xml) };

startMeasuring(caseload);
