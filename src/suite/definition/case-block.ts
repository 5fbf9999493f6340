import { UNOWNED } from '../../case/case.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { xmlElement } from '../../xml/xml-element.ts';
import type { CaseCondition } from './app-document.ts';
import type { XFormDraft } from './xform-draft.ts';

const CASE = 'http://commcarehq.org/case/transaction/v2';

/** One case block to be written into a form. Case transaction format, version 2. */
export interface CaseBlock {
  /** The element that gets the `<case>`. */
  readonly path: string;
  readonly caseId: string;
  /** `setvalue` when the id is known as the form opens, `bind` in repeats and for cases that exist. */
  readonly caseIdBy: 'setvalue' | 'bind';
  readonly condition: CaseCondition;
  readonly create: CaseCreate | undefined;
  /** Question by property. */
  readonly update: Readonly<Record<string, string>>;
  readonly close: CaseCondition | undefined;
  readonly index: CaseBlockIndex | undefined;
}

export interface CaseCreate {
  readonly caseType: string;
  readonly nameQuestion: string;
  readonly owner: CreateOwner;
}

/**
 * `given`: the form itself writes `update/owner_id`. `unowned`: nobody owns the case. `computed`: an expression says who.
 * `shared`: left empty for the case-management step, because what the user belongs to may change while the form is a draft.
 */
export type CreateOwner =
  | { readonly kind: 'given' | 'unowned' | 'shared' }
  | { readonly kind: 'computed'; readonly expression: string };

export interface CaseBlockIndex {
  readonly name: string;
  readonly caseType: string;
  readonly relationship: 'child' | 'extension';
  /** Path of the id of the other case. */
  readonly target: string;
}

/** Writes the block and the binds that fill it, as CommCare's builder does. */
export function writeCaseBlock(form: XFormDraft, block: CaseBlock): void {
  for (const element of form.findAll(block.path)) element.children.push(caseElement(block));
  const path = `${block.path}/case`;
  form.addBind(`${path}/@date_modified`, {
    calculate: `${form.dataPath}/meta/timeEnd`,
    type: 'xsd:dateTime',
  });
  form.addBind(`${path}/@user_id`, { calculate: `${form.dataPath}/meta/userID` });
  bindCondition(form, path, block.condition);
  writeCaseId(form, `${path}/@case_id`, block);
  if (block.create !== undefined) writeCreate(form, `${path}/create`, block.create);
  for (const [property, question] of Object.entries(block.update)) {
    const nodeset = `${path}/update/${elementName(property)}`;
    form.addBind(nodeset, { calculate: question, relevant: `count(${question}) > 0` });
  }
  if (block.index !== undefined) {
    form.addBind(`${path}/index/${block.index.name}`, { calculate: block.index.target });
  }
  if (block.close !== undefined) bindCondition(form, `${path}/close`, block.close);
}

function writeCaseId(form: XFormDraft, ref: string, { caseId, caseIdBy }: CaseBlock): void {
  if (caseIdBy === 'bind') form.addBind(ref, { calculate: caseId });
  else form.addSetvalue('xforms-ready', ref, caseId);
}

function writeCreate(form: XFormDraft, path: string, create: CaseCreate): void {
  form.addBind(create.nameQuestion, { required: 'true()' });
  form.addBind(`${path}/case_name`, { calculate: create.nameQuestion });
  if (create.owner.kind === 'computed') {
    form.addBind(`${path}/owner_id`, { calculate: create.owner.expression });
  }
}

function bindCondition(form: XFormDraft, nodeset: string, condition: CaseCondition): void {
  if (condition.kind === 'if') form.addBind(nodeset, { relevant: conditionExpression(condition) });
}

/** The condition as an expression. */
export function conditionExpression(condition: CaseCondition & { readonly kind: 'if' }): string {
  const { question, operator, answer } = condition;
  if (operator === 'boolean_true') return question;
  const literal = answer.includes("'") ? `"${answer}"` : `'${answer}'`;
  return operator === '=' ? `${question} = ${literal}` : `selected(${question}, ${literal})`;
}

function caseElement({ create, update, index, close }: CaseBlock): XmlElement {
  const properties = Object.keys(update).map((property) => element(elementName(property)));
  const children: XmlElement[] = [];
  if (create !== undefined) children.push(createElement(create));
  if (properties.length > 0) children.push(element('update', properties));
  if (index !== undefined) children.push(indexElement(index));
  if (close !== undefined) children.push(element('close'));
  return xmlElement('case', CASE, { case_id: '', date_modified: '', user_id: '' }, children);
}

function createElement({ caseType, owner }: CaseCreate): XmlElement {
  return element('create', [
    element('case_name'),
    element('owner_id', startsUnowned(owner) ? [UNOWNED] : []),
    element('case_type', [caseType]),
  ]);
}

function startsUnowned({ kind }: CreateOwner): boolean {
  return kind === 'given' || kind === 'unowned';
}

function indexElement({ name, caseType, relationship }: CaseBlockIndex): XmlElement {
  const attributes = {
    case_type: caseType,
    relationship: relationship === 'extension' ? 'extension' : undefined,
  };
  return element('index', [xmlElement(name, CASE, attributes)]);
}

function elementName(property: string): string {
  return property === 'name' ? 'case_name' : property;
}

function element(name: string, children: readonly (XmlElement | string)[] = []): XmlElement {
  return xmlElement(name, CASE, {}, children);
}
