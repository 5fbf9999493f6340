/** A user of a project, as those who administer it see and change it. */
export interface ProjectPerson {
  readonly userId: string;
  /** What the person signs in with: small letters. */
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: 'worker' | 'admin';
  /** A web user shares cases through locations only, never through groups. */
  readonly kind: 'mobile' | 'web';
  /** `''` when the user has chosen none. */
  readonly language: string;
  readonly userData: Readonly<Record<string, string>>;
  /** Who is not active cannot sign in, and shares nothing. */
  readonly active: boolean;
}

/** First and last name as far as there are any, else the username. */
export function displayName(
  person: Pick<ProjectPerson, 'username' | 'firstName' | 'lastName'>,
): string {
  return (
    [person.firstName, person.lastName].filter((name) => name !== '').join(' ') || person.username
  );
}
