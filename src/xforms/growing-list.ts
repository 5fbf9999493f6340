/** The empty list: one for all that have nothing, because in a large form most nodes have none of most things. */
export const NONE: readonly never[] = [];

/** The list with one more item at its end. It is changed in place unless it is {@link NONE}: only its owner may do so. */
export function withOneMore<T>(list: readonly T[], item: T): readonly T[] {
  if (list === NONE) return [item];
  (list as T[]).push(item);
  return list;
}
