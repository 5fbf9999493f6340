import type { FormEntryActor } from '../machines/form-entry.ts';

type FormSnapshot = ReturnType<FormEntryActor['getSnapshot']>;

/**
 * Asks before the page is left while an answer is not kept yet, which is for about a second after it was given, or where keeping it has
 * failed. `form` gives the form that is open.
 */
export function guardLeaving(
  form: () => FormEntryActor | undefined,
  page: EventTarget = globalThis,
): void {
  page.addEventListener('beforeunload', (event) => {
    const open = form();
    if (open === undefined || !isUnsaved(open.getSnapshot())) return;
    open.send({ type: 'save' });
    event.preventDefault();
  });
}

/** True while something that was entered exists on the page only. */
export function isUnsaved(snapshot: FormSnapshot): boolean {
  if (snapshot.status !== 'active') return false;
  const isKept = snapshot.matches('blocked') && snapshot.context.problem === undefined;
  return !snapshot.matches({ entering: 'saved' }) && !isKept;
}
