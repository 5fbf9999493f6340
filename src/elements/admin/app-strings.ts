/** What the page of the apps says. */
export interface AppStrings {
  readonly hint: string;
  readonly upload: string;
  readonly uploadHint: string;
  readonly newVersion: string;
  readonly newVersionHint: (name: string) => string;
  readonly file: string;
  readonly uploaded: (name: string) => string;
  readonly version: string;
  /** An app that lies in the server's folder. */
  readonly ofServer: string;
  readonly ownName: (name: string) => string;
  readonly sharing: string;
  readonly shares: string;
  readonly sharesNothing: string;
  /** Its forms create no case that could be shared. */
  readonly createsNothing: string;
  readonly caseSharing: string;
  readonly asTheApp: (shares: boolean) => string;
  readonly on: string;
  readonly off: string;
  readonly isCompiled: string;
  readonly receivers: string;
  readonly everybody: string;
  readonly receiversHint: string;
  readonly versions: string;
  readonly versionsHint: string;
  readonly versionName: (version: number, ownVersion: number) => string;
  readonly versionFrom: (file: string, when: string, username: string) => string;
  readonly delete: string;
  readonly deleteHint: string;
  readonly deleteAsk: (name: string) => string;
}
