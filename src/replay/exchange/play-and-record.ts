import type { FormInstance } from '../../xforms/form-instance.ts';
import type { RecordingLine } from '../format/line-shapes.ts';
import type { Recording } from '../format/recording.ts';
import type { Divergence } from '../play/divergence.ts';
import { perform } from '../play/perform.ts';
import type { ReplayHost } from '../play/stage.ts';
import { Stage } from '../play/stage.ts';
import type { RecorderOptions } from '../record/recorder.ts';
import { Recorder } from '../record/recorder.ts';

export interface Recorded {
  /** The recording that the machines gave. */
  readonly text: string;
  /** The lines that could not be played. */
  readonly divergences: readonly Divergence[];
}

/** Plays lines as far as they can be, and records them as if a person had done so: with what became of each, and redacted when asked to. */
export async function playAndRecord(
  recording: Recording,
  host: ReplayHost,
  options: Pick<RecorderOptions, 'app' | 'title' | 'redact' | 'random'>,
): Promise<Recorded> {
  const stage = new Stage(recording, {
    openApp: (name, file) => host.openApp(name, file),
    clock: host.clock,
    inspect: (event) => recorder.inspect(event),
  });
  const { now, timeZone } = stage.environment;
  const recorder = new Recorder({ ...options, now, timeZone });
  const divergences: Divergence[] = [];
  for (const line of recording.lines) {
    const { divergence } = await perform(stage, withValues(line, stage.current?.form));
    if (divergence !== undefined) divergences.push(divergence);
  }
  stage.end();
  return { text: recorder.text(), divergences };
}

/** `#2` is the second of the choices that are offered: Formplayer's clients know no others. */
const PLACE = /^#(\d+)$/;

function withValues(line: RecordingLine, form: FormInstance | undefined): RecordingLine {
  if (line.kind !== 'answer' || typeof line.value !== 'string' || !line.value.startsWith('#'))
    return line;
  const node = form?.node(line.subject);
  const select = node?.definition.controls.find((control) => 'items' in control);
  if (form === undefined || node === undefined || select === undefined) return line;
  const choices = form.choicesAt(select, node);
  const valueAt = (word: string) => choices[Number(PLACE.exec(word)?.[1] ?? 0) - 1]?.value ?? word;
  return { ...line, value: line.value.split(' ').map(valueAt).join(' ') };
}
