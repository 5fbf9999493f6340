import { expect } from 'chai';
import { createActor } from 'xstate';
import type { Case } from '../../src/case/case.ts';
import type { OwnerReview } from '../../src/case/ownership/sharing-rules.ts';
import type { CaseManagementInput, FutureCase } from '../../src/machines/case-management.ts';
import { caseManagementMachine } from '../../src/machines/case-management.ts';
import type { Scenario } from '../support/scenario.ts';
import type { Transaction } from '../../src/xforms/transaction.ts';
import { aCase } from '../case/a-case.ts';
import { aRegistration, DAVID, NORTH, plans, SOUTH } from './a-registration.ts';

const MOTHER = '/data/case/create/owner_id';

/** The step at a form, with all that it did to it. */
function manage(scenario: Scenario, given: Partial<CaseManagementInput> = {}) {
  const transactions: Transaction[] = [];
  scenario.form.onTransaction((transaction) => transactions.push(transaction));
  const actor = createActor(caseManagementMachine, { input: inputFor(scenario, given) });
  actor.start();
  return { actor, transactions, output: () => actor.getSnapshot().output };
}

/** The mother as she will be, owned by somebody else. */
function aFuture(isHeldHere = true, status: Case['status'] = 'open'): FutureCase {
  const mother = aCase('m1', { ownerId: 'g-elsewhere', status });
  return { case: mother, isNew: true, heldBy: new Map([['g-elsewhere', 'm1']]), isHeldHere };
}

function inputFor({ form }: Scenario, given: Partial<CaseManagementInput>): CaseManagementInput {
  return {
    form,
    plans: plans('shared'),
    candidates: [NORTH],
    user: DAVID,
    ...given,
  };
}

describe('the case-management step', () => {
  it('writes the single candidate into every case that the form creates, in one transaction of its own', () => {
    const scenario = aRegistration();
    scenario.addRepeat('/data/child');
    scenario.addRepeat('/data/child');
    const { transactions, output } = manage(scenario);
    expect(output()).to.deep.equal({ kind: 'done' });
    expect(transactions.map(({ source }) => source)).to.deep.equal(['caseManagement']);
    expect(scenario.form.nodesOf('/data/child/case/create/owner_id')).to.have.length(2);
    const owners = [MOTHER, ...[1, 2].map((n) => `/data/child[${n}]/case/create/owner_id`)];
    for (const ref of owners) expect(scenario.value(ref), ref).to.equal('g-north');
    expect(scenario.form.submissionXml()).to.contain('<owner_id>g-north</owner_id>');
  });

  it('keeps an owner that the form gives, and fills in only what is empty', () => {
    const scenario = aRegistration();
    scenario.answer('/data/owner', 'g-elsewhere');
    scenario.addRepeat('/data/child');
    const { output } = manage(scenario);
    expect(output()).to.deep.equal({ kind: 'done' });
    expect(scenario.value(MOTHER)).to.equal('g-elsewhere');
    expect(scenario.value('/data/child[1]/case/create/owner_id')).to.equal('g-north');
  });

  it('asks for no candidate where the form gives every owner', () => {
    const scenario = aRegistration();
    scenario.answer('/data/owner', 'g-elsewhere');
    const { transactions, output } = manage(scenario, { candidates: [] });
    expect(output()).to.deep.equal({ kind: 'done' });
    expect(transactions).to.deep.equal([]);
  });

  it('leaves alone what the plans say is given, even when it is empty', () => {
    const scenario = aRegistration();
    const { output } = manage(scenario, { plans: plans('given') });
    expect(output()).to.deep.equal({ kind: 'done' });
    expect(scenario.value(MOTHER)).to.equal('');
  });

  it('lets the user own where the app does not share cases, whatever the groups', () => {
    for (const candidates of [[], [NORTH], [NORTH, SOUTH]]) {
      const scenario = aRegistration();
      const { output } = manage(scenario, { plans: plans('user'), candidates });
      expect(output()).to.deep.equal({ kind: 'done' });
      expect(scenario.value(MOTHER)).to.equal('u-david');
    }
  });

  it('is blocked without a candidate, names what would have been created, and writes nothing', () => {
    const scenario = aRegistration();
    const { transactions, output } = manage(scenario, { candidates: [] });
    const [mother] = plans('shared');
    expect(output()).to.deep.equal({
      kind: 'blocked',
      problem: { kind: 'noCandidate', creates: [mother], reason: { kind: 'noMembership' } },
    });
    expect(transactions).to.deep.equal([]);
  });

  it('is blocked with several candidates, and names them', () => {
    const scenario = aRegistration();
    const candidates = [NORTH, SOUTH];
    const { output } = manage(scenario, { candidates });
    const [mother] = plans('shared');
    expect(output()).to.deep.equal({
      kind: 'blocked',
      problem: { kind: 'manyCandidates', creates: [mother], candidates },
    });
    expect(scenario.value(MOTHER)).to.equal('');
  });

  it('counts a candidate that is reached in two ways once', () => {
    const scenario = aRegistration();
    manage(scenario, { candidates: [NORTH, NORTH] });
    expect(scenario.value(MOTHER)).to.equal('g-north');
  });
});

describe('the case-management step that may ask', () => {
  const asking = { plans: plans('shared', 'ask'), candidates: [NORTH, SOUTH] };

  it('takes the candidate that the person chooses', () => {
    const scenario = aRegistration();
    const { actor, output } = manage(scenario, asking);
    expect(actor.getSnapshot().value).to.equal('askingOwner');
    expect(scenario.value(MOTHER)).to.equal('');
    actor.send({ type: 'owner.choose', ownerId: 'g-south' });
    expect(output()).to.deep.equal({ kind: 'done' });
    expect(scenario.value(MOTHER)).to.equal('g-south');
  });

  it('takes nothing that is no candidate', () => {
    const scenario = aRegistration();
    const { actor } = manage(scenario, asking);
    actor.send({ type: 'owner.choose', ownerId: 'g-elsewhere' });
    expect(actor.getSnapshot().value).to.equal('askingOwner');
    expect(scenario.value(MOTHER)).to.equal('');
  });

  it('does not ask where there is no choice', () => {
    const scenario = aRegistration();
    expect(manage(scenario, { ...asking, candidates: [] }).output()).to.include({
      kind: 'blocked',
    });
    expect(manage(scenario, { ...asking, candidates: [SOUTH] }).output()).to.include({
      kind: 'done',
    });
    expect(scenario.value(MOTHER)).to.equal('g-south');
  });
});

describe('the case-management step that shows who will see the cases', () => {
  const states = (review: OwnerReview, seen: boolean, status?: Case['status']) => {
    const preview = () => [aFuture(seen, status)];
    const { actor } = manage(aRegistration(), { review, preview });
    return actor.getSnapshot().value;
  };

  it('stops where a case would leave the person’s own view, and goes on when the person agrees', () => {
    const given = { review: 'unseen', preview: () => [aFuture(false)] } as const;
    const { actor, output } = manage(aRegistration(), given);
    expect(actor.getSnapshot().value).to.equal('reviewing');
    expect(actor.getSnapshot().context.future).to.have.length(1);
    actor.send({ type: 'owner.confirm' });
    expect(output()).to.deep.equal({ kind: 'done' });
  });

  it('does not stop for a case that the person will see, nor for one that is closed', () => {
    expect(states('unseen', true)).to.equal('done');
    expect(states('unseen', false, 'closed')).to.equal('done');
  });

  it('stops always or never, where the app wants that', () => {
    expect(states('always', true)).to.equal('reviewing');
    expect(states('never', false)).to.equal('done');
  });
});
