import type { XmlElement } from '../xml/xml-element.ts';
import { xmlElement } from '../xml/xml-element.ts';
import type { QueryAnswers } from './query-datum.ts';
import type { QueryParameter } from './screen.ts';

/** One thing that is settled in a session, in the order in which it was. Plain data: it can be stored and sent. */
export type SessionStep =
  | CommandStep
  | DatumStep
  | QueryStep
  /** A place to come back to; `id` is the datum that was asked for there. */
  | { readonly kind: 'mark'; readonly id: string };

export interface CommandStep {
  readonly kind: 'command';
  readonly id: string;
  /** True when it was the only choice of its menu. */
  readonly automatic?: boolean;
}

/** The answer of a search server, readable as `instance(id)`. Without `root` it still has to be asked. */
export interface QueryStep {
  readonly kind: 'query';
  readonly id: string;
  readonly url: string;
  readonly root: XmlElement | undefined;
  /** What a stack of the app asks with; a search of the person has `inputs`. */
  readonly parameters?: readonly QueryParameter[];
  /** Properties that no result has read as blank instead of being an error. */
  readonly caseTemplate: boolean;
  /** What was answered to the prompts. */
  readonly inputs: QueryAnswers;
  /** True when it was asked again beside its list, at which the person then stays. */
  readonly refined?: boolean;
  /** What the search is called, for breadcrumbs; `''` gives none. */
  readonly label?: string;
}

export interface DatumStep {
  readonly kind: 'datum';
  readonly id: string;
  readonly value: string;
  /** Settled without the person: computed, or the only row there was. Going back goes past it. */
  readonly automatic: boolean;
  /** What the chosen row is called, for breadcrumbs. */
  readonly label?: string;
  /** What was chosen where several may be: `value` then only names the choice. */
  readonly chosen?: readonly string[];
}

/** A list of steps on its way to a screen. */
export type SessionFrame = readonly SessionStep[];

/** The first search that a stack of the app has left to be made; what follows may read its results. */
export function openQuery(frame: SessionFrame): QueryStep | undefined {
  return frame.find((step): step is QueryStep => step.kind === 'query' && step.root === undefined);
}

/** True at a list whose search was changed beside it. */
export function isRefined(frame: SessionFrame): boolean {
  const last = frame.at(-1);
  return last?.kind === 'query' && last.refined === true;
}

/** True for a choice of the person, at which going back stops and which makes a breadcrumb. */
export function isOfPerson(step: SessionStep): boolean {
  if (step.kind === 'mark') return false;
  if (step.kind === 'query') return step.parameters === undefined;
  return step.automatic !== true;
}

/** True when two steps say the same, whatever they are called. */
export function sameStep(a: SessionStep, b: SessionStep | undefined): boolean {
  if (b === undefined || a.kind !== b.kind || a.id !== b.id) return false;
  return a.kind !== 'datum' || b.kind !== 'datum' || a.value === b.value;
}

/** The root element that `instance(id)` means after this step, or `undefined` when it gives none. */
export function stepRoot(step: SessionStep, id: string): XmlElement | undefined {
  if (step.kind === 'query') return id.startsWith('search-input:') ? inputRoot(step) : step.root;
  if (step.kind !== 'datum' || step.chosen === undefined) return undefined;
  const values = step.chosen.map((value) => xmlElement('value', '', {}, [value]));
  return xmlElement('results', '', { id: step.value }, values);
}

function inputRoot({ inputs }: QueryStep): XmlElement {
  const fields = Object.entries(inputs).map(([name, value]) =>
    xmlElement('field', '', { name }, [value]),
  );
  return xmlElement('input', '', {}, fields);
}
