import { attributeOf, childElements, textOf } from '../xml/xml-element.ts';
import type { XmlChild, XmlElement } from '../xml/xml-element.ts';
import { CaseTransactionError } from './case-error.ts';
import { isDateTime, MAX_LENGTH, trimControl } from './case-text.ts';
import type { CaseAction, CaseProperty, CaseTransaction, IndexChange } from './case-transaction.ts';
import type { CaseAttachment } from './case.ts';

/**
 * All case blocks below the root of a form, at any depth, in document order. A `<case>` is known by its local name,
 * in any namespace. Throws {@link CaseTransactionError} for the first block that cannot be applied.
 */
export function readCaseTransactions(form: XmlElement): CaseTransaction[] {
  const transactions: CaseTransaction[] = [];
  collect(form, transactions);
  return transactions;
}

function collect(element: XmlElement, into: CaseTransaction[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (isCaseBlock(child)) into.push(readCaseTransaction(child));
    else collect(child, into);
  }
}

/** True for an element named `case`, whatever its namespace and capitals. */
export function isCaseBlock(element: XmlElement): boolean {
  return element.name.length === 4 && element.name.toLowerCase() === 'case';
}

/** Reads one `<case>` element. Throws {@link CaseTransactionError}. */
export function readCaseTransaction(block: XmlElement): CaseTransaction {
  const caseId = requiredAttribute(block, 'case_id', '');
  const dateModified = requiredAttribute(block, 'date_modified', caseId);
  if (!isDateTime(dateModified)) {
    const message = `The date_modified attribute of a <case> ${caseId} is not a date: '${dateModified}'`;
    throw new CaseTransactionError(message, caseId, block.line);
  }
  return {
    caseId,
    dateModified,
    userId: attributeOf(block, 'user_id') ?? '',
    actions: onlyElements(block, caseId).map((action) => readAction(action, caseId)),
  };
}

function requiredAttribute(block: XmlElement, name: string, caseId: string): string {
  const value = attributeOf(block, name) ?? '';
  if (value !== '') return value;
  throw new CaseTransactionError(
    `The ${name} attribute of a <case> ${caseId} wasn't set`,
    caseId,
    block.line,
  );
}

function readAction(action: XmlElement, caseId: string): CaseAction {
  switch (action.name.toLowerCase()) {
    case 'create':
      return readCreate(action, caseId);
    case 'update':
      return { kind: 'update', properties: readProperties(action, caseId) };
    case 'index':
      return { kind: 'index', indices: readIndices(action, caseId) };
    case 'attachment':
      return { kind: 'attachment', attachments: childElements(action).map(readAttachment) };
    case 'close':
      return readClose(action, caseId);
    default:
      throw new CaseTransactionError(
        `Expected one of [create, update, index, attachment, close] in case ${caseId}, found ${action.name}`,
        caseId,
        action.line,
      );
  }
}

function readCreate(create: XmlElement, caseId: string): CaseAction {
  const values = new Map<string, string>();
  for (const child of onlyElements(create, caseId)) {
    if (!CREATE_CHILDREN.has(child.name)) throw unexpectedCreateChild(child, caseId);
    values.set(child.name, readValue(child, caseId));
  }
  const caseType = values.get('case_type');
  const caseName = values.get('case_name');
  if (caseType === undefined || caseName === undefined) {
    const message = `One of [case_type, case_name] is missing for case <create> with ID: ${caseId}`;
    throw new CaseTransactionError(message, caseId, create.line);
  }
  return { kind: 'create', caseType, caseName, ownerId: values.get('owner_id') };
}

const CREATE_CHILDREN: ReadonlySet<string> = new Set(['case_type', 'case_name', 'owner_id']);

function unexpectedCreateChild(child: XmlElement, caseId: string): CaseTransactionError {
  const message = `Expected one of [case_type, owner_id, case_name], found ${child.name}`;
  return new CaseTransactionError(message, caseId, child.line);
}

function readProperties(update: XmlElement, caseId: string): CaseProperty[] {
  return onlyElements(update, caseId).map((child) => ({
    name: child.name,
    value: readValue(child, caseId),
  }));
}

const LIMITED: ReadonlySet<string> = new Set(['case_type', 'case_name', 'owner_id', 'external_id']);

/** Text of a property, trimmed. Elements inside it are refused: there is no telling what they were to mean. */
function readValue(property: XmlElement, caseId: string): string {
  const inner = property.children.find(isElement);
  if (inner !== undefined) {
    const message = `<${property.name}> of case ${caseId} takes text only, found the element <${inner.name}>`;
    throw new CaseTransactionError(message, caseId, inner.line);
  }
  const value = trimControl(textOf(property));
  if (value.length > MAX_LENGTH && LIMITED.has(property.name)) {
    const message = `Invalid <${property.name}>, value must be ${MAX_LENGTH} characters or less`;
    throw new CaseTransactionError(message, caseId, property.line);
  }
  return value;
}

function readIndices(action: XmlElement, caseId: string): IndexChange[] {
  return onlyElements(action, caseId).map((index) => readIndex(index, caseId));
}

function readIndex(index: XmlElement, caseId: string): IndexChange {
  const target = readValue(index, caseId);
  const caseType = attributeOf(index, 'case_type');
  const relationship = attributeOf(index, 'relationship') ?? 'child';
  if (relationship === '') {
    const message = "Invalid Case Transaction: Attempt to create '' relationship type";
    throw new CaseTransactionError(message, caseId, index.line);
  }
  if (target === caseId) {
    throw new CaseTransactionError(`Case ${caseId} cannot index itself`, caseId, index.line);
  }
  if (caseType === undefined && target !== '') {
    const message = `Invalid index, must have a case type attribute: <${index.name}> of case ${caseId}`;
    throw new CaseTransactionError(message, caseId, index.line);
  }
  return { name: index.name, caseType: caseType ?? '', target, relationship };
}

/** CommCare's engine stumbles over what stands in a `<close>`: a reason for closing is a property, written by `<update>`. */
function readClose(close: XmlElement, caseId: string): CaseAction {
  const [inner] = onlyElements(close, caseId);
  if (inner === undefined) return { kind: 'close' };
  const message = `<close> of case ${caseId} takes nothing, found the element <${inner.name}>`;
  throw new CaseTransactionError(message, caseId, inner.line);
}

function readAttachment(attachment: XmlElement): CaseAttachment {
  return {
    name: attachment.name,
    src: attributeOf(attachment, 'src') ?? attributeOf(attachment, 'name') ?? '',
    from: attributeOf(attachment, 'from') ?? '',
  };
}

/** The elements in a part of a block. Text between them is a mistake of the form's author that would be lost in silence. */
function onlyElements(part: XmlElement, caseId: string): readonly XmlElement[] {
  // Of very many blocks nearly all have no text there, and their children need no copy.
  if (part.children.every(isElement)) return part.children;
  for (const child of part.children) if (!isElement(child)) refuseText(child, part, caseId);
  return childElements(part);
}

function isElement(child: XmlChild): child is XmlElement {
  return typeof child !== 'string';
}

function refuseText(text: string, part: XmlElement, caseId: string): void {
  if (trimControl(text) === '') return;
  const message = `Text is not allowed directly in <${part.name}> of case ${caseId}: '${trimControl(text)}'`;
  throw new CaseTransactionError(message, caseId, part.line);
}
