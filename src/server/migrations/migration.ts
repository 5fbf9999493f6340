/** One step of the schema. Once released it is never edited: its checksum is kept in every database it was applied to. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
