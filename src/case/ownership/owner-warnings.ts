import { attributeOf, childElements, childNamed } from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { UNOWNED } from '../case.ts';
import { owningBlocks, ownerText, planOf } from './owner-plan.ts';
import type { PlacedBlock } from './owner-plan.ts';
import type { OwnerPlan } from './owner-resolution.ts';
import type { SharingRules } from './sharing-rules.ts';
import { readModel } from './xform-model.ts';
import type { XFormModel } from './xform-model.ts';

/**
 * What will surprise somebody about the owners of a form, although the form works.
 * `private`: the app shares cases, and this one, which names no owner at all, goes to the user alone. `relationship`: the same,
 * because an answer decides whether the case is a child or an extension. `mixed`: the form gives this owner itself and
 * leaves that of another create to the app. `fixed`: the owner is an id that stands in the form. `anyLocation`: the owner is
 * chosen among locations of all levels, also of those that own no cases. `unowned`: nobody will hold the case, for it is an extension of nothing.
 * `maybeUnowned`: the same when the owner question is not relevant. `severalOwners`: a question with several answers
 * gives the owner, and two ids in one text are nobody's.
 */
export interface OwnerWarning {
  readonly kind:
    | 'private'
    | 'relationship'
    | 'mixed'
    | 'unowned'
    | 'maybeUnowned'
    | 'severalOwners'
    | 'fixed'
    | 'anyLocation';
  readonly plan: OwnerPlan;
  /** Reference of the question that gives the owner, `''` when it is none. */
  readonly question: string;
  /** The id that stands in the form, `''` when it is none. */
  readonly owner: string;
  /** Of the case block, 1-based. */
  readonly line: number;
}

/** The warnings for an XForm, by case block in document order: those that create, and those that give a case to another owner. */
export function ownerWarnings(form: XmlElement, rules: SharingRules): OwnerWarning[] {
  const model = readModel(form);
  if (model === undefined) return [];
  const creates = owningBlocks(model.root).map((placed) => ({
    placed,
    plan: planOf(placed, model, rules),
  }));
  // Where the app may ask, an owner that the form gives and one that is asked for go together.
  const shares = creates.some(({ plan }) => plan.source === 'shared' && plan.policy === undefined);
  return creates.flatMap(({ placed, plan }) => {
    const question = ownerQuestion(placed, model);
    const owner = fixedOwner(placed, plan, model);
    const kinds = [
      rules.caseSharing && plan.source === 'user' && privateWarning(placed, model),
      shares && plan.source === 'given' && mayBeMixed(placed.block) && 'mixed',
      unownedWarning(placed, question, model),
      model.multipleAnswers.has(question) && 'severalOwners',
      owner !== '' && 'fixed',
      isAnyLocation(question, model) && 'anyLocation',
    ] as const;
    return kinds.flatMap((kind) =>
      kind ? { kind, plan, question, owner, line: placed.block.line } : [],
    );
  });
}

function privateWarning(
  { block, ref }: PlacedBlock,
  model: XFormModel,
): 'private' | 'relationship' | undefined {
  const index = `${ref}/index/`;
  const isAnswered = [...model.expressions.keys()].some(
    (target) => target.startsWith(index) && target.endsWith('/@relationship'),
  );
  if (isAnswered) return 'relationship';
  const create = childNamed(block, 'create');
  return create && childNamed(create, 'owner_id') === undefined ? 'private' : undefined;
}

/** An owner that is given to a case beside one that is left to the app; an extension has a host, and an update is no create. */
function mayBeMixed(block: XmlElement): boolean {
  return childNamed(block, 'create') !== undefined && !isExtension(block);
}

/** The id that stands in the form. A case may be parked on purpose: nobody owns `_archive_`. */
function fixedOwner({ block, ref }: PlacedBlock, plan: OwnerPlan, model: XFormModel): string {
  const rule = plan.computed?.rule;
  const expression = rule?.kind === 'expression' ? rule.xpath : ownerExpression(ref, model);
  const literal = /^\s*(?:'([^']*)'|"([^"]*)")\s*$/.exec(expression);
  const written = expression === '' ? ownerText(block) : '';
  const owner = literal ? (literal[1] ?? literal[2] ?? '') : written;
  return owner === UNOWNED || owner === '_archive_' ? '' : owner;
}

/** The locations fixture holds all that lie around the user; only a condition on the level leaves the others out. */
function isAnyLocation(question: string, model: XFormModel): boolean {
  const nodeset = model.itemsets.get(question)?.replace(/\s+/g, '').replaceAll('"', "'") ?? '';
  const isLocations = model.locationInstances.some((id) => nodeset.startsWith(`instance('${id}')`));
  return isLocations && !/@type|location_type|_id/.test(nodeset);
}

/** The question behind `owner_id`: the path that its expression consists of. */
function ownerQuestion({ ref }: PlacedBlock, model: XFormModel): string {
  const expression = ownerExpression(ref, model);
  return /^\s*(\/[\w./-]+)\s*$/.exec(expression)?.[1] ?? '';
}

function ownerExpression(ref: string, model: XFormModel): string {
  return (
    model.expressions.get(`${ref}/update/owner_id`) ??
    model.expressions.get(`${ref}/create/owner_id`) ??
    ''
  );
}

function unownedWarning(
  { block, ref }: PlacedBlock,
  question: string,
  model: XFormModel,
): 'unowned' | 'maybeUnowned' | undefined {
  if (!startsUnowned(block, ref, model) || isExtension(block)) return undefined;
  const update = childNamed(block, 'update');
  if (update === undefined || childNamed(update, 'owner_id') === undefined) return 'unowned';
  return mayBeIrrelevant(question, model) ? 'maybeUnowned' : undefined;
}

function startsUnowned(block: XmlElement, ref: string, model: XFormModel): boolean {
  const expression = model.expressions.get(`${ref}/create/owner_id`)?.trim();
  if (expression === undefined) return ownerText(block) === UNOWNED;
  return expression === `'${UNOWNED}'` || copiesUnowned(expression, model);
}

/** A case that has the owner of another one of the form, which nobody owns. */
function copiesUnowned(expression: string, { root, expressions }: XFormModel): boolean {
  const other = owningBlocks(root).find(({ ref }) => expression === `${ref}/create/owner_id`);
  return other !== undefined && !expressions.has(expression) && ownerText(other.block) === UNOWNED;
}

/** True when one index says so, or an answer decides what it is. */
function isExtension(block: XmlElement): boolean {
  const index = childNamed(block, 'index');
  return (
    index !== undefined &&
    childElements(index).some((edge) => (attributeOf(edge, 'relationship') ?? 'child') !== 'child')
  );
}

/** True when the question or a group around it has a condition. */
function mayBeIrrelevant(question: string, model: XFormModel): boolean {
  const steps = question.split('/');
  return steps.some((_, i) => model.conditional.has(steps.slice(0, i + 1).join('/')));
}
