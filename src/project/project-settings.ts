/** What is decided for a project as a whole. */
export interface ProjectSettings {
  /** What is done about a form that touches cases which its sender does not hold, or gives one to nobody. */
  readonly submissionPolicy: SubmissionPolicy;
  /** Whether the open extensions of a case are closed with it, whoever owns them. */
  readonly closesExtensions: boolean;
  /** Types of cases that everybody in the project may search for and claim. */
  readonly searchableCaseTypes: readonly string[];
}

/** It is refused, stored and noted for administrators, or let through as CommCare does. */
export type SubmissionPolicy = (typeof SUBMISSION_POLICIES)[number];

export const SUBMISSION_POLICIES = ['flag', 'reject', 'allow'] as const;
