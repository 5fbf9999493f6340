/** An app of a project, as those see it who administer it. */
export interface ProjectApp extends AppSettings {
  readonly appId: string;
  /** What the app calls itself. */
  readonly ownName: string;
  /** A compiled app shares cases as it was compiled; the switch of one of our own can be set. */
  readonly isCompiled: boolean;
  /** What the app itself says about sharing cases. */
  readonly shares: boolean;
  /** Whether its forms create cases that would be shared, where the app shares cases. */
  readonly creates: boolean;
  /** Newest first; none for an app that lies in the server's folder. */
  readonly versions: readonly AppVersion[];
}

/** What a project settles about an app. */
export interface AppSettings {
  /** `''` to call it what it calls itself. */
  readonly name: string;
  /** `null` to leave it to the app. */
  readonly caseSharing: boolean | null;
  /** Groups whose members work with it; none for everybody. */
  readonly groupIds: readonly string[];
  /** The version that people get; `null` for an app that lies in the server's folder. */
  readonly currentVersion: number | null;
}

/** One upload of an app. */
export interface AppVersion {
  /** 1, 2, 3 … as they were uploaded. */
  readonly version: number;
  readonly file: string;
  /** The version that the app itself says. */
  readonly ownVersion: number;
  /** ISO 8601. */
  readonly uploadedAt: string;
  readonly username: string;
}

/** Whether somebody who works with the app registers cases that a group or location has to own. */
export function createsSharedCases({
  isCompiled,
  caseSharing,
  shares,
  creates,
}: Pick<ProjectApp, 'isCompiled' | 'caseSharing' | 'shares' | 'creates'>): boolean {
  return creates && (isCompiled ? shares : (caseSharing ?? shares));
}

/** Whether somebody who belongs to these groups works with the app. */
export function isFor({ groupIds }: AppSettings, groupsOfUser: readonly string[]): boolean {
  return groupIds.length === 0 || groupIds.some((id) => groupsOfUser.includes(id));
}
