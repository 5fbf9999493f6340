import { readOwnerPlan } from '../../case/ownership/read-owner-plan.ts';
import type { AppDefinition } from '../../suite/app-definition.ts';
import { sharingRulesOf } from '../../suite/sharing-rules-of.ts';
import type { LineOf, RecordingLine } from '../format/line-shapes.ts';
import type { Recording } from '../format/recording.ts';

const CASE_TYPE = /@case_type\s*=\s*(?:'([^']+)'|"([^"]+)")/g;

/**
 * The world with a case for everybody of each type that the app lists and none of its forms makes: another app does, and without one the
 * forms behind such a list are out of reach. Types of which the world has a case already are left alone.
 */
export function withCasesOfOthers(world: Recording, app: AppDefinition): Recording {
  const known = new Set(world.lines.flatMap((line) => (line.kind === 'case' ? [line.type] : [])));
  const missing = listedTypes(app).filter((type) => !known.has(type) && !madeTypes(app).has(type));
  const users = world.lines.filter((line) => line.kind === 'user');
  const owners = [...new Set(users.map(ownerFor))];
  const cases = missing.flatMap((type) => owners.map((owner) => caseLine(type, owner, world)));
  return { ...world, lines: [...world.lines, ...cases] };
}

function listedTypes({ entries }: AppDefinition): string[] {
  const nodesets = [...entries.values()].flatMap(({ datums }) =>
    datums.flatMap((datum) => (datum.kind === 'entity' ? [datum.nodeset] : [])),
  );
  const types = nodesets.flatMap((nodeset) =>
    [...nodeset.matchAll(CASE_TYPE)].map(([, single, double]) => single ?? double ?? ''),
  );
  return [...new Set(types)];
}

function madeTypes(app: AppDefinition): ReadonlySet<string> {
  const rules = sharingRulesOf(app);
  const plans = [...app.forms.values()].flatMap(({ text }) => readOwnerPlan(text, rules));
  return new Set(plans.map(({ caseType }) => caseType));
}

function ownerFor({ subject, groups = [], locations = [] }: LineOf<'user'>): string {
  return groups[0] ?? locations[0] ?? subject;
}

function caseLine(type: string, owner: string, { header }: Recording): RecordingLine {
  const subject = `${type}-of-${owner}`;
  return { kind: 'case', subject, type, name: subject, owner, place: header.place };
}
