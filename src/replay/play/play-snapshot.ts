import type { Case } from '../../case/case.ts';
import type { LineOf } from '../format/line-shapes.ts';
import { canonicalXml, numberUuids } from './canonical-xml.ts';
import { Divergence } from './divergence.ts';
import { firstDifference } from './first-difference.ts';
import type { Stage } from './stage.ts';

/** Holds the last submission, or all cases of the server, against what was kept of them. */
export function playSnapshot(stage: Stage, line: LineOf<'snapshot'>): void {
  const { snapshots } = stage.host;
  if (snapshots === undefined) return;
  const text = line.of === 'cases' ? casesText(stage) : submissionText(stage, line);
  const { file } = stage.recording;
  const kept = snapshots.read(file, line.subject);
  if (kept === text || snapshots.write(file, line.subject, text)) return;
  const subject = { label: `The snapshot “${line.subject}”`, path: '' };
  if (kept === undefined) {
    const actual = 'there is none: write it with --update';
    throw new Divergence({ place: line.place, subject, expected: 'a snapshot', actual });
  }
  const difference = firstDifference(kept, text);
  if (difference !== undefined) throw new Divergence({ place: line.place, subject, ...difference });
}

function submissionText({ finished, environment }: Stage, { place }: LineOf<'snapshot'>): string {
  if (finished !== undefined) return canonicalXml(finished.xml, environment.uuids);
  throw new Divergence({
    place,
    expected: 'a form that was submitted',
    actual: 'there is none yet',
  });
}

/** All cases of the server, a line each, in the order in which they came. */
export function casesText({ server, environment }: Stage): string {
  const lines = [...server.cases.cases()].map((of) => `${JSON.stringify(ofWorth(of))}\n`);
  return numberUuids(lines.join(''), environment.uuids);
}

/** What says something: blank and empty parts are left out. */
function ofWorth(of: Case): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(of).filter(([, value]) => value !== '' && Object.keys(value).length > 0),
  );
}
