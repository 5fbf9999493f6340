/** What the inspector can show, in the order of its tabs. */
export const inspectorTabs = [
  'expression',
  'form',
  'cases',
  'session',
  'changes',
  'recording',
  'app',
] as const;

export type InspectorTab = (typeof inspectorTabs)[number];
