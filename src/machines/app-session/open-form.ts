import type { Workspace } from '../workspace.ts';
import type { OpenedForm } from '../workspace/opened-form.ts';

/** Opens the form that the session has come to, or goes on with the draft. Rejects with what the workspace throws. */
export async function openForm(
  workspace: Workspace,
  draft: string | undefined,
): Promise<OpenedForm> {
  const { screen } = workspace.session;
  const kept = draft !== undefined && (await workspace.sandbox.store.readDraft(draft));
  // An address names the draft of a form in which nothing has been answered yet, too.
  if (draft !== undefined && (kept || screen.kind !== 'form')) return workspace.forms.resume(draft);
  if (screen.kind !== 'form') throw new RangeError('The session has not come to a form');
  return workspace.forms.open(screen);
}
