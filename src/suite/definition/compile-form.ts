import { XmlParseError } from '../../xml/xml-parse-error.ts';
import { attributeOf, childElements } from '../../xml/xml-element.ts';
import type { AppForm } from '../app-definition.ts';
import type { DefinitionProblem } from './app-definition-error.ts';
import type { AppDocument, FormDocument } from './app-document.ts';
import { writeCaseBlock } from './case-block.ts';
import { caseBlocks } from './case-blocks.ts';
import { checkQuestions } from './check-questions.ts';
import { instanceNames, knownSource } from './known-instances.ts';
import { writeMetaBlock } from './meta-block.ts';
import { propertyAt, USERCASE_ID } from './session-case.ts';
import { setAttribute, XFormDraft } from './xform-draft.ts';

/** What the compilation of a form needs to know of the app around it. */
export interface FormContext {
  readonly caseType: string;
  readonly app: AppDocument;
  /** The form's name in the default language. */
  readonly name: string;
  readonly problems: DefinitionProblem[];
}

const CASE = 'http://commcarehq.org/case/transaction/v2';

/**
 * Writes case management and metadata into the author's plain XForm. Problems are added to those of the context; the
 * result is then `undefined` or not to be used.
 */
export function compileForm(
  form: FormDocument,
  text: string,
  context: FormContext,
): AppForm | undefined {
  const draft = openDraft(form, text, context.problems);
  if (draft === undefined) return undefined;
  checkQuestions(form, draft, context.problems);
  for (const block of caseBlocks(form, draft, context)) writeCaseBlock(draft, block);
  writePreloads(form, draft);
  writeMetaBlock(draft);
  declareInstances(draft);
  describeData(draft, context);
  return { xmlns: draft.data.namespace, path: form.xform, text: draft.toString() };
}

function openDraft(
  form: FormDocument,
  text: string,
  problems: DefinitionProblem[],
): XFormDraft | undefined {
  const report = (message: string, remedy: string) => {
    problems.push({ place: form.xform, message, remedy });
    return undefined;
  };
  try {
    const draft = new XFormDraft(text, form.xform);
    if (draft.data.namespace === '' || draft.data.namespace === 'http://www.w3.org/2002/xforms') {
      return report(
        'The data of the form has no namespace of its own.',
        'Give the first element of the instance an xmlns that no other form has.',
      );
    }
    if (managesCases(form) && hasCaseBlock(draft)) {
      return report(
        'You cannot use the Case Management UI if you already have a case block in your form.',
        'Take the block out, or the case management of this form in app.json.',
      );
    }
    return draft;
  } catch (error) {
    if (!(error instanceof XmlParseError) && !(error instanceof RangeError)) throw error;
    return report(error.message, 'Mend the form.');
  }
}

function managesCases({ requires, openCase, subcases, usercaseUpdate }: FormDocument): boolean {
  const own = openCase !== undefined || requires === 'case';
  return own || subcases.length > 0 || usercaseUpdate.size > 0;
}

/** The form's own; blocks of questions that save to a case by themselves stand deeper and are left alone. */
function hasCaseBlock({ data }: XFormDraft): boolean {
  return childElements(data).some(({ name, namespace }) => name === 'case' && namespace === CASE);
}

function writePreloads(form: FormDocument, draft: XFormDraft): void {
  for (const [question, property] of Object.entries(form.casePreload)) {
    draft.addSetvalue('xforms-ready', question, propertyAt(property, 'case_id'));
  }
  for (const [question, property] of Object.entries(form.usercasePreload)) {
    draft.addSetvalue('xforms-ready', question, propertyAt(property, USERCASE_ID));
  }
}

function declareInstances(draft: XFormDraft): void {
  draft.addInstance('commcaresession', 'jr://instance/session');
  // Found in the text, because expressions stand in many kinds of attributes.
  for (const id of new Set(instanceNames(draft.toString().replaceAll('&quot;', '"')))) {
    const src = knownSource(id);
    if (src !== undefined) draft.addInstance(id, src);
  }
}

function describeData(draft: XFormDraft, { name, app: { version } }: FormContext): void {
  if (attributeOf(draft.data, 'uiVersion') === undefined)
    setAttribute(draft.data, 'uiVersion', '1');
  setAttribute(draft.data, 'version', String(version));
  setAttribute(draft.data, 'name', name);
}
