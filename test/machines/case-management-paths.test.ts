import { expect } from 'chai';
import type { AnyMachineSnapshot } from 'xstate';
import { createActor } from 'xstate';
import type { OwnerCandidate } from '../../src/case/ownership/owner-candidate.ts';
import type {
  CaseManagementEvent,
  CaseManagementInput,
  FutureCase,
} from '../../src/machines/case-management.ts';
import { caseManagementMachine } from '../../src/machines/case-management.ts';
import type { Scenario } from '../support/scenario.ts';
import { aCase } from '../case/a-case.ts';
import { aRegistration, DAVID, NORTH, plans, SOUTH } from './a-registration.ts';
import type { Path } from './support/machine-paths.ts';
import { allStates, allTransitions, pathsThrough, Witness } from './support/machine-paths.ts';

/** An app and a user, as far as they decide what the step does. */
interface World extends Partial<CaseManagementInput> {
  readonly name: string;
  /** The owner that the form gives to the mother. */
  readonly given?: string;
  /** A child is registered, too, whose owner nobody gives. */
  readonly hasChild?: boolean;
}

const ELSEWHERE: FutureCase = {
  case: aCase('m1', { ownerId: 'g-elsewhere' }),
  ...{ isNew: true, heldBy: new Map([['g-elsewhere', 'm1']]), isHeldHere: false },
};
const asked = { plans: plans('shared', 'ask'), candidates: [NORTH, SOUTH] };
const looked = { review: 'unseen', preview: () => [ELSEWHERE] } as const;

const worlds: readonly World[] = [
  { name: 'one group' },
  { name: 'one group, and a look', ...looked },
  { name: 'no group', candidates: [] },
  { name: 'two groups in a strict app', candidates: [NORTH, SOUTH] },
  { name: 'two groups in an app that asks', ...asked },
  { name: 'two groups in an app that asks, and a look', ...asked, ...looked },
  { name: 'an app that does not share', plans: plans('user'), candidates: [] },
  { name: 'every owner from the form', given: 'g-elsewhere', candidates: [] },
  { name: 'an owner from the form', given: 'g-elsewhere', hasChild: true, ...asked },
  { name: 'an owner from the form, and a look', given: 'g-elsewhere', ...looked },
];

const events: readonly CaseManagementEvent[] = [
  { type: 'owner.choose', ownerId: 'g-south' },
  { type: 'owner.choose', ownerId: 'g-elsewhere' },
  { type: 'owner.confirm' },
];

function open({ given = '', hasChild = given === '', ...world }: World): {
  readonly scenario: Scenario;
  readonly input: CaseManagementInput;
} {
  const scenario = aRegistration();
  scenario.answer('/data/name', 'Asha');
  scenario.answer('/data/owner', given);
  if (hasChild) scenario.addRepeat('/data/child');
  const { form } = scenario;
  const input = { form, plans: plans('shared'), candidates: [NORTH], user: DAVID, ...world };
  return { scenario, input };
}

function pathsOf(world: World): Path[] {
  const { input } = open(world);
  const serializeState = ({ value }: AnyMachineSnapshot) => String(value);
  return pathsThrough(caseManagementMachine, {
    input,
    events: ({ status }) => (status === 'active' ? events : []),
    serializeState,
  });
}

const OWNERS = ['/data/case/create/owner_id', '/data/child/case/create/owner_id'];

/** What holds wherever the step is: nothing but owners has changed, and these are possible ones. */
function check({ value }: AnyMachineSnapshot, { scenario, input }: ReturnType<typeof open>): void {
  expect(scenario.value('/data/name')).to.equal('Asha');
  const possible = input.candidates.map(({ id }: OwnerCandidate) => id);
  const given = scenario.value('/data/owner');
  for (const { lexical: owner } of OWNERS.flatMap((ref) => scenario.form.nodesOf(ref))) {
    if (owner === '') expect(value).to.be.oneOf(['askingOwner', 'blocked']);
    else expect([...possible, given, DAVID.userId]).to.include(owner);
  }
}

describe('the paths of the case-management step', () => {
  const witness = new Witness(caseManagementMachine);

  for (const world of worlds) {
    it(`lead where the model says, with ${world.name}`, () => {
      for (const path of pathsOf(world)) {
        const opened = open(world);
        const options = { input: opened.input, inspect: witness.inspect };
        const actor = createActor(caseManagementMachine, options).start();
        check(actor.getSnapshot(), opened);
        for (const { event, state } of path) {
          actor.send(event as CaseManagementEvent);
          expect(actor.getSnapshot().value).to.equal(state.value);
          check(actor.getSnapshot(), opened);
        }
      }
    });
  }

  it('go through every state and take every transition', () => {
    const { states, transitions } = witness;
    expect(allStates(caseManagementMachine).filter((name) => !states.has(name))).to.be.empty;
    const untaken = allTransitions(caseManagementMachine).filter((name) => !transitions.has(name));
    expect(untaken).to.be.empty;
  });
});
