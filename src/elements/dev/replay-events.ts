import type { RecordingLine } from '../../replay/format/line-shapes.ts';
import type { Divergence } from '../../replay/play/divergence.ts';

/** A line of a recording was played in the page. */
export class ReplayStepEvent extends Event {
  constructor(readonly line: RecordingLine) {
    super('replay-step', { bubbles: true, composed: true });
  }
}

/** A line of a recording does not go as it says. */
export class ReplayDivergeEvent extends Event {
  constructor(readonly divergence: Divergence) {
    super('replay-diverge', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'replay-step': ReplayStepEvent;
    'replay-diverge': ReplayDivergeEvent;
  }
}
