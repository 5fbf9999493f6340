/** A file that a person gave, as the host read it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A folder that a person gave: its files by their paths in it, `/` between folders. */
export interface GivenFolder {
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Where an app or a form can be fetched. */
export interface GivenAddress {
  readonly address: string;
}

/** What a person gave to be opened. */
export type Given = GivenFile | GivenFolder | GivenAddress;
