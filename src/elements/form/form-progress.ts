import type { ControlNode } from '../../xforms/control-node.ts';

/** How far a form, or a part of it, is. Counts the questions that a person can answer now. */
export interface Progress {
  readonly total: number;
  readonly answered: number;
  /** How many questions show an error. */
  readonly wrong: number;
}

/** A group or repeat of the top level, as the outline shows it. */
export interface SectionProgress extends Progress {
  readonly control: ControlNode;
}

/** How far a form is, at one moment. */
export interface FormProgress extends Progress {
  /** The questions that show an error, in form order. */
  readonly toCheck: readonly ControlNode[];
  readonly sections: readonly SectionProgress[];
  /** Some of the questions are required and some are not. */
  readonly mixesRequired: boolean;
}

/** Every question below these controls that is on the page, in form order: notes and texts too. */
export function* questionsOf(controls: readonly ControlNode[]): Generator<ControlNode> {
  for (const control of controls) {
    if (!control.relevant) continue;
    if (isContainer(control)) yield* questionsOf(control.children);
    else yield control;
  }
}

/** True for what holds questions and is none. */
export function isContainer({ kind }: ControlNode): boolean {
  return kind === 'group' || kind === 'repeat' || kind === 'item';
}
