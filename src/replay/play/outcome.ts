import { canonicalXml } from './canonical-xml.ts';
import { casesText } from './play-snapshot.ts';
import type { Stage } from './stage.ts';

/** What a recording comes to, whoever plays it: headless, in a page, or in a browser. */
export interface ReplayOutcome {
  /** The XML of each form that was submitted, in canonical form. */
  readonly submissions: readonly string[];
  /** The cases of the project in the end, a line of JSON each. */
  readonly cases: string;
}

export function outcomeOf(stage: Stage): ReplayOutcome {
  const { uuids } = stage.environment;
  return {
    submissions: stage.submitted.map(({ xml }) => canonicalXml(xml, uuids)),
    cases: casesText(stage),
  };
}
