import type { Place } from '../replay/format/line-shapes.ts';
import { seenScreen } from '../replay/play/describe-screen.ts';
import type { Device } from '../replay/play/device.ts';
import { Divergence } from '../replay/play/divergence.ts';
import { sorted } from '../replay/play/sorted.ts';
import type { Stage } from '../replay/play/stage.ts';

/** What a matcher about somebody's device is asked of. */
export class PersonSubject {
  constructor(
    private readonly stage: Stage,
    private readonly user: string | undefined,
    private readonly place: Place,
  ) {}

  /** Names of the cases on the device, sorted. */
  get cases(): readonly string[] {
    return sorted([...this.#device.sandbox.database.cases()].map(({ caseName }) => caseName));
  }

  /** What the person has before them. */
  get screen() {
    return seenScreen(this.#device);
  }

  get name(): string {
    return this.#device.userId;
  }

  get #device(): Device {
    const { devices, current } = this.stage;
    const device = this.user === undefined ? current : devices.get(this.user);
    if (device !== undefined) return device;
    throw new Divergence({
      place: this.place,
      expected: this.user === undefined ? 'somebody at a device' : `${this.user} at a device`,
      actual: 'nobody has come yet: write { asUser } before',
    });
  }
}
