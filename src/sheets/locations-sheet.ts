import type { DirectoryLocation } from '../case/ownership/directory.ts';
import type { ProjectChange, ProjectState } from '../project/project-change.ts';
import {
  dataNames,
  isEqual,
  mergeData,
  readCode,
  readRequired,
  readYesNo,
  SeenBefore,
  writeYesNo,
} from './cells.ts';
import type { ImportDraft } from './import-draft.ts';
import type { SheetRow } from './sheet-row.ts';
import type { Sheet, SheetColumn } from './sheet.ts';

export const LOCATION_COLUMNS: readonly SheetColumn[] = [
  { heading: 'location_id' },
  { heading: 'site_code' },
  { heading: 'name' },
  { heading: 'level' },
  { heading: 'parent_code' },
  { heading: 'external_id' },
  { heading: 'latitude' },
  { heading: 'longitude' },
  { heading: 'is_archived' },
  { heading: 'data', repeats: 'named' },
];

const PLAIN_COLUMNS = LOCATION_COLUMNS.filter(({ repeats }) => repeats === undefined);

/** The locations of a project, with the site code of the one above each. */
export function locationsSheet({ directory: { locations } }: ProjectState): Sheet {
  const codes = new Map(locations.map(({ locationId, siteCode }) => [locationId, siteCode]));
  const data = dataNames(locations.map(({ locationData }) => locationData));
  const headings = PLAIN_COLUMNS.map(({ heading }) => heading);
  const rows = locations.map((location) => [
    ...[location.locationId, location.siteCode, location.name, location.typeCode],
    codes.get(location.parentId ?? '') ?? '',
    ...[location.externalId, location.latitude, location.longitude, writeYesNo(location.archived)],
    ...data.map((name) => location.locationData[name] ?? ''),
  ]);
  return {
    name: 'locations',
    rows: [[...headings, ...data.map((name) => `data: ${name}`)], ...rows],
  };
}

/** Reads locations: known ones by `location_id`, or else by `site_code`. A row may stand before the one above it. */
export function importLocations(draft: ImportDraft, rows: readonly SheetRow[]): void {
  new LocationsImport(draft).run(rows);
}

class LocationsImport {
  readonly #seen: SeenBefore;
  readonly #byId: Map<string, DirectoryLocation>;
  readonly #byCode: Map<string, DirectoryLocation>;

  constructor(private readonly draft: ImportDraft) {
    const { locations } = draft.state.directory;
    this.#seen = new SeenBefore(draft);
    this.#byId = new Map(locations.map((location) => [location.locationId, location]));
    this.#byCode = new Map(locations.map((location) => [location.siteCode, location]));
  }

  run(rows: readonly SheetRow[]): void {
    for (const row of parentsFirst(rows)) this.#read(row);
    this.draft.finish();
  }

  #read(row: SheetRow): void {
    const { draft } = this;
    const siteCode = readCode(draft, row, 'site_code');
    this.#seen.check(row, 'site_code', siteCode);
    const before = this.#known(row, siteCode);
    const after = this.#location(row, siteCode, before);
    const [now, later] = [changesTo(before, after), archivingOf(before, after)];
    draft.make(row, siteCode, before === undefined, now, later);
    this.#byCode.set(siteCode, after);
  }

  #known(row: SheetRow, siteCode: string): DirectoryLocation | undefined {
    const id = row.text('location_id') ?? '';
    if (id === '') return this.#byCode.get(siteCode);
    const known = this.#byId.get(id);
    if (known === undefined)
      this.draft.problem(row, 'location_id', { kind: 'unknown', what: 'location', value: id });
    return known;
  }

  #location(row: SheetRow, siteCode: string, before = this.#nowhere()): DirectoryLocation {
    return {
      ...before,
      siteCode,
      name: readRequired(this.draft, row, 'name'),
      typeCode: this.#level(row) ?? before.typeCode,
      parentId: this.#parent(row, before),
      externalId: row.text('external_id') ?? before.externalId,
      latitude: row.text('latitude') ?? before.latitude,
      longitude: row.text('longitude') ?? before.longitude,
      archived: readYesNo(this.draft, row, 'is_archived') ?? before.archived,
      locationData: mergeData(before.locationData, row.named('data')),
    };
  }

  #nowhere(): DirectoryLocation {
    const details = { externalId: '', latitude: '', longitude: '', locationData: {} };
    const place = { typeCode: '', parentId: null, name: '', siteCode: '' };
    return { ...details, ...place, locationId: this.draft.newId(), archived: false };
  }

  /** A level by its code or its name. */
  #level(row: SheetRow): string | undefined {
    const value = row.text('level');
    if (value === undefined) return undefined;
    const { locationTypes } = this.draft.state.directory;
    const level =
      locationTypes.find(({ code }) => code === value.toLowerCase()) ??
      locationTypes.find(({ name }) => name === value);
    if (value === '') this.draft.problem(row, 'level', { kind: 'missing' });
    else if (level === undefined)
      this.draft.problem(row, 'level', { kind: 'unknown', what: 'level', value });
    return level?.code;
  }

  #parent(row: SheetRow, before: DirectoryLocation): string | null {
    const value = row.text('parent_code');
    if (value === undefined || value === '') return value === undefined ? before.parentId : null;
    const parent = this.#byCode.get(value.toLowerCase());
    if (parent === undefined)
      this.draft.problem(row, 'parent_code', { kind: 'unknown', what: 'location', value });
    return parent?.locationId ?? null;
  }
}

/** What a row saves: a location taken out of the archive first, so that others can be put below it. */
function changesTo(
  before: DirectoryLocation | undefined,
  after: DirectoryLocation,
): ProjectChange[] {
  const { archived, ...location } = after;
  const isOut = before?.archived === true && !archived;
  const isSame = before !== undefined && isEqual({ ...before, archived }, after);
  return [
    ...(isOut ? [archiving(after)] : []),
    ...(isSame ? [] : [{ kind: 'location.save', location } as const]),
  ];
}

/** What is archived takes along what is below it, so this comes last. */
function archivingOf(
  before: DirectoryLocation | undefined,
  after: DirectoryLocation,
): ProjectChange[] {
  return after.archived && before?.archived !== true ? [archiving(after)] : [];
}

function archiving({ locationId, archived }: DirectoryLocation): ProjectChange {
  return { kind: 'location.archive', locationId, archived };
}

/** Each row after the one of its parent; those in a circle come last and are refused by the project. */
function parentsFirst(rows: readonly SheetRow[]): SheetRow[] {
  const byCode = new Map(rows.map((row) => [codeIn(row, 'site_code'), row]));
  const ordered = new Set<SheetRow>();
  for (const row of rows) {
    const line: SheetRow[] = [];
    for (
      let at: SheetRow | undefined = row;
      at !== undefined && !ordered.has(at) && !line.includes(at);
      at = byCode.get(codeIn(at, 'parent_code'))
    )
      line.unshift(at);
    for (const each of line) ordered.add(each);
  }
  return [...ordered];
}

function codeIn(row: SheetRow, column: string): string {
  return (row.text(column) ?? '').toLowerCase();
}
