import type { AppSessionActor } from '../../machines/app-session.ts';
import type { CaseManagementActor } from '../../machines/case-management.ts';
import type { FormEntryActor } from '../../machines/form-entry.ts';
import type { Workspace } from '../../machines/workspace.ts';
import type { AdminPlace } from '../shared/admin-place.ts';
import type { Geocoder } from '../shared/geocoder.ts';
import type { Strings } from '../strings/strings.ts';
import type { DeviceState } from './device-state.ts';
import type { LoadingProgress } from './loading-progress.ts';
import type { ListView } from './list-view.ts';
import type { MediaSource } from './render-value.ts';
import type { ShownOwner } from './shown-owner.ts';

/** What a page is made from. */
export interface PageSource {
  readonly snapshot: ReturnType<AppSessionActor['getSnapshot']>;
  /** On somebody else's page: there is nobody to sign in. */
  readonly embedded: boolean;
  /** While a form is open. */
  readonly formEntry: FormEntryActor | undefined;
  /** While the owners of its cases are being found. */
  readonly caseManagement: CaseManagementActor | undefined;
  readonly strings: Strings;
  readonly device: DeviceState;
  /** While cases are fetched for the first time. */
  readonly loading: LoadingProgress | undefined;
  /** `none` where the app came from files and nothing is sent anywhere. */
  readonly sync: { readonly kind: 'none' | 'syncing' | 'quiet'; readonly problem: string };
  /** The list that is shown, as it was left. */
  readonly view: ListView;
  readonly media: MediaSource;
  readonly geocoder: Geocoder | undefined;
  readonly owners: (ownerId: string) => ShownOwner | undefined;
  readonly caseTypeLabel: (caseType: string) => string;
  /** Where the settings of a place are changed; nothing where they cannot be. */
  readonly settings: (place: AdminPlace) => string | undefined;
}

/** The app that is open, with its session and its cases. */
export function workspaceOf({ snapshot }: PageSource): Workspace | undefined {
  return snapshot.context.workspace;
}
