import { propertyPath, splitPropertyPath } from './case-names.ts';

/** Session datum with the id of the user's own case. */
export const USERCASE_ID = 'usercase_id';

/** All cases of the user's own; there should be one. */
export const USERCASE =
  "instance('casedb')/casedb/case[@case_type='commcare-user']" +
  "[hq_user_id=instance('commcaresession')/session/context/userid]";

/** Expression for a session datum. */
export function sessionDatum(id: string): string {
  return `instance('commcaresession')/session/data/${id}`;
}

/** Expression for the case whose id is a session datum. */
export function sessionCase(datum: string): string {
  return caseById(sessionDatum(datum));
}

/** Expression for the id of the case that is reached over these indices, one after the other. */
export function caseIdOver(indices: readonly string[], datum: string): string {
  return idOver(indices, sessionDatum(datum));
}

/** Expression for a property by its path, seen from the case of a row in a list. */
export function propertyOfRow(path: string): string {
  const { indices, property } = splitPropertyPath(path);
  const [first, ...others] = indices;
  if (first === undefined) return propertyPath(property);
  return `${caseById(idOver(others, `current()/index/${first}`))}/${propertyPath(property)}`;
}

function idOver(indices: readonly string[], from: string): string {
  return indices.reduce((id, index) => `${caseById(id)}/index/${index}`, from);
}

/** Expression for a property by its path, seen from the case whose id is a session datum. */
export function propertyAt(path: string, datum: string): string {
  const { indices, property } = splitPropertyPath(path);
  return `${caseById(caseIdOver(indices, datum))}/${propertyPath(property)}`;
}

/** Expression for the case of an id that is an expression, too. */
export function caseById(id: string): string {
  return `instance('casedb')/casedb/case[@case_id=${id}]`;
}
