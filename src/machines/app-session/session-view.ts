import type { OwnerProblem } from '../../case/ownership/owner-resolution.ts';
import type { Screen } from '../../suite/screen.ts';
import type { AppSessionContext, Explained } from './context.ts';
import type { Workspace } from '../workspace.ts';

/** The screen of the session as it is now, with what stands in the way of its choices. */
export function look(workspace: Workspace | undefined) {
  if (workspace === undefined) return {};
  const screen = endedScreen(workspace.session);
  const ownerProblems = new Map<string, OwnerProblem>();
  for (const choice of screen.kind === 'menu' ? screen.choices : []) {
    const problem = choice.entry && workspace.ownerProblem(choice.entry);
    if (problem !== undefined) ownerProblems.set(choice.id, problem);
  }
  return { screen, ownerProblems };
}

/** An entry without a form asks nothing at its end, so the session goes on by itself, once. */
function endedScreen(session: Workspace['session']): Screen {
  const { screen } = session;
  return screen.kind === 'end' ? session.finish() : screen;
}

/** The form that one has come to and why its cases would have no clear owner, unless the person has been told and went on. */
export function unexplained({
  screen,
  explained,
  workspace,
}: AppSessionContext): Explained | undefined {
  if (screen?.kind !== 'form' || workspace === undefined) return undefined;
  const choice = screen.entry.commandId;
  const problem = workspace.ownerProblem(screen.entry);
  return problem === undefined || explained?.choice === choice ? undefined : { choice, problem };
}
