import { assign, fromPromise, setup } from 'xstate';
import type { PostReply, SearchReply } from '../../sync/remote-server.ts';
import type { Draft } from '../../sync/draft.ts';
import { formEntryMachine } from '../form-entry.ts';
import type { Project } from '../project.ts';
import type { Workspace } from '../workspace.ts';
import type { OpenedForm } from '../workspace/opened-form.ts';
import type { AppSessionContext, AppSessionEvent, AppSessionInput, Entrance } from './context.ts';
import type { AnotherUser } from './destination.ts';
import { openForm } from './open-form.ts';
import { look } from './session-view.ts';

/** What every part of the app session rests on: its types, what it starts, and how it looks at the session of the workspace. */
export const appSessionSetup = setup({
  types: {
    context: {} as AppSessionContext,
    events: {} as AppSessionEvent,
    input: {} as AppSessionInput | undefined,
  },
  actors: {
    /** `undefined` when nobody is signed in. Rejects with a sentence for the person. */
    enter: fromPromise<Project | undefined, Entrance>(unprovided),
    signOut: fromPromise<void>(unprovided),
    /** Whoever is signed in is somebody else from then on. Rejects with a sentence for the person. */
    switchUser: fromPromise<void, AnotherUser>(unprovided),
    openApp: fromPromise<Workspace, { project: Project; app: string }>(({ input }) =>
      input.project.openApp(input.app),
    ),
    openForm: fromPromise<OpenedForm, { workspace: Workspace; draft: string | undefined }>(
      async ({ input: { workspace, draft } }) => openForm(workspace, draft),
    ),
    findDrafts: fromPromise<readonly Draft[], { workspace: Workspace }>(({ input }) =>
      input.workspace.forms.findDrafts(),
    ),
    formEntry: formEntryMachine,
    search: fromPromise<SearchReply, { workspace: Workspace }>(({ input, signal }) =>
      input.workspace.search(signal),
    ),
    post: fromPromise<PostReply, { workspace: Workspace }>(({ input }) => input.workspace.post()),
  },
  actions: {
    look: assign(({ context }) => look(context.workspace)),
    lookAgain: assign(({ context }) => {
      context.workspace?.session.refresh();
      return look(context.workspace);
    }),
    noteProblem: assign({
      problem: (_, { error }: { error: unknown }) => ({
        message: error instanceof Error ? error.message : String(error),
        error,
      }),
    }),
    forgetProblem: assign({ problem: undefined }),
  },
});

function unprovided(): never {
  throw new RangeError('The host of an app session has to provide its actors');
}
