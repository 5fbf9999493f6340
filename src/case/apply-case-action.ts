import { CaseTransactionError } from './case-error.ts';
import { isDate, isDateTime } from './case-text.ts';
import type { CaseAction, CaseProperty, CaseTransaction, IndexChange } from './case-transaction.ts';
import type { Case, CaseAttachment } from './case.ts';

/** What an action needs to know besides the case and itself. */
export interface ActionContext {
  readonly transaction: CaseTransaction;
  /** Who owns what is given no owner: the block's user, else the sender of the form. */
  readonly userId: string;
  readonly date: string;
  /** True when the case came into being in this form. */
  readonly isNew: boolean;
  /** Exactly as commcare-core: a blank owner in `update` is stored, `name` is a property like any other. */
  readonly strict: boolean;
}

/** A case without a type or a name, from a block that names an id nobody knows. */
export function stubCase(caseId: string, context: ActionContext): Case {
  return {
    caseId,
    caseType: '',
    caseName: '',
    ownerId: context.userId,
    status: 'open',
    dateOpened: context.date,
    lastModified: context.date,
    userId: context.userId,
    externalId: '',
    category: '',
    state: '',
    properties: {},
    indices: [],
    attachments: [],
  };
}

/** The case after one action of a block. `last_modified` and the modifying user are those of the block. */
export function applyCaseAction(current: Case, action: CaseAction, context: ActionContext): Case {
  const changed = changedFields(current, action, context);
  return { ...current, ...changed, lastModified: context.date, userId: context.userId };
}

type Fields = { -readonly [K in keyof Case]?: Case[K] };

function changedFields(current: Case, action: CaseAction, context: ActionContext): Fields {
  switch (action.kind) {
    case 'create':
      return createdFields(current, action, context);
    case 'update':
      return updatedFields(current, action.properties, context);
    case 'index':
      return { indices: applyIndices(current, action.indices) };
    case 'attachment':
      return { attachments: applyAttachments(current, action.attachments) };
    case 'close':
      return { status: 'closed' };
  }
}

type CreateAction = Extract<CaseAction, { kind: 'create' }>;

function createdFields(current: Case, action: CreateAction, context: ActionContext): Fields {
  const ownerId = ownerOfCreate(current, action, context);
  if (ownerId === '') {
    const message = `One of [user_id, owner_id] is missing for case <create> with ID: ${current.caseId}`;
    throw new CaseTransactionError(message, current.caseId);
  }
  return { caseType: action.caseType, caseName: action.caseName, ownerId };
}

function ownerOfCreate(current: Case, action: CreateAction, context: ActionContext): string {
  if (context.strict) return action.ownerId ?? context.transaction.userId;
  if (action.ownerId !== undefined && action.ownerId !== '') return action.ownerId;
  return context.isNew ? context.userId : current.ownerId;
}

function updatedFields(
  current: Case,
  updates: readonly CaseProperty[],
  context: ActionContext,
): Fields {
  const fields: Fields = {};
  const properties: Record<string, string> = { ...current.properties };
  for (const { name, value } of updates) {
    const setter = fieldSetter(name, context);
    if (setter !== undefined) setter(fields, value, context);
    else setOwn(properties, name, value);
  }
  return { ...fields, properties };
}

function setOwn(properties: Record<string, string>, name: string, value: string): void {
  // Assignment would lose a property of this name.
  if (name === '__proto__') Object.defineProperty(properties, name, { value, ...PLAIN });
  else properties[name] = value;
}

const PLAIN = { enumerable: true, writable: true, configurable: true };

type FieldSetter = (fields: Fields, value: string, context: ActionContext) => void;

function fieldSetter(name: string, context: ActionContext): FieldSetter | undefined {
  return FIELDS.get(name) ?? (context.strict ? undefined : SERVER_FIELDS.get(name));
}

const ignore: FieldSetter = () => {};

/** Names in `update` that are fields of the case and no properties. `last_modified` is always the block's own. */
const FIELDS: ReadonlyMap<string, FieldSetter> = new Map<string, FieldSetter>([
  ['case_type', (fields, value) => (fields.caseType = value)],
  ['case_name', (fields, value) => (fields.caseName = value)],
  ['external_id', (fields, value) => (fields.externalId = value)],
  ['category', (fields, value) => (fields.category = value)],
  ['state', (fields, value) => (fields.state = value)],
  ['owner_id', setOwner],
  ['date_opened', setDateOpened],
  ['last_modified', ignore],
]);

/** What the server reads otherwise than a device: an alias, and names that it never stores as properties. */
const SERVER_FIELDS: ReadonlyMap<string, FieldSetter> = new Map<string, FieldSetter>([
  ['name', (fields, value) => (fields.caseName = value)],
  ['case_id', ignore],
  ['date_modified', ignore],
]);

function setOwner(fields: Fields, value: string, context: ActionContext): void {
  if (value !== '' || context.strict) fields.ownerId = value;
  // A blank owner would hide the case from everybody: the same as none given.
  else if (context.isNew) fields.ownerId = context.userId;
}

function setDateOpened(fields: Fields, value: string, context: ActionContext): void {
  const readable = context.strict ? isDate(value) : isDateTime(value);
  fields.dateOpened = readable ? value : '';
}

function applyIndices(current: Case, changes: readonly IndexChange[]): Case['indices'] {
  let indices = current.indices;
  for (const change of changes) {
    indices = indices.filter((index) => index.name !== change.name);
    if (change.target !== '') indices = [...indices, change];
  }
  return indices;
}

function applyAttachments(
  current: Case,
  changes: readonly CaseAttachment[],
): readonly CaseAttachment[] {
  let attachments = current.attachments;
  for (const change of changes) {
    attachments = attachments.filter((attachment) => attachment.name !== change.name);
    if (!isRemoval(change)) attachments = [...attachments, change];
  }
  return attachments;
}

/** True for an attachment that takes the one of its name away. */
export function isRemoval(attachment: CaseAttachment): boolean {
  return attachment.src === '' && attachment.from === '';
}
