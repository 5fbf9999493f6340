/**
 * What a key means to a form whose last answer can be taken back: Control+Z (or Command+Z) goes back; with Shift, or as Control+Y, forth.
 * `undefined` for any other key.
 */
export function undoKey(event: KeyboardEvent): 'back' | 'forth' | undefined {
  if (event.defaultPrevented || event.isComposing || event.altKey) return undefined;
  if (event.ctrlKey === event.metaKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'forth' : 'back';
  return key === 'y' && !event.shiftKey ? 'forth' : undefined;
}
