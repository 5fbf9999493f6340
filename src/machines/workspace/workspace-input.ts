import type { AppDefinition } from '../../suite/app-definition.ts';
import type { RemoteServer } from '../../sync/remote-server.ts';
import type { UserSandbox } from '../../sync/user-sandbox.ts';
import type { Environment } from '../../xforms/environment.ts';
import type { Setting } from '../setting.ts';

/** What a workspace is made of. */
export interface WorkspaceInput {
  readonly app: AppDefinition;
  /** As the project calls the app; drafts keep it. The app's own id where it has no other. */
  readonly appId?: string;
  readonly sandbox: UserSandbox;
  /** Time, chance and place; the instances come from the session. */
  readonly environment: Omit<Environment, 'instance'>;
  readonly user: WorkspaceUser;
  readonly project: string;
  /** Names the device in the meta block of every form. */
  readonly deviceId: string;
  readonly appVersion: string;
  /** The server behind the app's searches and claims; without one they are not possible. */
  readonly remote?: RemoteServer | undefined;
  /** Where the last choice of an owner is kept; it goes with the user's data. */
  readonly lastOwner?: Setting;
  /** Where the choice of a language is kept. */
  readonly chosenLanguage?: Setting;
  /** Of the user, for as long as none is chosen. */
  readonly userLanguage?: string;
  /** Where the user's choice between one question per screen and all on one page is kept. */
  readonly questionMode?: Setting;
  /** Where it is kept how many rows of a list the user wants on one page. */
  readonly listSize?: Setting;
  /** Where it is kept what was searched for last. It may name people: not longer than the tab is open. */
  readonly searches?: Setting;
}

export interface WorkspaceUser {
  readonly userId: string;
  readonly username: string;
  /** As people call the user. */
  readonly name: string;
  /** True for somebody who may change groups, locations and apps. */
  readonly isAdministrator?: boolean;
  /** What the administrator who works as this user is called; `''` or nothing when nobody does. */
  readonly actedBy?: string;
}
