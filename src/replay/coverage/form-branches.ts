import { CASE_NAMESPACE } from '../../case/case-transaction.ts';
import type { OwnerPlan } from '../../case/ownership/owner-resolution.ts';
import type { ControlDefinition } from '../../xforms/definition/control-definition.ts';
import type { FormDefinition } from '../../xforms/definition/form-definition.ts';
import type { NodeDefinition } from '../../xforms/definition/node-definition.ts';
import type { CompiledExpression } from '../../xpath/compiled-expression.ts';
import type { Branch, BranchKind } from './branch.ts';
import { branchId } from './branch.ts';

/** What becomes of the owner of a new case: told by the step that manages cases, or before the form opens. */
export type OwnerOutcome =
  'resolved' | 'asked' | 'noCandidate' | 'manyCandidates' | 'noComputedOwner';

/**
 * All branches of a form, in its order: what is asked and answered, each condition both ways, the choices that stand in it, how many
 * items a repeat has, what it does to cases, and what becomes of their owners. A condition that is the same for everybody
 * (`true()`) is no branch.
 */
export function formBranches(form: FormDefinition, plans: readonly OwnerPlan[]): Branch[] {
  const nodes = form.document.descendants();
  return [
    ...nodes.flatMap((node) => nodeBranches(node, form)),
    ...plans.flatMap((plan) => ownerBranches(plan)),
  ];
}

function nodeBranches(node: NodeDefinition, form: FormDefinition): Branch[] {
  return [
    ...questionBranches(node, form),
    ...conditionBranches(node, form),
    ...choiceBranches(node),
    ...repeatBranches(node),
    ...caseBranches(node),
  ];
}

function questionBranches(node: NodeDefinition, form: FormDefinition): Branch[] {
  const question = questionAt(node);
  if (question === undefined) return [];
  const sides = canBeAnswered(node, question, form) ? ['seen', 'answered'] : ['seen'];
  return branches('question', node, sides, question.line);
}

/** The first control that asks something of the node. */
export function questionAt({ controls }: NodeDefinition): ControlDefinition | undefined {
  return controls.find(({ kind }) => kind !== 'group' && kind !== 'repeat');
}

/** CommCare's labels are triggers that nobody presses. */
function canBeAnswered(
  node: NodeDefinition,
  question: ControlDefinition,
  { dialect }: FormDefinition,
): boolean {
  if (question.kind === 'trigger' && dialect === 'commcare') return false;
  const { bind } = node;
  return !(bind?.readonly !== undefined && isConstant(bind.readonly, node));
}

function conditionBranches(node: NodeDefinition, form: FormDefinition): Branch[] {
  const { bind } = node;
  if (bind === undefined) return [];
  const { relevant, required, constraint, line } = bind;
  const isAsked = questionAt(node) !== undefined;
  return [
    ...(varies(relevant, node) && !isCertain(relevant, node, form)
      ? branches('relevant', node, ['true', 'false'], line)
      : []),
    ...(isAsked && varies(required, node)
      ? branches('required', node, ['true', 'false'], line)
      : []),
    ...(isAsked && constraint !== undefined && !isAlways(constraint)
      ? branches('constraint', node, ['met', 'broken'], line)
      : []),
  ];
}

function varies(
  expression: CompiledExpression | undefined,
  node: NodeDefinition,
): expression is CompiledExpression {
  return expression !== undefined && !isConstant(expression, node);
}

/**
 * True for a condition that only asks whether nodes are there which always are, wherever it is asked: so do the case blocks that are
 * written for questions that everybody is asked.
 */
function isCertain(
  condition: CompiledExpression,
  node: NodeDefinition,
  { document }: FormDefinition,
): boolean {
  if (condition.volatile) return false;
  const assumed = new Set(ancestorsOf(node).map(({ bind }) => bind?.relevant?.source));
  return condition.references(node.path).every(({ instance, path, structural }) => {
    const read = instance === undefined && structural ? document.find(path) : undefined;
    return read !== undefined && isAlwaysThere(read, assumed);
  });
}

/** `assumed`: conditions that hold wherever it is asked. */
function isAlwaysThere(node: NodeDefinition, assumed: ReadonlySet<string | undefined>): boolean {
  return [node, ...ancestorsOf(node)].every(({ repeat, bind }) => {
    const condition = bind?.relevant;
    return repeat === undefined && (condition === undefined || assumed.has(condition.source));
  });
}

function ancestorsOf({ parent }: NodeDefinition): readonly NodeDefinition[] {
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)];
}

/** True for an expression that reads nothing and asks neither clock nor chance. */
function isConstant(expression: CompiledExpression, node: NodeDefinition): boolean {
  return !expression.volatile && expression.references(node.path).length === 0;
}

function isAlways({ source }: CompiledExpression): boolean {
  return /^\s*(true|false)\s*\(\s*\)\s*$/.test(source);
}

function choiceBranches(node: NodeDefinition): Branch[] {
  return node.controls.flatMap((control) => {
    if (!('items' in control)) return [];
    const values = [...new Set(control.items.map(({ value }) => value))];
    return branches('choice', node, values, control.line);
  });
}

function repeatBranches(node: NodeDefinition): Branch[] {
  const { repeat } = node;
  if (repeat === undefined || repeat.noAddRemove) return [];
  if (repeat.count !== undefined && isConstant(repeat.count, node)) return [];
  return branches('repeat', node, ['none', 'one', 'many'], repeat.line);
}

const ACTIONS: ReadonlySet<string> = new Set(['create', 'update', 'close']);

/** What a case block does; that it does not is a matter of its relevance. */
function caseBranches(node: NodeDefinition): Branch[] {
  const { parent, namespace, name } = node;
  const isAction =
    namespace === CASE_NAMESPACE && parent?.name === 'case' && parent.namespace === namespace;
  return isAction && ACTIONS.has(name)
    ? branches('case', node, ['done'], node.bind?.line ?? 0)
    : [];
}

function ownerBranches({ ref, source, policy = 'strict' }: OwnerPlan): Branch[] {
  if (source !== 'shared' && source !== 'computed') return [];
  const outcomes: readonly OwnerOutcome[] = OUTCOMES[source][policy];
  return outcomes.map((side) => branch('owner', ref, side, 0));
}

const OUTCOMES: Record<
  'shared' | 'computed',
  Record<NonNullable<OwnerPlan['policy']>, readonly OwnerOutcome[]>
> = {
  shared: {
    strict: ['resolved', 'noCandidate', 'manyCandidates'],
    ask: ['resolved', 'asked', 'noCandidate'],
    primary: ['resolved', 'asked', 'noCandidate'],
  },
  computed: {
    strict: ['resolved', 'noComputedOwner'],
    ask: ['resolved', 'asked', 'noComputedOwner'],
    primary: ['resolved', 'asked', 'noComputedOwner'],
  },
};

function branches(
  kind: BranchKind,
  { ref }: NodeDefinition,
  sides: readonly string[],
  line: number,
): Branch[] {
  return sides.map((side) => branch(kind, ref, side, line));
}

function branch(kind: BranchKind, ref: string, side: string, line: number): Branch {
  return { id: branchId(kind, ref, side), kind, ref, side, line };
}
