import type { OwnerCandidate } from '../../case/ownership/owner-candidate.ts';

/**
 * The sentences that `explainOwner` joins into the explanation of an owner problem, in one language. `things` are what people call the
 * case types (never none); names of groups, locations and levels come without quotes or articles, each language adds its own.
 */
export interface OwnerSentences {
  /** The code with which `Intl` joins lists: `en-GB`, where `en` would put a comma before "and". */
  readonly code: string;
  /** What a case without a name of its own type is called. */
  readonly case: string;
  /** Where the text for the supervisor has "me". */
  readonly me: string;
  /** Instead of a user name that is not known. */
  readonly thisUser: string;
  readonly title: (things: readonly string[]) => string;
  readonly meanwhile: (things: readonly string[]) => string;
  readonly why: WhySentences;
  readonly ask: AskSentences;
  readonly situation: SituationSentences;
  readonly fix: FixSentences;
  readonly report: ReportSentences;
}

/** Why there is not exactly one owner, in words that a worker need not look up. */
interface WhySentences {
  readonly noMembership: (things: readonly string[]) => string;
  readonly onlyNonSharingGroups: (groups: readonly string[], things: readonly string[]) => string;
  readonly onlyNonOwningLocations: (
    locations: readonly string[],
    things: readonly string[],
  ) => string;
  readonly viewOnlyWithoutChildren: (
    locations: readonly string[],
    things: readonly string[],
  ) => string;
  /** `memberships` are joined parts of `belongs`, `works` and `sees`. */
  readonly many: (memberships: string, things: readonly string[]) => string;
  /** `shown` are all names, or the first and `others`. */
  readonly belongs: (count: number, shown: readonly string[]) => string;
  readonly works: (count: number, shown: readonly string[]) => string;
  readonly sees: (count: number, shown: readonly string[]) => string;
  readonly others: (count: number) => string;
  readonly notAtLevel: (level: string, things: readonly string[]) => string;
  /** A rule of the app found none, or several. */
  readonly notComputed: (found: number, things: readonly string[]) => string;
}

/** Whom to ask for what. */
interface AskSentences {
  readonly join: string;
  readonly one: string;
  readonly owner: string;
}

/** What is the matter, in the words of CommCare's settings, spoken by the worker. */
interface SituationSentences {
  readonly noMembership: string;
  readonly onlyNonSharingGroups: (groups: readonly string[]) => string;
  readonly onlyNonOwningLocations: (
    locations: readonly string[],
    levels: readonly string[],
  ) => string;
  readonly viewOnlyWithoutChildren: (
    locations: readonly string[],
    levels: readonly string[],
  ) => string;
  readonly many: (count: number) => string;
  /** `through` is the location whose level shows the candidate. */
  readonly candidate: (name: string, kind: OwnerCandidate['kind'], through?: string) => string;
  readonly level: (level: string, found: readonly string[]) => string;
  readonly expression: (found: readonly string[]) => string;
}

/** Each fix as a sentence for whoever may change the settings; `whom` is a user name or `me`. */
interface FixSentences {
  readonly joinGroup: (whom: string) => string;
  readonly assignLocation: (whom: string) => string;
  readonly shareGroups: (groups: readonly string[]) => string;
  readonly ownCases: (levels: readonly string[]) => string;
  readonly addLocationBelow: (locations: readonly string[]) => string;
  readonly keepOne: (whom: string) => string;
  /** Follows `keepOne` where locations are among the candidates. */
  readonly whenLocationsCount: string;
  readonly stopViewing: (locations: readonly string[]) => string;
  readonly assignLevel: (whom: string, level: string) => string;
  readonly mendLevel: (level: string) => string;
  readonly mendExpression: string;
  readonly ask: string;
}

interface ReportSentences {
  /** `app` may be `''`. */
  readonly cannot: (things: readonly string[], app: string) => string;
  readonly user: (name: string) => string;
  readonly fixes: string;
  readonly thenSync: string;
}
