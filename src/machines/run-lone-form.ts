import { createActor } from 'xstate';
import type { OwnerProblem } from '../case/ownership/owner-resolution.ts';
import { isOwnerProblem } from '../case/ownership/owner-resolution.ts';
import { resolveOwner } from '../case/ownership/resolve-owner.ts';
import type { FormInstance } from '../xforms/form-instance.ts';
import { instanceIdNode } from '../xforms/instance/instance-id.ts';
import { answeredTexts } from './answered-texts.ts';
import type { CaseManagementInput } from './case-management.ts';
import type { FormEntryActor } from './form-entry.ts';
import { formEntryMachine } from './form-entry.ts';

/** Who owns the cases that a form creates: its plans (`readOwnerPlan`), who could own, and who fills it in. */
export type FormOwnership = Pick<CaseManagementInput, 'plans' | 'candidates' | 'user'>;

/** Where a form without an app around it goes. */
export interface LoneFormInput {
  /** Without it, owners stay as the form leaves them. */
  readonly ownership: FormOwnership | undefined;
  /** One question per screen in place of all on one page. */
  readonly oneByOne?: boolean;
  /** The time, in milliseconds since 1970. */
  now(): number;
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
  /** Started; takes what the person does. */
  readonly actor: FormEntryActor;
  /** What keeps it from ever being finished, known before the first answer. */
  readonly ownerProblem: OwnerProblem | undefined;
}

const AUTOSAVE_DELAY = 1000;
const NOBODY: FormOwnership = { plans: [], candidates: [], user: { userId: '', name: '' } };

/** Lets a person fill in a form that was opened on its own (`openLoneForm`). */
export function runLoneForm(form: FormInstance, input: LoneFormInput): LoneForm {
  const ownership = input.ownership ?? NOBODY;
  const actor = createActor(formEntryMachine, {
    input: {
      ...ownership,
      form,
      oneByOne: input.oneByOne ?? false,
      autosaveDelay: AUTOSAVE_DELAY,
      keeper: keeperOf(form, input),
    },
  });
  actor.start();
  const owner = resolveOwner(ownership.plans, ownership.candidates, ownership.user);
  return { actor, ownerProblem: isOwnerProblem(owner) ? owner : undefined };
}

function keeperOf(form: FormInstance, { now, saveDraft, submit }: LoneFormInput) {
  return {
    async saveDraft() {
      saveDraft(form.draftXml());
      return now();
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
