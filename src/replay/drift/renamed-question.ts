import type { FormDefinition } from '../../xforms/definition/form-definition.ts';
import type { NodeDefinition } from '../../xforms/definition/node-definition.ts';
import { staticLabel } from '../coverage/static-label.ts';
import type { Place, RecordingLine } from '../format/line-shapes.ts';
import { nearestWord } from '../format/nearest-word.ts';
import { writeRecording } from '../format/write-recording.ts';
import type { ReplayPlayer } from '../player.ts';
import { linesInForm } from './lines-in-form.ts';
import { renameInLines } from './rename-in-lines.ts';

const SHORTEST_TELLING_NAME = 4;

/** A question that a form has under another path than its recording, positions of repeats left out. */
export interface RenamedQuestion {
  readonly from: string;
  readonly to: string;
  /** The lines that name it in that filling-in, from there on: elsewhere, the old path may be a question of another form. */
  readonly places: readonly Place[];
}

/**
 * What the question that a replay has stopped at is called by now: the one with the same label, else the one whose name is most like it.
 * `undefined` when it stopped for another reason, or nothing can be taken for it; a question that the recording names elsewhere in
 * that filling-in cannot.
 */
export function renamedQuestion(player: ReplayPlayer): RenamedQuestion | undefined {
  const { divergence, recording, played, stage, playedInForm } = player;
  const form = stage.current?.hasApp ? stage.current.form?.definition : undefined;
  const line = recording.lines[played];
  const path = line && pathOf(line);
  if (divergence === undefined || form === undefined || path === undefined) return undefined;
  const nodes = form.document.descendants();
  if (nodes.some(({ ref }) => ref === path)) return undefined;
  const coming = linesInForm(recording.lines.slice(played));
  const lines = [...playedInForm, ...coming];
  const used = new Set(lines.map((each) => pathOf(each)));
  const free = nodes.filter(({ ref, controls }) => controls.length > 0 && !used.has(ref));
  const to = labelled(form, free, labelOf(path, coming)) ?? likelyNamed(free, path);
  return to && { from: path, to: to.ref, places: placesNaming(path, coming) };
}

function placesNaming(path: string, lines: readonly RecordingLine[]): readonly Place[] {
  const naming = lines.filter((line) => {
    const row = writeRecording([line]);
    return renameInLines(row, { from: path, to: '' }) !== row;
  });
  return naming.map(({ place }) => place);
}

/** The path that a line is about; `undefined` where it is about none. */
function pathOf(line: RecordingLine): string | undefined {
  switch (line.kind) {
    case 'answer':
    case 'clear':
    case 'attach':
    case 'addRepeat':
    case 'removeRepeat':
    case 'expect':
      return line.subject.replaceAll(/\[\d+\]/g, '');
    default:
      return undefined;
  }
}

/** As a line wrote it down that is about the same path. */
function labelOf(path: string, lines: readonly RecordingLine[]): string {
  const noted = lines.filter((line) => pathOf(line) === path);
  const labels = noted.map((line) => ('question' in line && line.question) || '');
  const label = labels.find((text) => text !== '') ?? '';
  return label.replaceAll(/\s+/g, ' ').trim();
}

/** The only one that is labelled so: what two questions share tells nothing. */
function labelled(
  form: FormDefinition,
  nodes: readonly NodeDefinition[],
  label: string,
): NodeDefinition | undefined {
  if (label === '') return undefined;
  const [only, ...others] = nodes.filter(({ controls }) =>
    controls.some((control) => staticLabel(form, control) === label),
  );
  return others.length === 0 ? only : undefined;
}

/** By the last name of the path: the groups that both lie in make no two names alike. Of two short names, such as q1 and q2, nobody knows. */
function likelyNamed(nodes: readonly NodeDefinition[], path: string): NodeDefinition | undefined {
  if (nameOf(path).length < SHORTEST_TELLING_NAME) return undefined;
  const nearest = nearestWord(nameOf(path), new Set(nodes.map(({ ref }) => nameOf(ref))));
  const [only, ...others] = nodes.filter(({ ref }) => nameOf(ref) === nearest);
  return others.length === 0 ? only : undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
