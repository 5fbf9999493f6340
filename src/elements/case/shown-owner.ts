/** Somebody who sees a case because of another one. */
export interface ShownHolder extends ShownOwner {
  /** The name of the case that brings it along. */
  readonly through: string;
}

/** Who owns a case and who therefore sees it, by name. */
export interface ShownOwner {
  readonly name: string;
  readonly people: readonly string[];
}
