import type { DirectoryGroup } from '../case/ownership/directory.ts';
import type { ProjectState } from '../project/project-change.ts';
import {
  dataNames,
  isEqual,
  mergeData,
  readRequired,
  readYesNo,
  SeenBefore,
  writeYesNo,
} from './cells.ts';
import type { ImportDraft } from './import-draft.ts';
import type { SheetRow } from './sheet-row.ts';
import type { Sheet, SheetColumn } from './sheet.ts';

export const GROUP_COLUMNS: readonly SheetColumn[] = [
  { heading: 'group_id' },
  { heading: 'name' },
  { heading: 'case_sharing' },
  { heading: 'delete' },
  { heading: 'data', repeats: 'named' },
];

/** The groups of a project; who belongs to them stands in the sheet of the people. */
export function groupsSheet({ directory: { groups } }: ProjectState): Sheet {
  const data = dataNames(groups.map(({ groupData }) => groupData));
  const headings = ['group_id', 'name', 'case_sharing', ...data.map((name) => `data: ${name}`)];
  const rows = groups.map(({ groupId, name, caseSharing, groupData }) => [
    ...[groupId, name, writeYesNo(caseSharing)],
    ...data.map((each) => groupData[each] ?? ''),
  ]);
  return { name: 'groups', rows: [headings, ...rows] };
}

/** Reads groups: known ones by `group_id`, or else by `name`. */
export function importGroups(draft: ImportDraft, rows: readonly SheetRow[]): void {
  const seen = new SeenBefore(draft);
  for (const row of rows) {
    const name = readRequired(draft, row, 'name');
    seen.check(row, 'name', name);
    importGroup(draft, row, name);
  }
}

function importGroup(draft: ImportDraft, row: SheetRow, name: string): void {
  const before = knownGroup(draft, row, name);
  const groupId = before?.groupId ?? draft.newId();
  if (readYesNo(draft, row, 'delete') === true) {
    draft.make(row, name, false, before === undefined ? [] : [{ kind: 'group.delete', groupId }]);
    return;
  }
  const group: DirectoryGroup = {
    groupId,
    name,
    caseSharing: readYesNo(draft, row, 'case_sharing') ?? before?.caseSharing ?? true,
    groupData: mergeData(before?.groupData ?? {}, row.named('data')),
  };
  const isSame = before !== undefined && isEqual(before, group);
  draft.make(row, name, before === undefined, isSame ? [] : [{ kind: 'group.save', group }]);
}

function knownGroup(draft: ImportDraft, row: SheetRow, name: string): DirectoryGroup | undefined {
  const { groups } = draft.state.directory;
  const id = row.text('group_id') ?? '';
  if (id === '') return groups.find((group) => group.name === name);
  const known = groups.find(({ groupId }) => groupId === id);
  if (known === undefined)
    draft.problem(row, 'group_id', { kind: 'unknown', what: 'group', value: id });
  return known;
}
