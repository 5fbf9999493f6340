import { waitFor } from 'xstate';
import type { FormEntryActor } from '../machines/form-entry.ts';
import { isUnsaved } from './leave-guard.ts';

/**
 * Keeps what was entered in a form that is taken off the page. Writing has begun when this returns; resolved when it has ended, well or
 * not.
 */
export async function keepOpenForm(form: FormEntryActor | undefined): Promise<void> {
  if (form === undefined) return;
  await leave(form);
  // A form that was on its way, and was not taken, is back at its questions.
  await leave(form);
}

/** Where the form goes on its way into the store. */
const WRITING = [{ entering: 'saving' }, 'leaving', 'keepingBlocked', 'submitting'] as const;

async function leave(form: FormEntryActor): Promise<void> {
  if (!isUnsaved(form.getSnapshot())) return;
  form.send({ type: 'leave' });
  await waitFor(form, (snapshot) => !WRITING.some((state) => snapshot.matches(state)));
}
