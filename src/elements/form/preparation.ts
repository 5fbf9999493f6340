import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { FormContext } from './form-context.ts';

/** The question whose answer is prepared. */
export interface PreparedQuestion {
  readonly context: FormContext;
  readonly node: InstanceNode;
  /** Said when the person wants to go on meanwhile. */
  readonly message: string;
}

/** Work that makes an answer, as scaling a photo does: while it runs the form does not go on, and only the latest of it counts. */
export class Preparation {
  #end: (() => void) | undefined;

  /** Gives what the work makes, unless it was overtaken or called off. */
  async run<T>(
    question: PreparedQuestion,
    work: Promise<T>,
    give: (made: T) => unknown,
  ): Promise<void> {
    this.callOff();
    const end = (this.#end = holdBack(question));
    const isLatest = () => this.#end === end;
    const made = await work.finally(() => isLatest() && end());
    if (!isLatest()) return;
    this.#end = undefined;
    give(made);
  }

  callOff(): void {
    this.#end?.();
    this.#end = undefined;
  }
}

// Nothing is said before somebody wants to go on: most work is over sooner.
function holdBack({ context, node, message }: PreparedQuestion): () => void {
  let noted = false;
  const release = context.hold(() => {
    noted = true;
    context.noteUnreadable(node, { value: node.lexical, reason: 'badValue', message });
  });
  return () => {
    release();
    if (noted) context.noteUnreadable(node, undefined);
  };
}
