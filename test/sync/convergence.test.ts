import { expect } from 'chai';
import fc from 'fast-check';
import type { FinishedForm } from '../../src/sync/submit-form.ts';
import { Device } from './support/device.ts';
import { ProjectServer } from './support/project-server.ts';
import type { Fate } from './support/shaky-transport.ts';
import { testForm } from './support/test-form.ts';
import { storedCases } from './support/stored-cases.ts';

// Three people, two groups, cases that they share, hand over and close, and a network that loses whatever it can.

type Form =
  | { readonly kind: 'register'; readonly owner: string; readonly child: boolean }
  | { readonly kind: 'update'; readonly value: number }
  | { readonly kind: 'handOver'; readonly owner: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'refused' };

type Step =
  | { readonly kind: 'submit'; readonly who: number; readonly pick: number; readonly form: Form }
  | { readonly kind: 'sync'; readonly who: number; readonly fates: Fate[] }
  | { readonly kind: 'syncWhileSubmitting'; readonly who: number; readonly fates: Fate[]; readonly pick: number; readonly form: Form }
  | { readonly kind: 'crash'; readonly who: number; readonly arrived: boolean }
  | { readonly kind: 'retry'; readonly who: number }
  | { readonly kind: 'move'; readonly who: number; readonly groups: string[] }; // prettier-ignore

const USERS = ['david', 'maria', 'zed'];
const GROUPS = ['G1', 'G2'];
const CRASH = new Error('crash');

const who = fc.nat(USERS.length - 1);
const pick = fc.nat(9);
const owner = fc.constantFrom(...GROUPS, ...GROUPS, ...GROUPS, ...USERS);
const fates = fc.array(
  fc.constantFrom<Fate>('answered', 'requestLost', 'answerLost', 'busy', 'signedOut'),
  { maxLength: 4 },
);
/** More registrations and updates than hand-overs and closures, so that there is something to work on. */
const form: fc.Arbitrary<Form> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('register'), owner, child: fc.boolean() }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('update'), value: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('handOver'), owner }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refused') }) },
);
const groups = fc.subarray(GROUPS);
const arrived = fc.boolean();
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('submit'), who, pick, form }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sync'), who, fates }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('syncWhileSubmitting'), who, fates, pick, form }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash'), who, arrived }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('retry'), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move'), who, groups }) },
); // prettier-ignore
const history = fc.array(step, { minLength: 10, maxLength: 40, size: 'max' });

class World {
  readonly server = new ProjectServer({ david: ['G1'], maria: ['G1', 'G2'], zed: ['G2'] });
  readonly saved = new Set<string>();
  readonly #devices: Device[] = [];
  #count = 0;

  static async start(): Promise<World> {
    const world = new World();
    for (const user of USERS) world.#devices.push(await Device.open(world.server, user));
    for (const device of world.#devices) await device.sync();
    return world;
  }

  async run(step: Step): Promise<void> {
    const device = this.#devices[step.who]!;
    switch (step.kind) {
      case 'submit':
        return this.#submit(device, step.form, step.pick);
      case 'sync':
        return this.#sync(device, step.fates);
      case 'syncWhileSubmitting': {
        const submitted = this.#submit(device, step.form, step.pick);
        await Promise.all([this.#sync(device, step.fates), submitted]);
        return;
      }
      case 'crash':
        return this.#crash(device, step.arrived);
      case 'retry':
        for (const item of await device.store.readOutbox())
          await device.store.retryRejected(item.instanceId);
        return;
      case 'move':
        return this.server.setGroups(USERS[step.who]!, step.groups);
    }
  }

  /** The network is whole again, and everybody synchronizes until there is nothing more to tell. */
  async settle(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      for (const device of this.#devices) expect((await device.sync()).end.kind).to.equal('done');
    }
  }

  async checkNothingLost(): Promise<void> {
    const waiting = await Promise.all(this.#devices.map((device) => device.store.readOutbox()));
    const rejected = waiting.flat();
    expect(rejected.every((item) => item.state === 'rejected')).to.be.true;
    const kept = new Set(rejected.map((item) => item.instanceId));
    for (const instanceId of this.saved) {
      const times = this.server.processed.get(instanceId) ?? 0;
      expect(times, instanceId).to.equal(kept.has(instanceId) ? 0 : 1);
    }
  }

  async checkEverybodyHoldsTheirCases(): Promise<void> {
    for (const { sandbox, store } of this.#devices) {
      const shown = byId([...sandbox.database.cases()]);
      expect(shown, sandbox.userId).to.deep.equal(
        Object.fromEntries(this.server.casesOf(sandbox.userId)),
      );
      expect(byId((await storedCases(store)).cases)).to.deep.equal(shown);
    }
  }

  async #submit(device: Device, form: Form, pick: number): Promise<void> {
    const finished = this.#fillIn(device, form, pick);
    const result = finished && (await device.submit(finished));
    if (result?.kind === 'saved') this.saved.add(finished!.submission.instanceId);
  }

  #fillIn(device: Device, form: Form, pick: number): FinishedForm | undefined {
    const instanceId = `form-${++this.#count}`;
    const cases = [...device.sandbox.database.cases()];
    const chosen = cases[pick % Math.max(cases.length, 1)];
    const openedWith = chosen === undefined ? [] : [chosen];
    if (form.kind === 'register') {
      const create = { owner: form.owner };
      const parent = form.child && chosen ? { index: { parent: chosen.caseId } } : {};
      return testForm(instanceId, { caseId: `case-${this.#count}`, create, ...parent });
    }
    if (chosen === undefined) return undefined;
    return { ...testForm(instanceId, { caseId: chosen.caseId, ...changeOf(form) }), openedWith };
  }

  async #sync(device: Device, fates: Fate[]): Promise<void> {
    device.transport.fates = [...fates];
    await device.sync();
    device.transport.fates = [];
  }

  /** The page dies while a form is on its way. */
  async #crash(device: Device, arrived: boolean): Promise<void> {
    const { transport } = device;
    const submit = transport.submit;
    transport.submit = async (submission) => {
      if (arrived) await submit.call(transport, submission);
      throw CRASH;
    };
    await device.sync().catch((error: unknown) => expect(error).to.equal(CRASH));
    transport.submit = submit;
    await device.restart();
  }
}

function changeOf(form: Exclude<Form, { kind: 'register' }>) {
  switch (form.kind) {
    case 'update':
      return { update: { p: String(form.value) } };
    case 'handOver':
      return { update: { owner_id: form.owner } };
    case 'close':
      return { close: true };
    case 'refused':
      return { update: { q: 'poison' } };
  }
}

function byId<T extends { caseId: string }>(cases: readonly T[]): Record<string, T> {
  return Object.fromEntries(cases.map((of) => [of.caseId, of]));
}

describe('devices and server', () => {
  it('lose nothing, take each form once, and agree in the end, whatever the network does', async () => {
    const property = fc.asyncProperty(history, async (steps) => {
      const world = await World.start();
      for (const step of steps) await world.run(step);
      await world.settle();
      await world.checkNothingLost();
      await world.checkEverybodyHoldsTheirCases();
    });
    await fc.assert(property, { numRuns: 200 });
  });
});
