import { UNOWNED } from '../../case/case.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { xmlElement } from '../../xml/xml-element.ts';
import type { CaseCondition, SavedProperties } from './app-document.ts';
import { propertyPath } from './case-names.ts';
import type { XFormDraft } from './xform-draft.ts';

const CASE = 'http://commcarehq.org/case/transaction/v2';

/** One case block to be written into a form. Case transaction format, version 2. */
export interface CaseBlock {
  /** The element that gets the `<case>`. */
  readonly path: string;
  readonly caseId: string;
  /** `setvalue` when the id is known as the form opens, `bind` in repeats and for cases that exist. */
  readonly caseIdBy: 'setvalue' | 'bind';
  /** Expression for whether anything happens at all; always without one. */
  readonly relevant: string | undefined;
  readonly create: CaseCreate | undefined;
  /** Properties of this very case. */
  readonly update: SavedProperties;
  /** Expression for the case as it was before the form; `undefined` for one that is only being made. */
  readonly stored: string | undefined;
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
  if (block.relevant !== undefined) form.addBind(path, { relevant: block.relevant });
  writeCaseId(form, `${path}/@case_id`, block);
  if (block.create !== undefined) writeCreate(form, `${path}/create`, block.create);
  writeUpdate(form, `${path}/update`, block);
  if (block.index !== undefined) {
    form.addBind(`${path}/index/${block.index.name}`, { calculate: block.index.target });
  }
  const closes = relevanceOf(block.close);
  if (closes !== undefined) form.addBind(`${path}/close`, { relevant: closes });
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

/** An answer that was not asked for is not saved, and in the mode `edit` one that the case has already is not either. */
function writeUpdate(form: XFormDraft, path: string, { update, stored }: CaseBlock): void {
  for (const [property, { question, mode }] of update) {
    const isAsked = `count(${question}) > 0`;
    const isEdited = `${stored}/${propertyPath(property)} != ${question}`;
    form.addBind(`${path}/${elementName(property)}`, {
      calculate: question,
      relevant: mode === 'edit' && stored !== undefined ? `${isAsked} and ${isEdited}` : isAsked,
    });
  }
}

/** The condition as an expression; `undefined` for one that always holds. */
export function relevanceOf(condition: CaseCondition | undefined): string | undefined {
  if (condition?.kind !== 'if') return undefined;
  const { question, operator, answer } = condition;
  if (operator === 'boolean_true') return question;
  const literal = answer.includes("'") ? `"${answer}"` : `'${answer}'`;
  return operator === '=' ? `${question} = ${literal}` : `selected(${question}, ${literal})`;
}

function caseElement({ create, update, index, close }: CaseBlock): XmlElement {
  const properties = [...update.keys()].map((property) => element(elementName(property)));
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
