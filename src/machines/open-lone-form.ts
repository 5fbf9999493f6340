import { createActor } from 'xstate';
import type { OwnerProblem } from '../case/ownership/owner-resolution.ts';
import { isOwnerProblem } from '../case/ownership/owner-resolution.ts';
import { resolveOwner } from '../case/ownership/resolve-owner.ts';
import { withInstanceId } from '../xforms/definition/with-instance-id.ts';
import { parseForm } from '../xforms/definition/parse-form.ts';
import type { Environment } from '../xforms/environment.ts';
import { FormInstance } from '../xforms/form-instance.ts';
import { instanceIdNode } from '../xforms/instance/instance-id.ts';
import { nameInstance } from '../xforms/name-instance.ts';
import { instancesFromTexts } from '../xforms/secondary/instances-from-texts.ts';
import { answeredTexts } from './answered-texts.ts';
import type { CaseManagementInput } from './case-management.ts';
import type { FormEntryActor } from './form-entry.ts';
import { formEntryMachine } from './form-entry.ts';

/** Who owns the cases that a form creates: its plans (`readOwnerPlan`), who could own, and who fills it in. */
export type FormOwnership = Pick<CaseManagementInput, 'plans' | 'candidates' | 'user'>;

/** What a form without an app around it is opened from, and where it goes. */
export interface LoneFormInput {
  /** The XForm as text. */
  readonly text: string;
  /** Names it in messages: a path or URL. */
  readonly file: string;
  /** Time, chance and place. */
  readonly environment: Omit<Environment, 'instance'>;
  /** Secondary instances as XML, by their `src`. */
  readonly instances: Readonly<Record<string, string>>;
  /** What `saveDraft` was given, to go on with; `undefined` for a new filling-in. */
  readonly draft: string | undefined;
  /** Without it, owners stay as the form leaves them. */
  readonly ownership: FormOwnership | undefined;
  /** The draft, about a second after a change. */
  saveDraft(instanceXml: string): void;
  /** Takes the finished form. When it rejects, the person goes on where they were, and reads the message if there is one. */
  submit(form: LoneSubmission): Promise<void>;
}

/** A finished form. */
export interface LoneSubmission {
  readonly xml: string;
  /** `meta/instanceID`; `''` when the form has none. */
  readonly instanceId: string;
  /** The namespace of its root element; the `id` attribute where there is none. */
  readonly formId: string;
  /** True for the name of a file that an answer gives. */
  readonly names: (file: string) => boolean;
}

/** A form that can be filled in. */
export interface LoneForm {
  readonly form: FormInstance;
  /** Started; takes what the person does. */
  readonly actor: FormEntryActor;
  /** What keeps it from ever being finished, known before the first answer. */
  readonly ownerProblem: OwnerProblem | undefined;
}

const AUTOSAVE_DELAY = 1000;
const NOBODY: FormOwnership = { plans: [], candidates: [], user: { userId: '', name: '' } };

/** Opens a form on its own. Throws `XmlParseError` or `FormParseError`, which name the place. */
export function openLoneForm(input: LoneFormInput): LoneForm {
  const ownership = input.ownership ?? NOBODY;
  const form = openInstance(input);
  const actor = createActor(formEntryMachine, {
    input: {
      ...ownership,
      form,
      autosaveDelay: AUTOSAVE_DELAY,
      keeper: keeperOf(form, input),
    },
  });
  actor.start();
  const owner = resolveOwner(ownership.plans, ownership.candidates, ownership.user);
  return { form, actor, ownerProblem: isOwnerProblem(owner) ? owner : undefined };
}

function openInstance({ text, file, draft, environment, instances }: LoneFormInput): FormInstance {
  const definition = withInstanceId(parseForm(text, file));
  const options = {
    environment: { ...environment, instance: instancesFromTexts(instances) },
  };
  const form =
    draft === undefined
      ? FormInstance.create(definition, options)
      : FormInstance.restore(definition, draft, options);
  nameInstance(form);
  return form;
}

function keeperOf(form: FormInstance, { environment, saveDraft, submit }: LoneFormInput) {
  return {
    async saveDraft() {
      saveDraft(form.draftXml());
      return environment.now();
    },
    async submit() {
      const submission = submissionOf(form);
      await submit(submission);
      const { xml, instanceId } = submission;
      // No cases are held here, so none have changed.
      const outcome = { kind: 'saved', changes: [], departed: [], away: [] } as const;
      return { formName: form.definition.title, xml, instanceId, outcome };
    },
  };
}

function submissionOf(form: FormInstance): LoneSubmission {
  const answered = answeredTexts(form.root);
  return {
    xml: form.submissionXml(),
    instanceId: instanceIdNode(form.root)?.lexical ?? '',
    formId: formIdOf(form),
    names: (file) => answered.has(file),
  };
}

/** Where the instance only inherits the namespace of XForms, ODK's `id` says which form it is. */
function formIdOf({ definition: { xmlns, id } }: FormInstance): string {
  return xmlns === '' ? id : xmlns;
}
