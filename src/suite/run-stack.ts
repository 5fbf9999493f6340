import type { Evaluator } from './evaluator.ts';
import type { SessionFrame, SessionStep } from './session-step.ts';
import type { StackOperation, StackStep, StackValue } from './stack-operation.ts';

/** Where a stack of operations leads. */
export interface StackResult {
  /** The present frame as pushes and rewinds leave it. */
  readonly frame: SessionFrame;
  /** Frames to go to, the last one first. */
  readonly created: readonly SessionFrame[];
  readonly rewound: boolean;
  readonly cleared: boolean;
  /** The address of a jump, which ends everything else. */
  readonly link: string | undefined;
}

/** What the operations ask of the session they run in. */
export interface StackContext {
  readonly evaluator: Evaluator;
  /** The id of the datum that a session with this frame would ask for. */
  neededDatumId(frame: SessionFrame): string | undefined;
  /** True for a datum that is chosen from a list, so that going back stops there. */
  isChosen(datumId: string): boolean;
}

/** Runs the operations in order; their expressions see the session as it was before. Throws XPath errors. */
export function runStack(
  operations: readonly StackOperation[],
  frame: SessionFrame,
  context: StackContext,
): StackResult {
  const runner = new StackRunner(frame, context);
  for (const operation of operations) {
    if (!runner.run(operation)) break;
  }
  return runner;
}

class StackRunner implements StackResult {
  frame: SessionFrame;
  readonly created: SessionFrame[] = [];
  rewound = false;
  cleared = false;
  link: string | undefined;
  readonly #context: StackContext;

  constructor(frame: SessionFrame, context: StackContext) {
    this.frame = frame;
    this.#context = context;
  }

  /** False when nothing may follow: a rewind or jump ends the stack. */
  run({ kind, condition, steps }: StackOperation): boolean {
    if (condition !== undefined && !this.#context.evaluator.boolean(condition)) return true;
    if (kind === 'clear') this.cleared = true;
    if (kind === 'push') this.frame = this.#push(steps, this.frame);
    if (kind === 'create') this.created.push(this.#push(steps, []));
    return !this.rewound && this.link === undefined;
  }

  #push(steps: readonly StackStep[], start: SessionFrame): SessionFrame {
    let frame = start;
    for (const step of steps) {
      frame = this.#apply(step, frame);
      if (this.rewound || this.link !== undefined) break;
    }
    return frame;
  }

  #apply(step: StackStep, frame: SessionFrame): SessionFrame {
    switch (step.kind) {
      case 'command':
        return [...frame, { kind: 'command', id: this.#value(step.value) }];
      case 'datum':
        return [...frame, this.#datum(step.id, this.#value(step.value))];
      case 'query':
        return [...frame, this.#query(step)];
      case 'mark':
        return [...frame, { kind: 'mark', id: this.#context.neededDatumId(frame) ?? '' }];
      case 'rewind':
        return this.#rewind(step.value, frame);
      case 'jump':
        this.link = this.#context.evaluator.text(step.url);
        return frame;
    }
  }

  /** Without a mark to go back to, a rewind does nothing. */
  #rewind(value: StackValue, frame: SessionFrame): SessionFrame {
    const index = frame.findLastIndex((step) => step.kind === 'mark');
    const mark = frame[index];
    if (mark === undefined) return frame;
    this.rewound = true;
    return [...frame.slice(0, index), this.#datum(mark.id, this.#value(value))];
  }

  #datum(id: string, value: string): SessionStep {
    return { kind: 'datum', id, value, automatic: !this.#context.isChosen(id) };
  }

  #query({ id, url, data }: StackStep & { readonly kind: 'query' }): SessionStep {
    const { evaluator } = this.#context;
    const parameters = data.map(({ key, ref }) => ({ key, value: evaluator.string(ref) }));
    return { kind: 'query', id, url, root: undefined, parameters, caseTemplate: true, inputs: {} };
  }

  #value(value: StackValue): string {
    return value.kind === 'literal' ? value.text : this.#context.evaluator.string(value.source);
  }
}
