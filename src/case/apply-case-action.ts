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
  const changed = { ...current, lastModified: context.date, userId: context.userId };
  change(changed, action, context);
  return changed;
}

/** A case that nobody else has yet. */
type NewCase = { -readonly [K in keyof Case]: Case[K] };

function change(of: NewCase, action: CaseAction, context: ActionContext): void {
  switch (action.kind) {
    case 'create':
      return create(of, action, context);
    case 'update':
      return update(of, action.properties, context);
    case 'index':
      of.indices = applyIndices(of, action.indices);
      break;
    case 'attachment':
      of.attachments = applyAttachments(of, action.attachments);
      break;
    case 'close':
      of.status = 'closed';
  }
}

type CreateAction = Extract<CaseAction, { kind: 'create' }>;

function create(of: NewCase, action: CreateAction, context: ActionContext): void {
  of.ownerId = ownerOfCreate(of, action, context);
  if (of.ownerId === '') {
    const message = `One of [user_id, owner_id] is missing for case <create> with ID: ${of.caseId}`;
    throw new CaseTransactionError(message, of.caseId);
  }
  of.caseType = action.caseType;
  of.caseName = action.caseName;
}

function ownerOfCreate(current: Case, action: CreateAction, context: ActionContext): string {
  if (context.strict) return action.ownerId ?? context.transaction.userId;
  if (action.ownerId !== undefined && action.ownerId !== '') return action.ownerId;
  return context.isNew ? context.userId : current.ownerId;
}

function update(of: NewCase, updates: readonly CaseProperty[], context: ActionContext): void {
  const properties: Record<string, string> = { ...of.properties };
  for (const { name, value } of updates) {
    const setter = fieldSetter(name, context);
    if (setter !== undefined) setter(of, value, context);
    else setOwn(properties, name, value);
  }
  of.properties = properties;
}

function setOwn(properties: Record<string, string>, name: string, value: string): void {
  // Assignment would lose a property of this name.
  if (name === '__proto__') Object.defineProperty(properties, name, { value, ...PLAIN });
  else properties[name] = value;
}

const PLAIN = { enumerable: true, writable: true, configurable: true };

type FieldSetter = (of: NewCase, value: string, context: ActionContext) => void;

function fieldSetter(name: string, context: ActionContext): FieldSetter | undefined {
  return FIELDS.get(name) ?? (context.strict ? undefined : SERVER_FIELDS.get(name));
}

const ignore: FieldSetter = () => {};

/** Names in `update` that are fields of the case and no properties. `last_modified` is always the block's own. */
const FIELDS: ReadonlyMap<string, FieldSetter> = new Map<string, FieldSetter>([
  ['case_type', (of, value) => (of.caseType = value)],
  ['case_name', (of, value) => (of.caseName = value)],
  ['external_id', (of, value) => (of.externalId = value)],
  ['category', (of, value) => (of.category = value)],
  ['state', (of, value) => (of.state = value)],
  ['owner_id', setOwner],
  ['date_opened', setDateOpened],
  ['last_modified', ignore],
]);

/** What the server reads otherwise than a device: an alias, and names that it never stores as properties. */
const SERVER_FIELDS: ReadonlyMap<string, FieldSetter> = new Map<string, FieldSetter>([
  ['name', (of, value) => (of.caseName = value)],
  ['case_id', ignore],
  ['date_modified', ignore],
]);

function setOwner(of: NewCase, value: string, context: ActionContext): void {
  if (value !== '' || context.strict) of.ownerId = value;
  // A blank owner would hide the case from everybody: the same as none given.
  else if (context.isNew) of.ownerId = context.userId;
}

function setDateOpened(of: NewCase, value: string, context: ActionContext): void {
  const readable = context.strict ? isDate(value) : isDateTime(value);
  of.dateOpened = readable ? value : '';
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
