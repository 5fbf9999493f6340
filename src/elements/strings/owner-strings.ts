import type { OwnerProblem } from '../../case/ownership/owner-resolution.ts';

/** Names that the sentences about an owner problem need. */
export interface OwnerNames {
  /** The person's own name or user name, or `''` when it is not known. */
  readonly user: string;
  /** The app's name, or `''`. */
  readonly app: string;
  /** What people call a case of this type: `patient` for `patient_v2`, for instance. */
  readonly caseTypeLabel: (caseType: string) => string;
}

/** An owner problem in words, in the order in which they are shown. */
export interface OwnerProblemText {
  /** What cannot be done now. */
  readonly title: string;
  /** Why, with names. */
  readonly why: string;
  /** What can be done about it, and what still works meanwhile. */
  readonly ways: readonly string[];
  /** What would solve it, each as a sentence for whoever may change the settings, by their CommCare names. */
  readonly fixes: readonly string[];
  /** A text for the supervisor, who knows the settings by their CommCare names. Plain, several lines. */
  readonly report: string;
}

/** What is said about a case that would have no clear owner. */
export interface OwnerStrings {
  readonly explain: (problem: OwnerProblem, names: OwnerNames) => OwnerProblemText;
  readonly waysTitle: string;
  /** Above `fixes`, for an administrator. */
  readonly fixesTitle: string;
  /** On the link from a fix to its setting, for who may change it. */
  readonly settings: string;
  readonly fixesHint: string;
  /** A way on: fill the form in now, for it is kept until there is an owner. */
  readonly fillInFirst: string;
  readonly fillIn: string;
  /** The case types by their labels. */
  readonly chooseTitle: (caseTypes: readonly string[]) => string;
  readonly chooseHint: string;
  readonly choose: string;
  readonly chooseMissing: string;
  readonly dontKnow: string;
  readonly group: string;
  readonly location: string;
  readonly reportTitle: string;
  readonly reportHint: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly checkAgain: string;
  readonly checking: string;
  readonly back: string;
  readonly details: string;
  /** Before a form goes: who will see what it makes. */
  readonly reviewTitle: string;
  readonly reviewNew: string;
  /** `people` may be none, where their names are not known here. */
  readonly reviewOwner: (owner: string, people: readonly string[]) => string;
  readonly reviewUnknownOwner: string;
  readonly reviewNobody: string;
  readonly reviewClosed: string;
  /** The user will not see the case any more. */
  readonly reviewUnseen: string;
  /** The user will never see the new case. */
  readonly reviewUnseenNew: string;
  readonly confirm: string;
  readonly backToForm: string;
}
