import * as v from 'valibot';
import type { ProjectChange } from '../../project/project-change.ts';
import { SUBMISSION_POLICIES } from '../../project/project-settings.ts';
import { nameSchema, wordSchema } from './project-definition.ts';

/** The id of somebody or something in a project. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,80}$/, 'use letters, digits, dash and underscore'),
);
const id = idSchema;
const text = v.pipe(v.string(), v.maxLength(255));
const texts = v.record(text, v.pipe(v.string(), v.maxLength(10_000)));

const Group = v.strictObject({
  groupId: id,
  name: nameSchema,
  caseSharing: v.boolean(),
  groupData: texts,
});

const Level = v.strictObject({
  code: wordSchema,
  name: nameSchema,
  ownsCases: v.boolean(),
  viewDescendants: v.boolean(),
});

const Location = v.strictObject({
  locationId: id,
  typeCode: wordSchema,
  parentId: v.nullable(id),
  name: nameSchema,
  siteCode: wordSchema,
  externalId: text,
  latitude: text,
  longitude: text,
  locationData: texts,
});

const User = v.strictObject({
  userId: id,
  username: wordSchema,
  firstName: text,
  lastName: text,
  role: v.picklist(['worker', 'admin']),
  kind: v.picklist(['mobile', 'web']),
  language: text,
  userData: texts,
  active: v.boolean(),
});

const name = v.pipe(v.string(), v.maxLength(80));

const UserField = v.strictObject({
  name,
  label: nameSchema,
  required: v.boolean(),
  choices: v.pipe(v.array(text), v.maxLength(500)),
});

const Table = v.strictObject({
  code: name,
  forEverybody: v.boolean(),
  columns: v.pipe(
    v.array(v.strictObject({ name, isAttribute: v.boolean(), isIndexed: v.boolean() })),
    v.maxLength(200),
  ),
});

const Row = v.strictObject({ values: texts, owners: v.pipe(v.array(id), v.maxLength(1000)) });

const Settings = v.strictObject({
  submissionPolicy: v.picklist(SUBMISSION_POLICIES),
  closesExtensions: v.boolean(),
  searchableCaseTypes: v.pipe(v.array(nameSchema), v.maxLength(100)),
});

const Change = v.variant('kind', [
  v.strictObject({ kind: v.literal('group.save'), group: Group }),
  v.strictObject({ kind: v.literal('group.delete'), groupId: id }),
  v.strictObject({ kind: v.literal('member.add'), groupId: id, userId: id }),
  v.strictObject({ kind: v.literal('member.remove'), groupId: id, userId: id }),
  v.strictObject({ kind: v.literal('level.save'), level: Level }),
  v.strictObject({ kind: v.literal('level.delete'), code: wordSchema }),
  v.strictObject({ kind: v.literal('location.save'), location: Location }),
  v.strictObject({ kind: v.literal('location.archive'), locationId: id, archived: v.boolean() }),
  v.strictObject({
    kind: v.literal('assignments.set'),
    userId: id,
    locationIds: v.pipe(v.array(id), v.maxLength(500)),
  }),
  v.strictObject({ kind: v.literal('user.save'), user: User }),
  v.strictObject({
    kind: v.literal('user.password'),
    userId: id,
    password: v.pipe(v.string(), v.minLength(8), v.maxLength(1000)),
  }),
  v.strictObject({ kind: v.literal('settings.set'), settings: Settings }),
  v.strictObject({
    kind: v.literal('userFields.set'),
    fields: v.pipe(v.array(UserField), v.maxLength(200)),
  }),
  v.strictObject({ kind: v.literal('table.save'), table: Table }),
  v.strictObject({ kind: v.literal('table.delete'), code: name }),
  v.strictObject({
    kind: v.literal('table.rows'),
    code: name,
    rows: v.pipe(v.array(Row), v.maxLength(100_000)),
  }),
]);

/** What a list of changes looks like on the wire. */
export const ProjectChangesSchema: v.GenericSchema<unknown, ProjectChangeRequest> = v.strictObject({
  // The work grows faster than the list, and the server does nothing else meanwhile.
  changes: v.pipe(v.array(Change), v.minLength(1), v.maxLength(50_000)),
});

export interface ProjectChangeRequest {
  readonly changes: readonly ProjectChange[];
}
