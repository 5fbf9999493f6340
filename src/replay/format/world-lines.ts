import type { LineKind } from './line-shapes.ts';

/** The lines that say how the project is; all others are done or said by somebody. */
export const WORLD_LINES: ReadonlySet<LineKind> = new Set([
  'user',
  'group',
  'level',
  'location',
  'case',
  'fixture',
]);
