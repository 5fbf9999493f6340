/** Something that a project wants to know of each of its users. Forms read it as `session/user/data/<name>`. */
export interface UserField {
  /** A name that can stand in XML. */
  readonly name: string;
  /** What people read. */
  readonly label: string;
  readonly required: boolean;
  /** What may be answered; empty where anything may. */
  readonly choices: readonly string[];
}

/** What is wrong with the data of a user. */
export interface UserDataProblem {
  readonly field: UserField;
  readonly reason: 'missing' | 'notOneOf';
}

/** The fields that a user's data do not satisfy. */
export function userDataProblems(
  fields: readonly UserField[],
  userData: Readonly<Record<string, string>>,
): UserDataProblem[] {
  return fields.flatMap((field): UserDataProblem[] => {
    const value = userData[field.name] ?? '';
    if (value === '') return field.required ? [{ field, reason: 'missing' }] : [];
    const fits = field.choices.length === 0 || field.choices.includes(value);
    return fits ? [] : [{ field, reason: 'notOneOf' }];
  });
}
