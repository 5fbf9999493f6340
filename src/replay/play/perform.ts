import type { FormInstance } from '../../xforms/form-instance.ts';
import type { Transaction } from '../../xforms/transaction.ts';
import type { LineOf, RecordingLine } from '../format/line-shapes.ts';
import { submitOutcome } from '../record/submit-outcome.ts';
import { Divergence } from './divergence.ts';
import { playLine } from './play-line.ts';
import type { Stage } from './stage.ts';

/** How a line went that was played without saying how it should go. */
export interface Performed {
  /** The line, with what became of it. */
  readonly line: RecordingLine;
  /** Why it could not be played; what the line tells by itself, as an answer that was refused, is none. */
  readonly divergence: Divergence | undefined;
}

/** Plays a line whatever comes of it: what it says about its outcome is left out, and what happened is written in. */
export async function perform(stage: Stage, line: RecordingLine): Promise<Performed> {
  const form = stage.current?.form;
  const entry = stage.current?.formEntry;
  const heard = form && hear(form);
  const divergence = await divergenceOf(stage, plain(line));
  heard?.stop();
  const refused = heard?.transaction?.refusals[0]?.reason;
  switch (line.kind) {
    case 'answer':
    case 'clear':
      return refused === undefined || refused === 'noSuchNode'
        ? { line: plain(line), divergence }
        : { line: { ...plain(line), refused } as RecordingLine, divergence: undefined };
    case 'submit':
    case 'chooseOwner':
    case 'confirmOwner': {
      if (entry === undefined) return { line, divergence };
      const outcome = submitOutcome(entry);
      const told = line.kind === 'submit' ? outcome : onlyOutcome(outcome);
      if (line.kind === 'confirmOwner' || outcome.outcome === undefined)
        return { line: plain(line), divergence };
      return { line: { ...plain(line), ...told } as RecordingLine, divergence: undefined };
    }
    case 'sync':
      return performedSync(stage, line, divergence);
    default:
      return { line, divergence };
  }
}

function hear(form: FormInstance) {
  const heard: { transaction: Transaction | undefined; stop: () => void } = {
    transaction: undefined,
    stop: form.onTransaction((made) => {
      if (made.source === 'user') heard.transaction ??= made;
    }),
  };
  return heard;
}

async function divergenceOf(stage: Stage, line: RecordingLine): Promise<Divergence | undefined> {
  try {
    await playLine(stage, line);
    return undefined;
  } catch (error) {
    if (error instanceof Divergence) return error;
    throw error;
  }
}

/** What a line says about how it goes. */
const CLAIMS: ReadonlySet<string> = new Set([
  'refused',
  'message',
  'outcome',
  'invalid',
  'candidates',
  'suggested',
  'reason',
  'departed',
  'rejected',
]);

/** The act of a line alone. */
export function plain<Line extends RecordingLine>(line: Line): Line {
  const members = Object.entries(line).filter(([name]) => !CLAIMS.has(name));
  return Object.fromEntries(members) as unknown as Line;
}

function onlyOutcome({ outcome }: ReturnType<typeof submitOutcome>) {
  return outcome === undefined ? {} : { outcome };
}

function performedSync(
  stage: Stage,
  line: LineOf<'sync'>,
  divergence: Divergence | undefined,
): Performed {
  const report = stage.current?.sync.getSnapshot().context.report;
  if (report === undefined) return { line, divergence };
  const rejected = report.rejected.map(({ formName }) => formName);
  const outcome = report.end.kind;
  const told = {
    ...(outcome !== 'done' && { outcome }),
    ...(rejected.length > 0 && { rejected }),
  };
  return { line: { ...plain(line), ...told }, divergence: undefined };
}
