import type { OwnerWarning } from '../case/ownership/owner-warnings.ts';
import { ownerWarnings } from '../case/ownership/owner-warnings.ts';
import type { SharingRules } from '../case/ownership/sharing-rules.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { XmlParseError } from '../xml/xml-parse-error.ts';
import type { AppDefinition, AppForm } from './app-definition.ts';
import type { AppProblem } from './app-problem.ts';
import { sharingRulesOf } from './sharing-rules-of.ts';

/** Something that works and leaves a case with an owner whom nobody expects. */
export interface OwnerLint extends AppProblem {
  readonly kind: OwnerWarning['kind'];
  /** Reference of the case block in the form. */
  readonly place: string;
  /** Why it matters. */
  readonly why: string;
}

/** What will surprise somebody about the owners of the cases that the app's forms create, form by form. */
export function lintOwners(app: AppDefinition): OwnerLint[] {
  const rules = sharingRulesOf(app);
  // The forms of a definition of our own have been written into: their lines are not the author's.
  const hasLines = app.sharing === undefined;
  return [...app.forms.values()].flatMap((form) =>
    warningsOf(form, rules).map((warning) => lintOf(form, warning, hasLines ? warning.line : 0)),
  );
}

/** The warnings about one form. A form that is not well-formed has none: opening it tells why. */
export function warningsOf({ text, path }: AppForm, rules: SharingRules): OwnerWarning[] {
  try {
    return ownerWarnings(parseXml(text, path), rules);
  } catch (error) {
    if (error instanceof XmlParseError) return [];
    throw error;
  }
}

function lintOf({ path }: AppForm, warning: OwnerWarning, line: number): OwnerLint {
  const { kind, plan, question } = warning;
  return { kind, file: path, line, place: plan.ref, ...TEXTS[kind](plan.caseType, question) };
}

interface LintText {
  readonly message: string;
  readonly why: string;
  readonly remedy: string;
}

const TEXTS: Readonly<
  Record<OwnerWarning['kind'], (caseType: string, question: string) => LintText>
> = {
  maybeUnowned: (caseType, question) => ({
    message: `The owner of the new ${caseType} comes from ${question}, which is not always asked; the case then belongs to nobody.`,
    why: 'Nobody ever sees it again, the person who registered it included.',
    remedy: 'Take the owner from a hidden value that is always calculated.',
  }),
  severalOwners: (caseType, question) => ({
    message: `The owner of the ${caseType} comes from ${question}, which takes several answers.`,
    why: 'A case has one owner; two ids in one text are nobody’s.',
    remedy: 'Make it a question with one answer.',
  }),
  mixed: (caseType) => ({
    message: `The form gives the owner of the new ${caseType} itself and leaves that of another new case to the app.`,
    why: 'Whoever belongs to several groups still cannot open the form, although it asks for an owner.',
    remedy: 'Save owner_id for each of the cases, or for none.',
  }),
  relationship: (caseType) => ({
    message: `An answer decides whether the new ${caseType} is a child or an extension.`,
    why: 'CommCare gives such a case to the user alone, although the app shares its cases.',
    remedy: 'Save owner_id for this case.',
  }),
  private: (caseType) => ({
    message: `The new ${caseType} names no owner.`,
    why: 'It goes to the user alone, although the app shares its cases: the rest of the group does not see it.',
    remedy: 'Fill in the owner of the question that saves the case.',
  }),
  unowned: (caseType) => ({
    message: `Nobody owns the new ${caseType}, and it is an extension of nothing.`,
    why: 'Nobody will ever see it.',
    remedy: 'Give it an owner, or make it an extension of another case.',
  }),
  fixed: (caseType) => ({
    message: `The owner of the ${caseType} is an id that stands in the form.`,
    why: 'In another project, or when that group or location is gone, nobody has this id, and the case is lost to all.',
    remedy: 'Take the id from the user’s groups, locations or data.',
  }),
  anyLocation: (caseType, question) => ({
    message: `${question}, which gives the owner of the ${caseType}, offers locations of every level.`,
    why: 'A location whose level does not own cases hides the case from everybody.',
    remedy: "Narrow its choices down to a level that owns cases, as [@type='clinic'].",
  }),
};
