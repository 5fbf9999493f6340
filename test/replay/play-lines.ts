import type { InspectionEvent } from 'xstate';
import { parseRecording } from '../../src/replay/format/parse-recording.ts';
import type { ReplayHost, SnapshotStore } from '../../src/replay/play/stage.ts';
import type { ReplayResult } from '../../src/replay/replay.ts';
import { replay } from '../../src/replay/replay.ts';
import type { AppDefinition } from '../../src/suite/app-definition.ts';
import { singleFormApp } from '../../src/suite/single-form-app.ts';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';
import { sampleApp } from '../support/project-world.ts';

/** Lines of a recording, as objects; the header is written before them. */
export type Lines = readonly Readonly<Record<string, unknown>>[];

export const HEADER = { recording: 1, now: '2026-06-15T08:00:00Z', seed: 1 };

/** David and Maria share Village A, Zed has Village B, the nurse both, Lone none. */
export const VILLAGES: Lines = [
  { group: 'a', name: 'Village A' },
  { group: 'b', name: 'Village B' },
  { user: 'david', groups: ['a'] },
  { user: 'maria', groups: ['a'] },
  { user: 'zed', groups: ['b'] },
  { user: 'nurse', groups: ['a', 'b'] },
  { user: 'lone' },
];

/** Down to the open form that registers a pregnancy. */
export const REGISTER: Lines = [{ open: ['New pregnancy', 'Register a pregnancy'] }];

/** Everything that the form wants to know. */
export const ANSWERS: Lines = [
  { answer: '/data/consent', value: 'yes' },
  { answer: '/data/mother/mother_name', value: 'Asha' },
  { answer: '/data/mother/village', value: 'Kazi' },
  { answer: '/data/mother/birth_known', value: 'no' },
  { answer: '/data/mother/age', value: '25' },
  { answer: '/data/pregnancy/lmp_known', value: 'no' },
  { answer: '/data/pregnancy/weeks', value: '10' },
  { answer: '/data/pregnancy/births', value: '0' },
  { answer: '/data/pregnancy/danger', value: 'none' },
  { answer: '/data/pregnancy/next_visit', value: '2026-07-01' },
];

/** Plays lines over the sample app of that name. */
export function playLines(
  lines: Lines,
  { header = HEADER, app = 'maternal-health', form, snapshots, inspect, opened }: PlayOptions = {},
): Promise<ReplayResult> {
  const text = [header, ...lines].map((line) => JSON.stringify(line)).join('\n');
  const host: ReplayHost = {
    openApp: async (name) => {
      const found =
        form === undefined ? await sampleApp(name === '..' ? app : name) : formApp(form);
      opened?.(found);
      return found;
    },
    clock: () => Date.UTC(2026, 0, 1),
    ...(snapshots && { snapshots }),
    ...(inspect && { inspect }),
  };
  return replay(parseRecording(text, 'test.jsonl'), host);
}

function formApp(text: string): AppDefinition {
  const { title, xmlns } = parseForm(text, 'form.xml');
  return singleFormApp({ path: 'form.xml', text, title, xmlns });
}

interface PlayOptions {
  /** A lone form in place of the app. */
  readonly form?: string;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly app?: string;
  readonly snapshots?: SnapshotStore;
  readonly inspect?: (event: InspectionEvent) => void;
  readonly opened?: (app: AppDefinition) => void;
}

/** What is told about the first line that went another way; `undefined` when all went as they say. */
export async function divergenceOf(lines: Lines, options?: PlayOptions) {
  const { divergence } = await playLines(lines, options);
  if (divergence === undefined) return undefined;
  const { place, subject, expected, actual, why } = divergence;
  return { line: place.line, ...subject, expected, actual, why };
}
