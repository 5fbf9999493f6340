import { isAnswerable } from '../../xforms/answered-share.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { isVisible } from '../../xforms/visible-control.ts';
import { isSupported } from './control-elements.ts';

/** How far a form, or a part of it, is. Counts the questions that a person can answer now. */
export interface Progress {
  readonly total: number;
  readonly answered: number;
  /** The questions that show an error, in form order. */
  readonly toCheck: readonly ControlNode[];
}

/** A group or repeat of the top level, as the outline shows it. */
export interface SectionProgress extends Progress {
  readonly control: ControlNode;
}

export interface FormProgress extends Progress {
  readonly sections: readonly SectionProgress[];
  /** Some of the questions are required and some are not. */
  readonly mixesRequired: boolean;
}

type ErrorOf = (node: InstanceNode) => unknown;

/** Walks all visible questions once. `errorOf` says what shows at a node. */
export function measureProgress(controls: readonly ControlNode[], errorOf: ErrorOf): FormProgress {
  const questions = [...questionsOf(controls)];
  const answerable = questions.filter(isAsked);
  const required = answerable.filter(({ node }) => node.required).length;
  return {
    ...measure(questions, errorOf),
    sections: sectionsOf(controls).map((control) => ({
      control,
      ...measure([...questionsOf([control])], errorOf),
    })),
    mixesRequired: required > 0 && required < answerable.length,
  };
}

/** Every question below these controls that is on the page, in form order: notes and texts too. */
export function* questionsOf(controls: readonly ControlNode[]): Generator<ControlNode> {
  for (const control of controls) {
    if (!control.relevant) continue;
    if (isContainer(control)) yield* questionsOf(control.children);
    else yield control;
  }
}

function isContainer({ kind }: ControlNode): boolean {
  return kind === 'group' || kind === 'repeat' || kind === 'item';
}

function isAsked(control: ControlNode): boolean {
  return isSupported(control) && isAnswerable(control);
}

function measure(questions: readonly ControlNode[], errorOf: ErrorOf): Progress {
  const answerable = questions.filter(isAsked);
  return {
    total: answerable.length,
    answered: answerable.filter(({ node }) => node.lexical !== '').length,
    toCheck: questions.filter(({ node }) => errorOf(node) !== undefined),
  };
}

/** The named parts of the top level; a single group around everything is opened. */
function sectionsOf(controls: readonly ControlNode[]): readonly ControlNode[] {
  const visible = controls.filter(isVisible);
  const only = visible.length === 1 ? visible[0] : undefined;
  if (only?.kind === 'group') return sectionsOf(only.children);
  return visible.filter((each) => isContainer(each) && each.label !== undefined);
}
