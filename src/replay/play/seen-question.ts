import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { DivergenceSubject } from './divergence.ts';
import { subjectOf, whyProperty } from './explain.ts';

/** A question as the person has it before them, in the words of a recording. It is read when it is asked, and says how things are then. */
export class SeenQuestion {
  constructor(
    private readonly form: FormInstance,
    private readonly node: InstanceNode,
  ) {}

  get subject(): DivergenceSubject {
    return subjectOf(this.form, this.node);
  }

  /** `''` when it has no answer, or is not asked. */
  get value(): string {
    return this.node.text;
  }

  get relevant(): boolean {
    return this.node.relevant;
  }

  get required(): boolean {
    return this.node.required;
  }

  get readonly(): boolean {
    return this.node.readonly;
  }

  /** The form's own words for what is wrong with its answer, else what kind of fault it is; `''` when nothing is. */
  get error(): string {
    const { violation } = this.node;
    return violation === undefined ? '' : violation.message || violation.kind;
  }

  get label(): string {
    return this.#text('label');
  }

  get hint(): string {
    return this.#text('hint');
  }

  /** True where these words name what is wrong: by its kind, or by the form's own message; `''` is nothing. */
  hasError(words: string): boolean {
    const { violation } = this.node;
    // A fault that the form has no message for is a fault all the same.
    if (violation === undefined || words === '') return violation === undefined && words === '';
    return words === violation.kind || words === violation.message;
  }

  /** What can be chosen, by labels where `like` has some of them, else by values; empty where nothing can. */
  choicesLike(like: readonly string[]): readonly string[] {
    const select = this.node.definition.controls.find((control) => 'items' in control);
    const offered = select === undefined ? [] : this.form.choicesAt(select, this.node);
    const labels = offered.map((choice) => choice.label.text);
    const values = offered.map(({ value }) => value);
    return like.some((text) => labels.includes(text) && !values.includes(text)) ? labels : values;
  }

  /** Why a property is as it is: the form's expression and what it reads; empty where no expression decides. */
  why(property: string): readonly string[] {
    return whyProperty(this.form, this.node, property);
  }

  #text(part: 'label' | 'hint'): string {
    const control = this.node.definition.controls.find((each) => each[part] !== undefined);
    return control === undefined ? '' : (this.form.textAt(control, part, this.node)?.text ?? '');
  }
}
