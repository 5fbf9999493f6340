/** First and last name as far as there are any, else the username. */
export function displayName(person: {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
}): string {
  return (
    [person.firstName, person.lastName].filter((name) => name !== '').join(' ') || person.username
  );
}
