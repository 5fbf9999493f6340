import { expect as plainExpect, use } from 'chai';
import type { CaseloadMatchers } from '../../src/testing.ts';
import { chaiMatchers, Divergence, matchers, Scenario } from '../../src/testing.ts';

use(chaiMatchers);

/** As chai’s own `expect`, with the methods that the plugin adds. */
const expect = plainExpect as unknown as (
  subject: unknown,
) => CaseloadMatchers & { readonly not: CaseloadMatchers };

const world = [
  { group: 'a' },
  { group: 'b' },
  { user: 'david', groups: ['a'] },
  { user: 'maria', groups: ['a'] },
  { user: 'zed', groups: ['b'] },
];

describe('the matchers for other people’s tests', () => {
  let scenario: Scenario;

  before(async () => {
    scenario = await Scenario.load('forms/village', { world });
    await scenario.asUser('david');
    await scenario.open(['New household', 'Register a household']);
  });

  after(() => scenario.end());

  it('say how a question is', async () => {
    const people = scenario.question('/data/people');
    expect(people).toBeRelevant();
    expect(people).toBeRequired();
    expect(people).not.toBeReadonly();
    expect(people).toHaveValue('');
    expect(people).toHaveError('required');
    expect(people).toHaveError();
    expect(people).toHaveLabel('How many people live here?');
    expect(people).toHaveHint('');
    expect(scenario.question('/data/water')).toHaveChoices(['Tap', 'Well', 'River']);
    expect(scenario.question('/data/water')).toHaveChoices(['tap', 'well', 'river']);
    await scenario.answer('/data/people', '4');
    expect(people).toHaveValue('4');
    expect(people).not.toHaveError();
    expect(people).not.toHaveValue('5');
  });

  it('fail with the question, what was expected and what is', () => {
    const { pass, message } = matchers.toBeRequired(scenario.question('/data/water'));
    plainExpect(pass).to.equal(false);
    plainExpect(message()).to.equal(
      '“Where does the water come from?” /data/water: expected required true, but it is false',
    );
    const fails = () => expect(scenario.question('/data/people')).not.toBeRequired();
    plainExpect(fails).to.throw('expected not required true, but it is true\nrequired of');
  });

  it('look for reasons only when they fail', () => {
    const people = scenario.question('/data/people');
    let looked = 0;
    const see = people.see.bind(people);
    people.see = () => {
      const seen = see();
      const why = seen.why.bind(seen);
      return Object.assign(seen, { why: (name: string) => ((looked += 1), why(name)) });
    };
    expect(people).toBeRequired();
    expect(people).not.toBeReadonly();
    plainExpect(looked).to.equal(0);
    plainExpect(() => expect(people).not.toBeRequired()).to.throw('but it is true');
    plainExpect(looked).to.be.above(0);
  });

  it('say nothing of a question or a case that is not there', () => {
    const nowhere = () => expect(scenario.question('/data/pepole')).not.toBeRelevant();
    plainExpect(nowhere).to.throw(Divergence, 'a node there');
    const nobody = () => expect(scenario.case('Nobody')).not.toBeVisibleTo('zed');
    plainExpect(nobody).to.throw(Divergence, 'a case “Nobody”, but there is none');
    expect(scenario.case('Nobody')).not.toExist();
  });

  it('refuse a subject that they can say nothing of', () => {
    const wrong = () => expect(scenario.case('Otieno')).not.toBeRelevant();
    plainExpect(wrong).to.throw(TypeError, 'toBeRelevant is asked of scenario.question(path)');
    plainExpect(() => matchers.toBeOpen('Otieno')).to.throw(TypeError, 'scenario.case(name)');
    plainExpect(() => matchers.toSee(scenario, 'menu')).to.throw(
      TypeError,
      'scenario.person(user)',
    );
  });

  it('say whose a case is and who has it', async () => {
    await scenario.answer('/data/head', 'Otieno');
    await scenario.submit();
    const household = scenario.case('Otieno');
    expect(household).toExist();
    expect(household).toBeOwnedBy('a');
    expect(household).toBeOpen();
    expect(household).not.toBeClosed();
    expect(household).toBeOfType('household');
    expect(household).toHaveParents({});
    expect(household).toHaveProperties({ people: '4' });
    expect(household).toBeHeldByOnly(['david']);
    expect(household).toBeVisibleToOnly([]);
    expect(scenario.case('Otieno', 'server')).not.toExist();
    await scenario.sync();
    expect(household).toBeVisibleToOnly(['maria', 'david']);
    expect(household).toBeVisibleTo('maria');
    expect(household).not.toBeVisibleTo('zed');
    expect(household).not.toBeHeldBy('maria');
    await scenario.asUser('maria');
    expect(household).toBeHeldBy('maria');
  });

  it('say what somebody holds and sees', async () => {
    expect(scenario.person('david')).toHoldCases(['Otieno']);
    await scenario.asUser('zed');
    expect(scenario.person()).toHoldCases([]);
    expect(scenario.person()).toSee('menu', 'Village rounds');
    expect(scenario.person()).not.toSee('form');
    plainExpect(() => expect(scenario.person('nobody')).toHoldCases([])).to.throw(
      Divergence,
      'nobody at a device',
    );
  });
});
