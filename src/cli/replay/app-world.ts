import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseRecording } from '../../replay/format/parse-recording.ts';
import type { Recording } from '../../replay/format/recording.ts';
import { WORLD_LINES } from '../../replay/format/world-lines.ts';
import { findRecordings } from './find-recordings.ts';
import { readIncluded, readRecording } from './file-host.ts';

/** Who is there when nobody says it: each way to stand towards the owners of cases once. */
const ANYBODY = `
{"group":"village-a","name":"Village A"}
{"group":"village-b","name":"Village B"}
{"level":"district","name":"District","viewsBelow":true}
{"level":"post","name":"Health post","ownsCases":true}
{"location":"north","name":"North district","level":"district"}
{"location":"river-post","name":"River post","level":"post","parent":"north"}
{"user":"ann","name":"Ann of one group","groups":["village-a"]}
{"user":"ben","name":"Ben of the same group","groups":["village-a"]}
{"user":"cora","name":"Cora of two groups","groups":["village-a","village-b"]}
{"user":"dan","name":"Dan of a place","locations":["river-post"]}
{"user":"eve","name":"Eve of a district","locations":["north"]}
{"user":"finn","name":"Finn of nothing"}
`;

/** A recording begins so where nobody says anything else. */
const HEADER = { recording: 1, now: '2026-06-15T08:00:00Z', timeZone: 'UTC', seed: 1 };

/**
 * The world in which an app is explored: the lines of `file`; else those of the first recording that the app has; else a few people, one for
 * each way to stand towards the owners of cases. `recording` is where what is found will be written: it names the app from there.
 */
export async function readWorld(
  app: string,
  file: string | undefined,
  recording: string,
): Promise<Recording> {
  const name = relative(dirname(resolve(recording)), resolve(app)) || '.';
  const header = JSON.stringify({ ...HEADER, app: name });
  if (file !== undefined)
    return parseRecording(
      `${header}\n{"include":${JSON.stringify(relative(dirname(resolve(recording)), resolve(file)))}}\n`,
      recording,
      readIncluded,
    );
  const [first] = await ownRecordings(app);
  const known = first === undefined ? undefined : await readRecording(first);
  if (known === undefined) return parseRecording(`${header}${ANYBODY}`, recording);
  const lines = known.lines.filter(({ kind }) => WORLD_LINES.has(kind));
  const empty = parseRecording(`${header}\n`, recording);
  return { ...empty, header: { ...known.header, app: name, place: empty.header.place }, lines };
}

async function ownRecordings(app: string): Promise<string[]> {
  const found = await stat(app);
  return found.isDirectory() ? findRecordings([app]) : [];
}

/** Where the recordings of an app stand: in its folder, or beside its file. */
export async function sessionsFolder(app: string): Promise<string> {
  const isFolder = (await stat(app)).isDirectory();
  return isFolder ? join(app, 'sessions') : join(dirname(app), `${basename(app)}-sessions`);
}
