/** Names whose order says nothing; what a line does not say stays so. */
export function sorted<T extends readonly string[] | undefined>(names: T): T {
  return names && (names.toSorted() as readonly string[] as T);
}
