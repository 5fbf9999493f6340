/** Who owns a case and who therefore sees it, by name. */
export interface ShownOwner {
  readonly name: string;
  readonly people: readonly string[];
}
