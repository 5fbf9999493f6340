import type { ProjectChange } from '../../project/project-change.ts';

/** What the audit knows of: changes, and who worked as somebody else. */
export type AuditedChange =
  | ProjectChange
  | { readonly kind: 'logInAs'; readonly userId: string }
  | { readonly kind: 'app.upload'; readonly name: string; readonly version: number }
  | { readonly kind: 'app.save' | 'app.delete'; readonly name: string }
  | {
      readonly kind: 'cases.reassign';
      readonly ownerId: string;
      readonly caseIds: readonly string[];
    };

/** A sentence for each kind of change: what it was done to, and for memberships and assignments the other side. */
export type ChangeSentences = Readonly<
  Record<AuditedChange['kind'] | 'location.unarchive', (name: string, other: string) => string>
>;

/** Says in one sentence what a change did. `nameOf` gives the names behind ids. */
export function describeChange(
  sentences: ChangeSentences,
  all: (items: readonly string[]) => string,
  cases: (count: number) => string,
): (change: AuditedChange, nameOf: (id: string) => string) => string {
  return (change, nameOf) => {
    const key =
      change.kind === 'location.archive' && !change.archived ? 'location.unarchive' : change.kind;
    const [name, other] = partsOf(change, nameOf, all, cases);
    return sentences[key](name, other);
  };
}

function partsOf(
  change: AuditedChange,
  nameOf: (id: string) => string,
  all: (items: readonly string[]) => string,
  cases: (count: number) => string,
): [name: string, other: string] {
  switch (change.kind) {
    case 'group.save':
      return [change.group.name, ''];
    case 'group.delete':
      return [nameOf(change.groupId), ''];
    case 'member.add':
    case 'member.remove':
      return [nameOf(change.groupId), nameOf(change.userId)];
    case 'level.save':
      return [change.level.name, ''];
    case 'level.delete':
      return [change.code, ''];
    case 'location.save':
      return [change.location.name, ''];
    case 'location.archive':
      return [nameOf(change.locationId), ''];
    case 'assignments.set':
      return [nameOf(change.userId), all(change.locationIds.map(nameOf))];
    case 'user.save':
      return [change.user.username, ''];
    case 'user.password':
    case 'logInAs':
      return [nameOf(change.userId), ''];
    case 'app.upload':
      return [change.name, String(change.version)];
    case 'app.save':
    case 'app.delete':
      return [change.name, ''];
    case 'cases.reassign':
      return [nameOf(change.ownerId), cases(change.caseIds.length)];
    case 'settings.set':
      return ['', ''];
    case 'userFields.set':
      return [all(change.fields.map(({ label }) => label)), ''];
    case 'table.save':
      return [change.table.code, ''];
    case 'table.delete':
    case 'table.rows':
      return [change.code, ''];
  }
}
