import { createActor } from 'xstate';
import type { OwnerProblem } from '../case/ownership/owner-resolution.ts';
import { isOwnerProblem } from '../case/ownership/owner-resolution.ts';
import { resolveOwner } from '../case/ownership/resolve-owner.ts';
import type { FormInstance } from '../xforms/form-instance.ts';
import { instanceIdOf } from '../xforms/instance/instance-id.ts';
import type { ScreenAddress } from '../xforms/screens.ts';
import { answeredTexts } from './answered-texts.ts';
import type { CaseManagementInput } from './case-management.ts';
import type { DraftState, FormEntryActor } from './form-entry.ts';
import { formEntryMachine } from './form-entry.ts';

/** Who owns the cases that a form creates: its plans (`readOwnerPlan`), who could own, and who fills it in. */
export type FormOwnership = Pick<CaseManagementInput, 'plans' | 'candidates' | 'user'>;

/** Where a form without an app around it goes. */
export interface LoneFormInput {
  /** Without it, owners stay as the form leaves them. */
  readonly ownership: FormOwnership | undefined;
  /** One question per screen in place of all on one page. */
  readonly oneByOne?: boolean;
  /** The screen at which a draft was left. */
  readonly leftAt?: ScreenAddress | undefined;
  /** The time, in milliseconds since 1970. */
  now(): number;
  /** The draft, about a second after a change, and the screen that the person is at. When it rejects, the person reads why. */
  saveDraft(instanceXml: string, page: ScreenAddress | undefined): Promise<void>;
  /** Takes the finished form. When it rejects, the person goes on where they were, and reads the message if there is one. */
  submit(form: LoneSubmission): Promise<void>;
}

/** A finished form. */
export interface LoneSubmission {
  readonly xml: string;
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
      leftAt: input.leftAt,
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
    async saveDraft({ page }: DraftState) {
      await saveDraft(form.draftXml(), page);
      return now();
    },
    async submit() {
      const xml = form.submissionXml();
      const answered = answeredTexts(form.root);
      await submit({ xml, names: (file) => answered.has(file) });
      // No cases are held here, so none have changed.
      const outcome = { kind: 'saved', changes: [], departed: [], away: [] } as const;
      const { title } = form.definition;
      return { formName: title, xml, instanceId: instanceIdOf(form.root), outcome };
    },
  };
}
