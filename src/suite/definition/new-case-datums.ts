import type { FormDocument } from './app-document.ts';

/** The session datums that hold the ids of the cases which a form opens. */
export interface NewCaseDatums {
  readonly opened: string | undefined;
  /** One for each subcase; `undefined` in a repeat, where there may be many. */
  readonly subcases: readonly (string | undefined)[];
}

/** Named as CommCare names them, so that the stack of another form may refer to the new case. */
export function newCaseDatums(form: FormDocument, caseType: string): NewCaseDatums {
  const first = form.openCase === undefined ? 0 : 1;
  return {
    opened: form.openCase && `case_id_new_${caseType}_0`,
    subcases: form.subcases.map((subcase, index) =>
      subcase.repeatContext === undefined
        ? `case_id_new_${subcase.caseType}_${first + index}`
        : undefined,
    ),
  };
}
