import { childElements, childNamed, textOf } from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { trimControl } from '../case-text.ts';
import { isCaseBlock } from '../read-case-transactions.ts';
import type { ComputedOwner } from './computed-owner.ts';
import type { OwnerPlan } from './owner-resolution.ts';
import { sharingPolicy } from './sharing-rules.ts';
import type { ComputedOwnerRule, OwnerPolicy, SharingRules } from './sharing-rules.ts';
import { readModel } from './xform-model.ts';
import type { XFormModel } from './xform-model.ts';

/**
 * One plan for each case block of an XForm that creates a case, in document order: who decides its owner, read off
 * the model's values and expressions. An element without a `model` has no plans.
 */
export function ownerPlan(form: XmlElement, rules: SharingRules): OwnerPlan[] {
  const model = readModel(form);
  if (model === undefined) return [];
  return owningBlocks(model.root)
    .filter(({ block }) => isCreating(block))
    .map((placed) => planOf(placed, model, rules));
}

/** The plan of one case block. */
export function planOf(
  { block, ref }: PlacedBlock,
  model: XFormModel,
  rules: SharingRules,
): OwnerPlan {
  const caseType = caseTypeOf(block, ref, model);
  const computed = computedOwner(block, ref, model, rules.computed?.get(caseType));
  if (computed !== undefined)
    return { caseType, ref, source: 'computed', policy: rules.policy ?? 'strict', computed };
  const policy = sharingPolicy(rules, caseType);
  const source = ownerSource(block, ref, model, policy !== undefined);
  const plan = { caseType, ref, source };
  return source === 'shared' && isLenient(policy) ? { ...plan, policy } : plan;
}

/** What the form itself says about its owner comes before a rule of the app. */
function computedOwner(
  block: XmlElement,
  ref: string,
  { expressions, instances }: XFormModel,
  rule: ComputedOwnerRule | undefined,
): ComputedOwner | undefined {
  if (rule === undefined || childAt(block, 'update', 'owner_id') !== undefined) return undefined;
  const expression = expressions.get(`${ref}/create/owner_id`);
  return expression === undefined ? undefined : { rule, expression, instances };
}

function isLenient(policy: OwnerPolicy | undefined): policy is OwnerPolicy {
  return policy !== undefined && policy !== 'strict';
}

/** Written in place, or by a bind with a literal as save-to-case questions have it; `''` when it is computed. */
function caseTypeOf(block: XmlElement, ref: string, model: XFormModel): string {
  const expression = model.expressions.get(`${ref}/create/case_type`);
  const literal = expression && /^\s*(?:'([^']*)'|"([^"]*)")\s*$/.exec(expression);
  return literal ? (literal[1] ?? literal[2] ?? '') : textAt(block, 'create', 'case_type');
}

/** A case block of a form's main instance and where it stands. */
export interface PlacedBlock {
  readonly block: XmlElement;
  readonly ref: string;
}

/** The case blocks below the root of the main instance that say who owns a case, in document order. */
export function owningBlocks(root: XmlElement, path = `/${root.name}`): PlacedBlock[] {
  return childElements(root).flatMap((child) => {
    const ref = `${path}/${child.name}`;
    if (!isCaseBlock(child)) return owningBlocks(child, ref);
    return isCreating(child) || childAt(child, 'update', 'owner_id') ? [{ block: child, ref }] : [];
  });
}

function isCreating(block: XmlElement): boolean {
  return childNamed(block, 'create') !== undefined;
}

/** What the form writes into `create/owner_id` without an expression. */
export function ownerText(block: XmlElement): string {
  return textAt(block, 'create', 'owner_id');
}

function ownerSource(
  block: XmlElement,
  ref: string,
  model: XFormModel,
  isShared: boolean,
): OwnerPlan['source'] {
  if (childAt(block, 'update', 'owner_id') !== undefined) return 'given';
  // Without the element nobody can be written in: the transaction's user owns the case.
  if (childAt(block, 'create', 'owner_id') === undefined) return 'user';
  const expression = model.expressions.get(`${ref}/create/owner_id`);
  if (expression !== undefined) return sourceOf(expression, model);
  if (ownerText(block) !== '') return 'given';
  return isShared ? 'shared' : 'user';
}

function sourceOf(expression: string, model: XFormModel): OwnerPlan['source'] {
  const plain = normalize(expression);
  if (model.groupInstances.some((id) => plain === `instance('${id}')/groups/group/@id`)) {
    return 'shared';
  }
  return isUser(plain, model) ? 'user' : 'given';
}

function isUser(expression: string, model: XFormModel): boolean {
  if (expression === `/${model.root.name}/meta/userID`) return true;
  return model.sessionInstances.some((id) => {
    return expression === `instance('${id}')/session/context/userid`;
  });
}

/** Spaces and the kind of quotes do not matter in the expressions that are looked for. */
function normalize(expression: string): string {
  return expression.replace(/\s+/g, '').replaceAll('"', "'");
}

function childAt(block: XmlElement, action: string, name: string): XmlElement | undefined {
  const parent = childNamed(block, action);
  return parent && childNamed(parent, name);
}

function textAt(block: XmlElement, action: string, name: string): string {
  const child = childAt(block, action, name);
  return child === undefined ? '' : trimControl(textOf(child));
}
