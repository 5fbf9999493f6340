import { FormParseError } from '../../xforms/definition/form-parse-error.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import { caseDifference } from './case-json.ts';
import { differs, firstDifference, Placeholders } from './compare-values.ts';
import { xmlDifference } from './compare-xml.ts';
import { exactTextDifference } from './exact-texts.ts';
import type { Resources } from './find-resources.ts';
import type { ErrorJson, FormLine } from './form-line.ts';
import { freeRefs } from './form-line.ts';
import { dataRef, nodesDifference } from './form-nodes.ts';
import { definitionOf, FormSession } from './form-session.ts';
import { stepDifference } from './form-steps.ts';
import { applyForm, refusalOf } from './run-cases.ts';

/** One scripted form session from opening to the cases that it leaves, or a form that must be refused. */
export function runForm(line: FormLine, resources: Resources): string | undefined {
  if (line.loadError !== undefined) return loadDifference(line, line.loadError.message, resources);
  if (line.startError !== undefined)
    return startDifference(line, line.startError.message, resources);
  const session = new FormSession(line, resources);
  const { form } = session;
  const placeholders = new Placeholders();
  return (
    headDifference(line, form) ??
    languageDifference(line, form) ??
    stepDifference(line.steps ?? [], form) ??
    nodesDifference(line, form, placeholders) ??
    validityDifference(line, form) ??
    submissionDifference(line, form, placeholders) ??
    casesDifference(line, session, placeholders)
  );
}

/** A form at fault is refused when it is parsed, or at the latest when it is opened. */
function loadDifference(line: FormLine, message: string, resources: Resources): string | undefined {
  try {
    definitionOf(line, resources);
    const { openingProblems } = new FormSession(line, resources).form;
    if (openingProblems.length > 0) return undefined;
    return differs('loading', `a refusal: ${message}`, 'opened');
  } catch (error) {
    if (error instanceof FormParseError || error instanceof XmlParseError) return undefined;
    throw error;
  }
}

/** The form is sound, but cannot begin with these data: the fault shows as it is opened. */
function startDifference(
  line: FormLine,
  message: string,
  resources: Resources,
): string | undefined {
  const { problems } = new FormSession(line, resources).form;
  return problems.length > 0 ? undefined : differs('opening', `an error: ${message}`, 'opened');
}

function headDifference(line: FormLine, form: FormInstance): string | undefined {
  const { title, languages } = line;
  return (
    (typeof title === 'string'
      ? firstDifference(title, form.definition.title, 'title')
      : undefined) ??
    (languages === undefined ? undefined : firstDifference(languages, form.languages, 'languages'))
  );
}

function languageDifference({ language }: FormLine, form: FormInstance): string | undefined {
  return typeof language === 'string'
    ? firstDifference(language, form.language, 'language')
    : undefined;
}

function validityDifference(line: FormLine, form: FormInstance): string | undefined {
  if (line.valid === undefined) return undefined;
  const invalid = form.validate();
  const errors = invalid.map(({ node }): ErrorJson => {
    const { kind, message } = node.violation ?? {};
    return { ref: dataRef(node), ...(kind && { status: kind }), ...(message ? { message } : {}) };
  });
  return (
    errorsDifference(line, errors) ?? firstDifference(line.valid, invalid.length === 0, 'valid')
  );
}

/** ODK's engine stops at the first bad question. */
function errorsDifference(line: FormLine, errors: readonly ErrorJson[]): string | undefined {
  const expected = line.errors ?? [];
  const found = line.dialect === 'odk' ? errors.slice(0, expected.length) : errors;
  if (expected.length !== found.length) return differs('errors', expected, errors);
  for (const [index, wanted] of expected.entries()) {
    const { ref, status, message } = wanted;
    const actual = found[index] as ErrorJson;
    const stated = message === undefined ? { ref: actual.ref, status: actual.status } : actual;
    const difference =
      wanted.error === undefined
        ? firstDifference({ ref, status, message }, stated, `errors[${index}]`)
        : firstDifference(ref, actual.ref, `errors[${index}].ref`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function submissionDifference(
  line: FormLine,
  form: FormInstance,
  placeholders: Placeholders,
): string | undefined {
  if (line.submission === undefined) return undefined;
  form.revalidate();
  const free = freeRefs(line);
  const found = xmlDifference(line.submission, form.submissionElement(), { placeholders, free });
  return found && `submission ${found}`;
}

function casesDifference(
  line: FormLine,
  { form, database, userId }: FormSession,
  placeholders: Placeholders,
): string | undefined {
  const { cases, applyError, now, tz } = line;
  if (cases === undefined && applyError === undefined) return undefined;
  let changed: ReturnType<typeof applyForm> = [];
  const refusal = refusalOf(() => {
    changed = applyForm(form.submissionElement(), database, userId, now);
  });
  if (applyError !== undefined) {
    if (refusal === undefined)
      return differs('applying', `an error: ${applyError.message}`, 'none');
    return exactTextDifference(applyError.message, refusal, 'applying');
  }
  if (refusal !== undefined) return differs('applying', 'no error', refusal);
  const stated = new Set(cases?.map((of) => of.case_id));
  // A block without actions touches a case and changes nothing; the data state it all the same.
  const touched = [...database.cases()].filter(
    (of) => stated.has(of.caseId) || changed.includes(of),
  );
  return caseDifference(cases ?? [], touched, tz, placeholders);
}
