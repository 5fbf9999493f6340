import type { OwnerProblem } from '../../case/ownership/owner-resolution.ts';
import type { QueryAnswers } from '../../suite/query-datum.ts';
import type { DetailTab, Screen } from '../../suite/screen.ts';
import type { Draft } from '../../sync/draft.ts';
import type { RemoteProblem } from '../../sync/remote-server.ts';
import type { Given } from '../given.ts';
import type { Destination } from './destination.ts';
import type { Place } from '../place.ts';
import type { Project } from '../project.ts';
import type { Workspace } from '../workspace.ts';
import type { FinishedWork, OpenedForm } from '../workspace/opened-form.ts';

export type AppSessionEvent =
  | ({ readonly type: 'signIn' } & SignInInput)
  | { readonly type: 'signOut' }
  /** An administrator works as another user from here on; without a name, as themselves again. */
  | { readonly type: 'actAs'; readonly username: string | undefined }
  /** With the cases that came with the app that is open; `actAs` without a name ends it. */
  | { readonly type: 'practise' }
  | { readonly type: 'openFiles'; readonly files: readonly Given[] }
  /** A choice of a menu, or the app where one is being chosen. */
  | { readonly type: 'choose'; readonly id: string }
  | { readonly type: 'select'; readonly id: string }
  /** Several rows together, where the list lets them. */
  | { readonly type: 'selectMany'; readonly ids: readonly string[] }
  /** Goes on with the case whose detail is shown, fills a form in whose owner has to wait, or begins one anew. */
  | { readonly type: 'continue' }
  | { readonly type: 'back' }
  | { readonly type: 'goTo'; readonly index: number }
  /** To any place of the project, from anywhere. */
  | { readonly type: 'visit'; readonly place: Place }
  | { readonly type: 'act'; readonly index: number }
  /** A cell of a list that leads somewhere is pressed: the place of its column and the id of its row. */
  | { readonly type: 'followCell'; readonly column: number; readonly id: string }
  | { readonly type: 'answerPrompts'; readonly answers: QueryAnswers }
  | { readonly type: 'search' }
  | { readonly type: 'retry' }
  | { readonly type: 'language'; readonly language: string }
  /** `app` is the one of the form; `undefined` for the one that is open. */
  | { readonly type: 'resumeDraft'; readonly id: string; readonly app?: string | undefined }
  /** Cases or settings have changed underneath. */
  | { readonly type: 'refresh' };

/** What went wrong. `error` as it was thrown: the page tells kinds apart. */
export interface SessionProblem {
  readonly message: string;
  readonly error: unknown;
}

/** How somebody comes in. */
export type Entrance =
  /** Whoever is signed in already. */
  | { readonly kind: 'resume' }
  | ({ readonly kind: 'signIn' } & SignInInput)
  | { readonly kind: 'openFiles'; readonly files: readonly Given[] };

/** What the machine remembers. */
export interface AppSessionContext {
  /** How the person came in last. */
  readonly entrance: Entrance['kind'];
  readonly project: Project | undefined;
  /** Id of the app that is open, or being opened. */
  readonly app: string | undefined;
  readonly workspace: Workspace | undefined;
  readonly screen: Screen | undefined;
  /** Choices of the menu whose form would have no clear owner. */
  readonly ownerProblems: ReadonlyMap<string, OwnerProblem>;
  /** The choice whose problem is being explained. */
  readonly explained: Explained | undefined;
  readonly selected: { readonly id: string; readonly tabs: readonly DetailTab[] } | undefined;
  /** What was begun before of the form that one has come to, newest first. */
  readonly begun: readonly Draft[];
  readonly opened: OpenedForm | undefined;
  /** Where the person is going, once an open form has been kept and the app is there; `undefined` stays close. */
  readonly destination: Destination | undefined;
  readonly finished: FinishedWork | undefined;
  readonly problem: SessionProblem | undefined;
  /** Why the server did not do what the screen asks of it. */
  readonly remoteProblem: RemoteProblem | undefined;
}

/** A choice whose form would make cases without a clear owner. */
export interface Explained {
  readonly choice: string;
  readonly problem: OwnerProblem;
}

export interface AppSessionInput {
  /** Where to go as soon as somebody is signed in. */
  readonly place: Place;
}

export interface SignInInput {
  readonly username: string;
  readonly password: string;
}

/** The app that is open. Throws where none is: only states in which one is open ask. */
export function workspaceOf({ workspace }: Pick<AppSessionContext, 'workspace'>): Workspace {
  if (workspace === undefined) throw new RangeError('Nobody is signed in');
  return workspace;
}
