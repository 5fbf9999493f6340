import { assign, setup } from 'xstate';
import type { OwnerId } from '../case/case.ts';
import type { OwnerCandidate } from '../case/ownership/owner-candidate.ts';
import type {
  OwnerPlan,
  OwnerProblem,
  OwnerResolution,
} from '../case/ownership/owner-resolution.ts';
import { resolveOwner } from '../case/ownership/resolve-owner.ts';
import type { FormInstance } from '../xforms/form-instance.ts';

/**
 * What the app wants when several groups or locations could own: `strict` blocks, as CommCare does; `ask` lets the person
 * choose one of them.
 */
export type OwnerPolicy = 'strict' | 'ask';

/** Who fills the form in, and who could own what it creates. */
export interface CaseManagementInput {
  readonly form: FormInstance;
  /** One for each case block that creates, as `ownerPlan` reads them off the form. */
  readonly plans: readonly OwnerPlan[];
  readonly candidates: readonly OwnerCandidate[];
  readonly user: { readonly userId: string; readonly name: string };
  readonly policy: OwnerPolicy;
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
}

export type CaseManagementEvent = { readonly type: 'owner.choose'; readonly ownerId: OwnerId };

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
    personMayChoose: ({ context }) =>
      context.policy === 'ask' && context.resolution.kind === 'manyCandidates',
    isCandidate: ({ context, event }) =>
      context.candidates.some((candidate) => candidate.id === event.ownerId),
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
      resolution: ({ context, event }) => chosenOwner(context.candidates, event.ownerId),
    }),
    writeOwner: ({ context }) => writeOwner(context),
  },
}).createMachine({
  id: 'caseManagement',
  context: ({ input }) => ({ ...input, ownerless: [], resolution: { kind: 'unneeded' } }),
  initial: 'readingCaseBlocks',
  states: {
    readingCaseBlocks: {
      entry: 'readCaseBlocks',
      always: [{ guard: 'everyCaseHasAnOwner', target: 'done' }, { target: 'resolvingOwner' }],
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
      entry: 'writeOwner',
      always: 'done',
    },
    done: { type: 'final' },
    blocked: { type: 'final' },
  },
  output: ({ context: { resolution } }) =>
    isProblem(resolution) ? { kind: 'blocked', problem: resolution } : { kind: 'done' },
});

function ownerlessCases({ form, plans }: CaseManagementInput): CreatedCase[] {
  return plans
    .filter((plan) => plan.source !== 'given')
    .flatMap((plan) =>
      form
        .nodesOf(`${plan.ref}/create/owner_id`)
        .filter((node) => node.relevant && node.lexical === '')
        .map((node) => ({ plan, ownerRef: node.ref })),
    );
}

function chosenOwner(candidates: readonly OwnerCandidate[], ownerId: OwnerId): OwnerResolution {
  const name = candidates.find((candidate) => candidate.id === ownerId)?.name ?? '';
  return { kind: 'resolved', ownerId, name };
}

function writeOwner({ form, ownerless, resolution }: CaseManagementContext): void {
  if (resolution.kind !== 'resolved') return;
  const value = resolution.ownerId;
  form.transact(
    ownerless.map(({ ownerRef }) => ({ kind: 'setValue', ref: ownerRef, value })),
    { source: 'caseManagement' },
  );
}

function isProblem(resolution: OwnerResolution): resolution is OwnerProblem {
  return resolution.kind === 'noCandidate' || resolution.kind === 'manyCandidates';
}
