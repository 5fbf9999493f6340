import type { OwnerPlan } from '../../case/ownership/owner-resolution.ts';
import { readOwnerPlan } from '../../case/ownership/read-owner-plan.ts';
import type { AppDefinition } from '../../suite/app-definition.ts';
import { sharingRulesOf } from '../../suite/sharing-rules-of.ts';
import { parseForm } from '../../xforms/definition/parse-form.ts';
import type { FormDefinition } from '../../xforms/definition/form-definition.ts';
import type { DraftOpening } from '../../sync/draft.ts';

/** The text of a form and where it stands in the app. */
export type FormSource = DraftOpening['form'];

const ofApps = new WeakMap<AppDefinition, FormDefinitions>();

/** The forms of an app, and those of its drafts, each parsed when it is first opened: once for all who work in the app. */
export class FormDefinitions {
  readonly #app: AppDefinition;
  /** By the text of the form: a draft may have another than the app has now. */
  readonly #parsed = new Map<string, FormDefinition>();
  readonly #plans = new Map<string, readonly OwnerPlan[]>();

  private constructor(app: AppDefinition) {
    this.#app = app;
  }

  static of(app: AppDefinition): FormDefinitions {
    const known = ofApps.get(app);
    if (known !== undefined) return known;
    const definitions = new FormDefinitions(app);
    ofApps.set(app, definitions);
    return definitions;
  }

  /** Throws a sentence for the person when the app has no such form. */
  sourceOf(xmlns: string): FormSource {
    const form = this.#app.forms.get(xmlns);
    if (form !== undefined) return { text: form.text, path: form.path };
    throw new Error(
      [`The app has no form with the namespace ${xmlns}.`, ...this.#faults].join('\n'),
    );
  }

  /** Throws what parsing throws. */
  definitionOf({ text, path }: FormSource): FormDefinition {
    const known = this.#parsed.get(text);
    if (known !== undefined) return known;
    const definition = parseForm(text, path);
    this.#parsed.set(text, definition);
    return definition;
  }

  /** What the form intends with the owners of cases. */
  plansOf({ text }: Pick<FormSource, 'text'>): readonly OwnerPlan[] {
    const known = this.#plans.get(text);
    if (known !== undefined) return known;
    const plans = readOwnerPlan(text, sharingRulesOf(this.#app));
    this.#plans.set(text, plans);
    return plans;
  }

  /** The version of a form as the app has it now; `undefined` where the app has none of that name, or it cannot be parsed. */
  versionOf(xmlns: string): string | undefined {
    try {
      return this.definitionOf(this.sourceOf(xmlns)).version;
    } catch {
      return undefined;
    }
  }

  /** True for a form that the app has otherwise by now, or has no more. */
  isOld(xmlns: string, { text }: FormSource): boolean {
    return this.#app.forms.get(xmlns)?.text !== text;
  }

  /** What was wrong when the app was opened: why a form is missing is among it. */
  get #faults(): readonly string[] {
    return this.#app.problems.map(({ file, line, message, remedy }) => {
      const place = line === 0 ? file : `${file}, line ${line}`;
      return `${place}: ${message}. ${remedy}`;
    });
  }
}
