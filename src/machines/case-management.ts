import type { ActorRefFrom } from 'xstate';
import { assign, setup } from 'xstate';
import type { OwnerId } from '../case/case.ts';
import { isNoOwner, withFoundOwners } from '../case/ownership/computed-owner.ts';
import type { OwnerCandidate } from '../case/ownership/owner-candidate.ts';
import type {
  OwnerPlan,
  OwnerProblem,
  OwnerResolution,
} from '../case/ownership/owner-resolution.ts';
import { isOwnerProblem } from '../case/ownership/owner-resolution.ts';
import type { OwningUser } from '../case/ownership/owning-user.ts';
import type { OwnerReview } from '../case/ownership/sharing-rules.ts';
import { resolveOwner, resolvePlan } from '../case/ownership/resolve-owner.ts';
import type { FutureCase } from '../sync/preview-form.ts';
import type { FormInstance } from '../xforms/form-instance.ts';
import type { Edit } from '../xforms/transaction.ts';

/** Who fills the form in, and who could own what it creates. */
export interface CaseManagementInput {
  readonly form: FormInstance;
  /** One for each case block that creates, as `ownerPlan` reads them off the form. */
  readonly plans: readonly OwnerPlan[];
  readonly candidates: readonly OwnerCandidate[];
  readonly user: OwningUser;
  /** The owner that is proposed where the person is asked: the last one chosen. */
  readonly suggestedOwner?: OwnerId | undefined;
  /** When the person looks at who will see the cases; `never` by default. */
  readonly review?: OwnerReview;
  /** The cases as they will be when the form has been sent. */
  readonly preview?: () => readonly FutureCase[];
}

/** A case that the form creates, and the node that says who owns it. */
export interface CreatedCase {
  readonly plan: OwnerPlan;
  /** Reference of `create/owner_id`, with positions. */
  readonly ownerRef: string;
}

/** What the step works with. */
export interface CaseManagementContext extends CaseManagementInput {
  /** Those whose owner the form leaves to us. */
  readonly ownerless: readonly CreatedCase[];
  readonly resolution: OwnerResolution;
  /** What the person chose, where it had to be asked. */
  readonly chosen: OwnerId | undefined;
  /** What the person is shown in `reviewing`. */
  readonly future: readonly FutureCase[];
}

export type CaseManagementEvent =
  | { readonly type: 'owner.choose'; readonly ownerId: OwnerId }
  /** The person has seen who will see the cases, and agrees. */
  | { readonly type: 'owner.confirm' };

export type { FutureCase };

export type CaseManagementActor = ActorRefFrom<typeof caseManagementMachine>;

export type CaseManagementOutput =
  { readonly kind: 'done' } | { readonly kind: 'blocked'; readonly problem: OwnerProblem };

/**
 * The step between a valid form and its submission: every case that the form creates gets an owner. It reads the case
 * blocks of the instance and writes `owner_id` by an ordinary transaction; an owner that the form gives is kept.
 */
export const caseManagementMachine = setup({
  types: {
    input: {} as CaseManagementInput,
    context: {} as CaseManagementContext,
    events: {} as CaseManagementEvent,
    output: {} as CaseManagementOutput,
  },
  guards: {
    everyCaseHasAnOwner: ({ context }) => context.ownerless.length === 0,
    ownerIsResolved: ({ context }) => context.resolution.kind === 'resolved',
    personMayChoose: ({ context }) => context.resolution.kind === 'choice',
    isCandidate: ({ context, event }) =>
      event.type === 'owner.choose' &&
      context.candidates.some((candidate) => candidate.id === event.ownerId),
    needsNoReview: ({ context }) => !needsReview(context),
  },
  actions: {
    readCaseBlocks: assign({ ownerless: ({ context }) => ownerlessCases(context) }),
    resolveOwner: assign({
      resolution: ({ context }) =>
        resolveOwner(
          context.ownerless.map(({ plan }) => plan),
          context.candidates,
          context.user,
        ),
    }),
    takeChoice: assign({
      chosen: ({ event }) => (event.type === 'owner.choose' ? event.ownerId : undefined),
    }),
    lookAhead: assign({ future: ({ context }) => futureCases(context) }),
    writeOwners: ({ context }) =>
      context.form.transact(ownerEdits(context), { source: 'caseManagement' }),
  },
}).createMachine({
  id: 'caseManagement',
  context: ({ input }) => ({
    ...input,
    ownerless: [],
    resolution: { kind: 'unneeded' },
    chosen: undefined,
    future: [],
  }),
  initial: 'readingCaseBlocks',
  states: {
    readingCaseBlocks: {
      entry: 'readCaseBlocks',
      always: [{ guard: 'everyCaseHasAnOwner', target: 'reviewing' }, { target: 'resolvingOwner' }],
    },
    resolvingOwner: {
      entry: 'resolveOwner',
      always: [
        { guard: 'ownerIsResolved', target: 'writingOwner' },
        { guard: 'personMayChoose', target: 'askingOwner' },
        { target: 'blocked' },
      ],
    },
    askingOwner: {
      on: {
        'owner.choose': { guard: 'isCandidate', target: 'writingOwner', actions: 'takeChoice' },
      },
    },
    writingOwner: {
      entry: 'writeOwners',
      always: 'reviewing',
    },
    /** Passed through at once where the app does not ask for it, or nothing is worth a look. */
    reviewing: {
      entry: 'lookAhead',
      always: { guard: 'needsNoReview', target: 'done' },
      on: { 'owner.confirm': 'done' },
    },
    done: { type: 'final' },
    blocked: { type: 'final' },
  },
  output: ({ context: { resolution } }) =>
    isOwnerProblem(resolution) ? { kind: 'blocked', problem: resolution } : { kind: 'done' },
});

function ownerlessCases({ form, plans }: CaseManagementInput): CreatedCase[] {
  return plans
    .filter((plan) => plan.source !== 'given')
    .flatMap((plan) =>
      form
        .nodesOf(`${plan.ref}/create/owner_id`)
        .filter((node) => node.relevant && isOpen(plan, node.lexical))
        .map((node) => ({ plan: withFoundOwners(plan, node.lexical), ownerRef: node.ref })),
    );
}

/** Nothing is written yet; or a rule has written what is no owner. */
function isOpen({ source }: OwnerPlan, owners: string): boolean {
  return source === 'computed' ? isNoOwner(owners) : owners === '';
}

/**
 * Takes the owners back that the step has written: who goes back to the questions is asked once more. An owner that the
 * form gives stays.
 */
export function withdrawOwners({ form, ownerless }: CaseManagementContext): void {
  const written = ownerless.filter(({ ownerRef }) => form.node(ownerRef)?.lexical !== '');
  const edits = written.map(({ plan, ownerRef }): Edit => {
    const before = plan.computed?.found?.join(' ') ?? '';
    return { kind: 'setValue', ref: ownerRef, value: before };
  });
  if (edits.length > 0) form.transact(edits, { source: 'caseManagement' });
}

function futureCases({ review = 'never', preview }: CaseManagementInput): readonly FutureCase[] {
  return review === 'never' || preview === undefined ? [] : preview();
}

function needsReview({ review, future }: CaseManagementContext): boolean {
  return review === 'always' ? future.length > 0 : future.some(leavesView);
}

/** An open case that the person will not have any more, or never. */
function leavesView({ case: of, isHeldHere }: FutureCase): boolean {
  return of.status === 'open' && !isHeldHere;
}

/** Every case has its own resolution: one form may create cases of several types, shared in different ways. */
function ownerEdits({ ownerless, candidates, user, chosen }: CaseManagementContext): Edit[] {
  return ownerless.map(({ plan, ownerRef }) => {
    const owner = resolvePlan(plan, candidates, user);
    const value = owner.kind === 'resolved' ? owner.ownerId : (chosen ?? '');
    return { kind: 'setValue', ref: ownerRef, value };
  });
}
