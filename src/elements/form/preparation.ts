import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { FormContext } from './form-context.ts';

/** The question whose answer is prepared. */
export interface PreparedQuestion {
  readonly context: FormContext;
  readonly node: InstanceNode;
  /** Said when the person wants to go on meanwhile. */
  readonly message: string;
}

/**
 * Work that makes an answer of a source, as of a photo: while it runs the form does not go on, and only the latest of it counts. Work
 * that is not done when its question goes is begun anew when that is back; until then the form is not sent.
 */
export class Preparation<Source> {
  #end: (() => void) | undefined;
  #running: { readonly question: PreparedQuestion; readonly source: Source } | undefined;

  /** Gives what the work makes, unless it was overtaken or called off. */
  async run<T>(
    question: PreparedQuestion,
    source: Source,
    work: Promise<T>,
    give: (made: T) => unknown,
  ): Promise<void> {
    this.callOff();
    this.#running = { question, source };
    const end = (this.#end = holdBack(question));
    const isLatest = () => this.#end === end;
    const made = await work.finally(() => isLatest() && end());
    if (!isLatest()) return;
    this.#end = this.#running = undefined;
    give(made);
  }

  callOff(): void {
    this.#end?.();
    this.#end = this.#running = undefined;
  }

  /** The question goes. True where work was under way, of which the source is kept. */
  putAside(): boolean {
    const running = this.#running;
    if (running === undefined) return false;
    const { context, node, message } = running.question;
    this.callOff();
    context.keepTyping(node, running.source);
    context.noteUnreadable(node, { value: node.lexical, reason: 'badValue', message });
    return true;
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
