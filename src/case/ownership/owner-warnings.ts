import { attributeOf, childElements, childNamed } from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { UNOWNED } from '../case.ts';
import { creatingBlocks, ownerText, planOf } from './owner-plan.ts';
import type { PlacedBlock } from './owner-plan.ts';
import type { OwnerPlan } from './owner-resolution.ts';
import type { SharingRules } from './sharing-rules.ts';
import { readModel } from './xform-model.ts';
import type { XFormModel } from './xform-model.ts';

/**
 * What will surprise somebody about the owners of a form, although the form works.
 * `private`: the app shares cases, and this one goes to the user alone. `mixed`: the form gives this owner itself and
 * leaves that of another create to the app. `unowned`: nobody will hold the case, for it is an extension of nothing.
 * `maybeUnowned`: the same when the owner question is not relevant. `severalOwners`: a question with several answers
 * gives the owner, and two ids in one text are nobody's.
 */
export interface OwnerWarning {
  readonly kind: 'private' | 'mixed' | 'unowned' | 'maybeUnowned' | 'severalOwners';
  readonly plan: OwnerPlan;
  /** Reference of the question that gives the owner, `''` when it is none. */
  readonly question: string;
}

/** The warnings for an XForm, by create in document order. */
export function ownerWarnings(form: XmlElement, rules: SharingRules): OwnerWarning[] {
  const model = readModel(form);
  if (model === undefined) return [];
  const creates = creatingBlocks(model.root).map((placed) => ({
    placed,
    plan: planOf(placed, model, rules),
  }));
  const shares = creates.some(({ plan }) => plan.source === 'shared');
  return creates.flatMap(({ placed, plan }) => {
    const question = ownerQuestion(placed, model);
    const kinds = [
      rules.caseSharing && plan.source === 'user' && 'private',
      shares && plan.source === 'given' && !isExtension(placed.block) && 'mixed',
      unownedWarning(placed, question, model),
      model.multipleAnswers.has(question) && 'severalOwners',
    ] as const;
    return kinds.flatMap((kind) => (kind ? { kind, plan, question } : []));
  });
}

/** The question behind `owner_id`: the path that its expression consists of. */
function ownerQuestion({ ref }: PlacedBlock, model: XFormModel): string {
  const expression =
    model.expressions.get(`${ref}/update/owner_id`) ??
    model.expressions.get(`${ref}/create/owner_id`) ??
    '';
  return /^\s*(\/[\w./-]+)\s*$/.exec(expression)?.[1] ?? '';
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
  if (expression !== undefined) return expression === `'${UNOWNED}'`;
  return ownerText(block) === UNOWNED;
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
