/** What a key means in a form that is gone through page by page. */
export type PageKey = 'next' | 'previous' | 'finish';

/**
 * Enter in a box goes on, Control+Enter goes on from anywhere and at the end sends the form, and Alt with an arrow turns the page in the
 * direction of reading. `undefined` for a key that means something else where it was pressed.
 */
export function pageKey(event: KeyboardEvent, direction: 'ltr' | 'rtl'): PageKey | undefined {
  if (event.defaultPrevented || event.isComposing) return undefined;
  if (event.key === 'Enter') return enterKey(event);
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (event.key === forward) return 'next';
  return event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? 'previous' : undefined;
}

function enterKey(event: KeyboardEvent): PageKey | undefined {
  if (event.ctrlKey || event.metaKey) return 'finish';
  return isBox(event.composedPath()[0]) && !event.shiftKey && !event.altKey ? 'next' : undefined;
}

/** Enter in a button presses it, and in a text of several lines begins a new one. */
function isBox(target: EventTarget | undefined): boolean {
  return target instanceof HTMLInputElement && target.type !== 'file' && target.type !== 'button';
}
