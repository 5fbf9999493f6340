import type { Case } from '../../case/case.ts';
import type { OwnerCandidate } from '../../case/ownership/owner-candidate.ts';
import type { Workspace } from '../../machines/workspace.ts';
import type { Fixture } from '../../openrosa/restore.ts';
import { LOCATIONS, USER_GROUPS } from '../../sync/user-groups.ts';
import { NO_CANDIDATE } from '../../openrosa/no-candidate-fixture.ts';
import type { ControlDefinition } from '../../xforms/definition/control-definition.ts';
import { FormParseError } from '../../xforms/definition/form-parse-error.ts';
import { parseForm } from '../../xforms/definition/parse-form.ts';
import { serializeXml } from '../../xml/serialize-xml.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import type { RecordingLine } from '../format/line-shapes.ts';
import type { Unplaced } from '../format/write-recording.ts';
import type { Redactor } from './redactor.ts';

type Line = Unplaced<RecordingLine>;

/** The level of the locations that a recording gives to its person: all that is known of them is that they own cases. */
const LEVEL = 'place';

/**
 * The world as the person's device knows it: what may own their cases, the lookup tables, the cases that the device holds.
 * A location that counts because it lies below another one is written as one of the person's own.
 */
export function recordedWorld(workspace: Workspace, redactor: Redactor | undefined): Line[] {
  const { candidates, sandbox } = workspace;
  const groups = candidates.filter(({ kind }) => kind === 'group');
  const locations = candidates.filter(({ kind }) => kind === 'location');
  const codes = redactor === undefined ? NO_CODES : choiceCodes(workspace);
  const fixtures = [...sandbox.fixtures.values()].filter(({ id }) => !OF_EVERY_WORLD.has(id));
  return [
    ...groups.map(({ id, name }): Line => ({ kind: 'group', subject: id, name })),
    ...levelLines(locations),
    ...locations.map(({ id, name }): Line => ({
      kind: 'location',
      subject: id,
      name,
      level: LEVEL,
    })),
    {
      ...{ kind: 'user', subject: workspace.user.userId },
      groups: groups.map(({ id }) => id),
      locations: locations.map(({ id }) => id),
    },
    ...fixtures.map(fixtureLine),
    ...[...sandbox.database.cases()].map((of) => caseLine(of, redactor, codes)),
  ];
}

/** Fixtures that every restore brings by itself. */
const OF_EVERY_WORLD: ReadonlySet<string> = new Set([USER_GROUPS, LOCATIONS, NO_CANDIDATE]);

const NO_CODES: ReadonlySet<string> = new Set();

function levelLines(locations: readonly OwnerCandidate[]): Line[] {
  return locations.length === 0 ? [] : [{ kind: 'level', subject: LEVEL, ownsCases: true }];
}

function fixtureLine({ id, root }: Fixture): Line {
  return { kind: 'fixture', subject: id, xml: serializeXml(root) };
}

function caseLine(of: Case, redactor: Redactor | undefined, codes: ReadonlySet<string>): Line {
  const redacted = (value: string) =>
    redactor === undefined ? value : redactedValue(value, redactor, codes);
  const properties = Object.entries(of.properties).map(([name, value]) => [name, redacted(value)]);
  return {
    ...{
      kind: 'case',
      subject: of.caseId,
      type: of.caseType,
      name: redactor?.text(of.caseName) ?? of.caseName,
    },
    ...{ owner: of.ownerId, status: of.status, properties: Object.fromEntries(properties) },
    ...(of.indices.length > 0 && {
      indices: of.indices.map(({ caseType, ...rest }) => ({ ...rest, type: caseType })),
    }),
  };
}

/** Choices stay, too: whoever reads one learns nothing about a person. */
function redactedValue(value: string, redactor: Redactor, codes: ReadonlySet<string>): string {
  return value.split(' ').every((code) => codes.has(code)) ? value : redactor.value(value);
}

/** The values of all choices that stand in the app's forms. */
function choiceCodes({ app }: Workspace): ReadonlySet<string> {
  const forms = [...app.forms.values()];
  return new Set(forms.flatMap(codesOf));
}

/** A form that cannot be opened offers nothing. */
function codesOf({ text, path }: { readonly text: string; readonly path: string }): string[] {
  try {
    return codesIn(parseForm(text, path).controls);
  } catch (error) {
    if (error instanceof FormParseError || error instanceof XmlParseError) return [];
    throw error;
  }
}

function codesIn(controls: readonly ControlDefinition[]): string[] {
  return controls.flatMap((control) => {
    if ('children' in control) return codesIn(control.children);
    return 'items' in control ? control.items.map(({ value }) => value) : [];
  });
}
