const NOT_WRITTEN_IN = new Set(['radio', 'checkbox', 'range', 'file', 'button']);

/** True for a box in which keys write, so that they mean nothing else there. */
export function isWrittenIn(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !NOT_WRITTEN_IN.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.role === 'textbox';
}
