import type { SessionFrame } from '../../suite/session-step.ts';

/** Names the place that a session has come to, so that what was done there can be kept for when one comes back. */
export function sessionPlace(frame: SessionFrame): string {
  return JSON.stringify(
    frame.map((step) => [step.kind, step.id, step.kind === 'datum' ? step.value : '']),
  );
}
