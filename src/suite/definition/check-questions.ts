import type { DefinitionProblem } from './app-definition-error.ts';
import type { CaseCondition, FormDocument, SavedProperties, Subcase } from './app-document.ts';
import type { XFormDraft } from './xform-draft.ts';

/** Reports every question that the case management names and that the form does not have, or has only in a repeat. */
export function checkQuestions(
  form: FormDocument,
  draft: XFormDraft,
  problems: DefinitionProblem[],
): void {
  const checker = new QuestionChecker(form, draft, problems);
  checker.checkMainCase();
  checker.checkUsercase();
  for (const subcase of form.subcases) checker.checkSubcase(subcase);
}

class QuestionChecker {
  readonly #form: FormDocument;
  readonly #draft: XFormDraft;
  readonly #problems: DefinitionProblem[];

  constructor(form: FormDocument, draft: XFormDraft, problems: DefinitionProblem[]) {
    this.#form = form;
    this.#draft = draft;
    this.#problems = problems;
  }

  checkMainCase(): void {
    const { place, openCase, closeCase, updateCase, casePreload } = this.#form;
    if (openCase !== undefined) {
      this.#check(openCase.nameQuestion, `${place}.open_case.name_question`);
      this.#check(openCase.externalIdQuestion, `${place}.open_case.external_id`);
      this.#checkCondition(openCase.condition, `${place}.open_case.condition`);
    }
    if (closeCase !== undefined) this.#checkCondition(closeCase, `${place}.close_case.condition`);
    this.#checkProperties(updateCase, `${place}.update_case`);
    for (const question of Object.keys(casePreload)) {
      this.#check(question, `${place}.case_preload`);
    }
  }

  checkUsercase(): void {
    const { place, usercaseUpdate, usercasePreload } = this.#form;
    this.#checkProperties(usercaseUpdate, `${place}.usercase_update`);
    for (const question of Object.keys(usercasePreload)) {
      this.#check(question, `${place}.usercase_preload`);
    }
  }

  checkSubcase(subcase: Subcase): void {
    const { place, nameQuestion, properties, condition, closeCondition, repeatContext } = subcase;
    if (repeatContext !== undefined && !this.#draft.repeats.includes(repeatContext)) {
      this.#report(
        `${place}.repeat_context`,
        `The form has no repeat ${repeatContext}.`,
        `Repeats are: ${this.#draft.repeats.join(', ') || 'none'}.`,
      );
    }
    this.#check(nameQuestion, `${place}.name_question`, repeatContext);
    this.#checkCondition(condition, `${place}.condition`, repeatContext);
    if (closeCondition !== undefined) {
      this.#checkCondition(closeCondition, `${place}.close_condition`, repeatContext);
    }
    this.#checkProperties(properties, `${place}.case_properties`, repeatContext);
  }

  #checkProperties(properties: SavedProperties, place: string, repeat?: string): void {
    for (const [property, { question }] of properties) {
      this.#check(question, `${place}.${property}`, repeat);
    }
  }

  #checkCondition(condition: CaseCondition, place: string, repeat?: string): void {
    if (condition.kind === 'always') return;
    this.#check(condition.question, place, repeat);
    if (condition.answer.includes("'") && condition.answer.includes('"')) {
      const remedy = 'Give the choice another value.';
      this.#report(place, 'The answer has both kinds of quotation marks.', remedy);
    }
  }

  #check(question: string | undefined, place: string, repeat?: string): void {
    if (question === undefined || question === '') return;
    if (this.#draft.find(question) === undefined) {
      this.#report(place, `${this.#form.xform} has no question ${question}.`, 'Correct the path.');
      return;
    }
    const inside = this.#draft.repeats.find((nodeset) => question.startsWith(`${nodeset}/`));
    if (inside === undefined || inside === repeat) return;
    this.#report(
      place,
      `${question} is asked once for each ${inside}, so it has no single answer.`,
      'Use a question outside of the repeat, or a subcase with this repeat_context.',
    );
  }

  #report(place: string, message: string, remedy: string): void {
    this.#problems.push({ place, message, remedy });
  }
}
