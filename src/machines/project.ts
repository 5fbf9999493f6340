import type { Workspace } from './workspace.ts';
import type { WorkspaceUser } from './workspace/workspace-input.ts';

/** What somebody may work in: one user's apps, which share the user's cases, drafts and outgoing forms. */
export interface Project {
  /** For people. */
  readonly name: string;
  readonly user: WorkspaceUser;
  /** Somebody practises with made-up cases: nothing is sent, and nothing is kept. */
  readonly practising?: boolean;
  /** In the order in which they are offered. */
  readonly apps: readonly OfferedApp[];
  /** Rejects with a sentence for the person, or with what opening the app throws. */
  openApp(id: string): Promise<Workspace>;
}

/** A project of one app that is open already. */
export function loneProject(workspace: Workspace): Project {
  const { app, appId: id, project: name, user } = workspace;
  return { name, user, apps: [{ id, name: app.profile.name }], openApp: async () => workspace };
}

export interface OfferedApp {
  readonly id: string;
  /** In the user's language, where the app has it. */
  readonly name: string;
}
