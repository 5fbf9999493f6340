import { XmlParseError } from '../../xml/xml-parse-error.ts';
import { attributeOf, childElements } from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import type { AppForm } from '../app-definition.ts';
import type { DefinitionProblem } from './app-definition-error.ts';
import type { AppDocument, FormDocument, Subcase } from './app-document.ts';
import type { CaseBlock, CreateOwner } from './case-block.ts';
import { writeCaseBlock } from './case-block.ts';
import { caseOwnerRule } from './case-owner-rule.ts';
import { propertyPath } from './case-names.ts';
import { checkQuestions } from './check-questions.ts';
import { instanceNames, knownSource } from './known-instances.ts';
import { writeMetaBlock } from './meta-block.ts';
import { newCaseDatums } from './new-case-datums.ts';
import { setAttribute, XFormDraft } from './xform-draft.ts';

/** What the compilation of a form needs to know of the app around it. */
export interface FormContext {
  readonly caseType: string;
  readonly app: AppDocument;
  /** The form's name in the default language. */
  readonly name: string;
  readonly problems: DefinitionProblem[];
}

const CASE = 'http://commcarehq.org/case/transaction/v2';
const SESSION_DATA = "instance('commcaresession')/session/data";
const THIS_CASE = `instance('casedb')/casedb/case[@case_id=${SESSION_DATA}/case_id]`;

/**
 * Writes case management and metadata into the author's plain XForm. Problems are added to those of the context; the
 * result is then `undefined` or not to be used.
 */
export function compileForm(
  form: FormDocument,
  text: string,
  context: FormContext,
): AppForm | undefined {
  const draft = openDraft(form, text, context.problems);
  if (draft === undefined) return undefined;
  checkQuestions(form, draft, context.problems);
  for (const block of caseBlocks(form, draft, context)) writeCaseBlock(draft, block);
  writePreloads(form, draft);
  writeMetaBlock(draft);
  declareInstances(draft);
  describeData(draft, context);
  return { xmlns: draft.data.namespace, path: form.xform, text: draft.toString() };
}

function openDraft(
  form: FormDocument,
  text: string,
  problems: DefinitionProblem[],
): XFormDraft | undefined {
  const report = (message: string, remedy: string) => {
    problems.push({ place: form.xform, message, remedy });
    return undefined;
  };
  try {
    const draft = new XFormDraft(text, form.xform);
    if (draft.data.namespace === '' || draft.data.namespace === 'http://www.w3.org/2002/xforms') {
      return report(
        'The data of the form has no namespace of its own.',
        'Give the first element of the instance an xmlns that no other form has.',
      );
    }
    if (hasCaseBlock(draft.data)) {
      return report(
        'The form has a case block already.',
        'Take it out: the case management of the app definition writes it.',
      );
    }
    return draft;
  } catch (error) {
    if (!(error instanceof XmlParseError) && !(error instanceof RangeError)) throw error;
    return report(error.message, 'Mend the form.');
  }
}

function hasCaseBlock(element: XmlElement): boolean {
  return childElements(element).some(
    (child) => (child.name === 'case' && child.namespace === CASE) || hasCaseBlock(child),
  );
}

/** The blocks of a form, the main case first. Elements for child cases are made on the way. */
function caseBlocks(form: FormDocument, draft: XFormDraft, context: FormContext): CaseBlock[] {
  const subcases = form.subcases.map((subcase, index) =>
    subcaseBlock(form, subcase, index, draft, context),
  );
  const main = mainBlock(form, draft, context);
  return main === undefined ? subcases : [main, ...subcases];
}

function mainBlock(
  form: FormDocument,
  draft: XFormDraft,
  context: FormContext,
): CaseBlock | undefined {
  const { openCase, closeCase } = form;
  if (openCase === undefined && form.requires === 'none') return undefined;
  const shared = { path: draft.dataPath, close: closeCase, index: undefined };
  if (openCase === undefined) {
    const caseId = `${SESSION_DATA}/case_id`;
    const always = { kind: 'always' } as const;
    const update = form.updateCase;
    return { ...shared, caseId, caseIdBy: 'bind', condition: always, create: undefined, update };
  }
  const external = openCase.externalIdQuestion;
  return {
    ...shared,
    caseId: `${SESSION_DATA}/${newCaseDatums(form, context.caseType).opened}`,
    caseIdBy: 'setvalue',
    condition: openCase.condition,
    create: {
      caseType: context.caseType,
      nameQuestion: openCase.nameQuestion,
      owner: ownerOf(
        { caseType: context.caseType, properties: form.updateCase, parentOwner: undefined },
        draft,
        context,
      ),
    },
    update:
      external === undefined ? form.updateCase : { external_id: external, ...form.updateCase },
  };
}

function subcaseBlock(
  form: FormDocument,
  subcase: Subcase,
  index: number,
  draft: XFormDraft,
  context: FormContext,
): CaseBlock {
  const datum = newCaseDatums(form, context.caseType).subcases[index];
  const handlesCase = form.openCase !== undefined || form.requires === 'case';
  return {
    path: subcasePath(form, subcase, index, draft),
    caseId: datum === undefined ? 'uuid()' : `${SESSION_DATA}/${datum}`,
    caseIdBy: datum === undefined ? 'bind' : 'setvalue',
    condition: subcase.condition,
    create: {
      caseType: subcase.caseType,
      nameQuestion: subcase.nameQuestion,
      owner: ownerOf({ ...subcase, parentOwner: parentOwner(form, draft) }, draft, context),
    },
    update: subcase.properties,
    close: undefined,
    index: handlesCase
      ? {
          name: subcase.referenceId,
          caseType: context.caseType,
          relationship: subcase.relationship,
          target: `${draft.dataPath}/case/@case_id`,
        }
      : undefined,
  };
}

/** The element for the block of a child case: one of its own, or the repeat itself when no other uses it. */
function subcasePath(
  form: FormDocument,
  { repeatContext }: Subcase,
  index: number,
  draft: XFormDraft,
): string {
  const parent = repeatContext ?? draft.dataPath;
  const sharers = form.subcases.filter((other) => other.repeatContext === repeatContext);
  if (repeatContext !== undefined && sharers.length === 1) return repeatContext;
  for (const element of draft.findAll(parent)) {
    element.children.push({
      ...element,
      name: `subcase_${index}`,
      prefix: '',
      attributes: [],
      children: [],
    });
  }
  return `${parent}/subcase_${index}`;
}

/** A case that is created, as far as its owner goes. */
interface OwnedCreate {
  readonly caseType: string;
  /** Question by property. */
  readonly properties: Readonly<Record<string, string>>;
  /** The expression for the owner of the case above; `undefined` where there is none. */
  readonly parentOwner: string | undefined;
}

function ownerOf(create: OwnedCreate, draft: XFormDraft, { app }: FormContext): CreateOwner {
  if (Object.hasOwn(create.properties, 'owner_id')) return { kind: 'given' };
  const rule = caseOwnerRule(app, create.caseType);
  switch (rule.kind) {
    case 'shared':
    case 'unowned':
      return { kind: rule.kind };
    case 'user':
      return computed(userId(draft));
    case 'location':
      return computed(`${OWN_LOCATION}/@${rule.level}_id`);
    case 'expression':
      return computed(rule.xpath);
    case 'parent':
      return create.parentOwner === undefined
        ? ownerWithoutParent(draft, app)
        : computed(create.parentOwner);
  }
}

/** As the app has it for cases of no type in particular. */
function ownerWithoutParent(draft: XFormDraft, { caseSharing }: AppDocument): CreateOwner {
  return caseSharing ? { kind: 'shared' } : computed(userId(draft));
}

function userId({ dataPath }: XFormDraft): string {
  return `${dataPath}/meta/userID`;
}

function computed(expression: string): CreateOwner {
  return { kind: 'computed', expression };
}

const OWN_LOCATION =
  "instance('locations')/locations/location[@id=instance('commcaresession')/session/user/data/commcare_location_id]";

/** Who owns the form's own case: the one that it opens, or the one that was chosen for it. */
function parentOwner({ openCase, requires, updateCase }: FormDocument, draft: XFormDraft) {
  if (openCase !== undefined)
    return updateCase['owner_id'] ?? `${draft.dataPath}/case/create/owner_id`;
  return requires === 'case' ? `${THIS_CASE}/@owner_id` : undefined;
}

function writePreloads(form: FormDocument, draft: XFormDraft): void {
  for (const [question, property] of Object.entries(form.casePreload)) {
    draft.addSetvalue('xforms-ready', question, `${THIS_CASE}/${propertyPath(property)}`);
  }
}

function declareInstances(draft: XFormDraft): void {
  draft.addInstance('commcaresession', 'jr://instance/session');
  // Found in the text, because expressions stand in many kinds of attributes.
  for (const id of new Set(instanceNames(draft.toString().replaceAll('&quot;', '"')))) {
    const src = knownSource(id);
    if (src !== undefined) draft.addInstance(id, src);
  }
}

function describeData(draft: XFormDraft, { name, app: { version } }: FormContext): void {
  if (attributeOf(draft.data, 'uiVersion') === undefined)
    setAttribute(draft.data, 'uiVersion', '1');
  setAttribute(draft.data, 'version', String(version));
  setAttribute(draft.data, 'name', name);
}
