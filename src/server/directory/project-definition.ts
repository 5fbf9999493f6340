import * as v from 'valibot';

export const nameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255));
// Words that stand in addresses and before an @.
export const wordSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, 'use small letters, digits, dot, dash and underscore'),
);
const texts = v.optional(v.record(v.string(), v.string()), {});

const User = v.object({
  username: wordSchema,
  password: v.pipe(v.string(), v.minLength(8), v.maxLength(1000)),
  firstName: v.optional(v.string(), ''),
  lastName: v.optional(v.string(), ''),
  role: v.optional(v.picklist(['worker', 'admin']), 'worker'),
  /** Mobile workers share cases through their groups and locations, web users through their locations only. */
  kind: v.optional(v.picklist(['mobile', 'web']), 'mobile'),
  language: v.optional(v.string(), ''),
  userData: texts,
  /** Site codes; the first is the primary location. */
  locations: v.optional(v.array(v.string()), []),
});

const Group = v.object({
  name: nameSchema,
  caseSharing: v.boolean(),
  /** Usernames. */
  members: v.array(v.string()),
});

const LocationType = v.object({
  code: wordSchema,
  name: nameSchema,
  ownsCases: v.optional(v.boolean(), false),
  viewDescendants: v.optional(v.boolean(), false),
});

const Location = v.object({
  siteCode: wordSchema,
  name: nameSchema,
  type: v.string(),
  /** Site code of a location that stands before this one in the list. */
  parent: v.optional(v.string()),
  archived: v.optional(v.boolean(), false),
});

const UserField = v.object({
  /** As it stands in the session data: `village`. */
  name: v.string(),
  label: nameSchema,
  required: v.optional(v.boolean(), false),
  /** Anything can be filled in where there are none. */
  choices: v.optional(v.array(v.string()), []),
});

const names = v.optional(v.array(v.string()), []);

const LookupTable = v.object({
  code: v.string(),
  /** Otherwise each row goes only to those whom it names. */
  forEverybody: v.optional(v.boolean(), true),
  columns: v.array(
    v.object({
      name: v.string(),
      isAttribute: v.optional(v.boolean(), false),
      isIndexed: v.optional(v.boolean(), false),
    }),
  ),
  rows: v.array(
    v.object({
      values: v.record(v.string(), v.string()),
      /** Usernames, names of groups and site codes: who receives the row. */
      users: names,
      groups: names,
      locations: names,
    }),
  ),
});

/** A project to begin with: its people, groups, places and apps. `caseload serve --project FILE` reads it from JSON. */
export const ProjectDefinitionSchema = v.object({
  domain: wordSchema,
  name: nameSchema,
  language: v.optional(v.string(), 'en'),
  /** Ids of the apps that the project uses; without it, every app that the server has. */
  apps: v.optional(v.array(v.string())),
  /** Case types that every user may search for at the server, whoever owns the cases, and claim. */
  caseSearch: v.optional(v.array(nameSchema), []),
  /** Whether the open extensions of a case are closed with it, and theirs, whoever owns them. */
  closeExtensions: v.optional(v.boolean(), false),
  /** What is done about forms that touch cases which their sender does not hold, or give them to nobody. */
  submissionPolicy: v.optional(v.picklist(['reject', 'flag', 'allow']), 'flag'),
  /** What the project wants to know of its users. */
  userFields: v.optional(v.array(UserField), []),
  /** Lists that forms look things up in. */
  lookupTables: v.optional(v.array(LookupTable), []),
  users: v.array(User),
  groups: v.optional(v.array(Group), []),
  locationTypes: v.optional(v.array(LocationType), []),
  locations: v.optional(v.array(Location), []),
});

export type ProjectDefinition = v.InferOutput<typeof ProjectDefinitionSchema>;

/** A project definition that cannot be used: file, places and what is expected there. */
export class ProjectDefinitionError extends Error {
  override readonly name = 'ProjectDefinitionError';
}

/** Reads a definition from JSON text. Throws ProjectDefinitionError that lists everything that is wrong. */
export function parseProjectDefinition(text: string, file: string): ProjectDefinition {
  const result = v.safeParse(ProjectDefinitionSchema, parseJson(text, file));
  if (result.success) return result.output;
  const problems = result.issues.map(
    (issue) => `${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`,
  );
  throw new ProjectDefinitionError(`${file} is not a project definition. ${problems.join('; ')}`);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProjectDefinitionError(`${file} is not JSON: ${(error as Error).message}`);
  }
}
