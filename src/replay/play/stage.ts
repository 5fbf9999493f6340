import { SimulatedClock } from 'xstate';
import type { FinishedWork } from '../../machines/workspace/opened-form.ts';
import type { AppDefinition } from '../../suite/app-definition.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { UserStore } from '../../sync/user-store.ts';
import type { LineOf, Place } from '../format/line-shapes.ts';
import { nearestWord } from '../format/nearest-word.ts';
import type { Recording } from '../format/recording.ts';
import { ReplayEnvironment } from '../world/replay-environment.ts';
import { WorldDirectory } from '../world/world-directory.ts';
import { WorldServer } from '../world/world-server.ts';
import { describeScreen } from './describe-screen.ts';
import type { Inspect } from './device.ts';
import { Device } from './device.ts';
import { Divergence } from './divergence.ts';
import type { Hand } from './hand.ts';

/** What a replay needs from outside. */
export interface ReplayHost {
  /** Opens an app by its name in a recording, which is relative to the recording's file. Rejects when there is none. */
  openApp(name: string, recording: string): Promise<AppDefinition>;
  /** The real clock, for a recording that does not pin the time: milliseconds since 1970-01-01T00:00Z. */
  readonly clock: () => number;
  /** Snapshots that are compared with; without it, they are not. */
  readonly snapshots?: SnapshotStore;
  readonly inspect?: Inspect;
  /** Acts on a page that shows the device in use; left out, the machines are told at once. */
  readonly hand?: Hand;
  /** Where a device keeps what it holds, by its name; in memory when left out. It has to be empty. */
  openStore?(device: string): Promise<UserStore>;
}

export interface SnapshotStore {
  /** What was kept under that name; `undefined` when nothing was. */
  read(recording: string, name: string): string | undefined;
  /** Keeps it, where the caller wants snapshots to be brought up to date; says whether it did. */
  write(recording: string, name: string, text: string): boolean;
}

/** The app that a recording in `forms/<app>/sessions/` belongs to. */
const OWN_APP = '..';

/** The world of one recording while it is played: the project, its devices, and who is in front of one. */
export class Stage {
  readonly environment: ReplayEnvironment;
  readonly clock = new SimulatedClock();
  readonly directory = new WorldDirectory();
  readonly server: WorldServer;
  /** By name: the person's id, and behind it what a further device of theirs is called. */
  readonly devices = new Map<string, Device>();
  /** The forms that were finished, in their order. */
  readonly submitted: FinishedWork[] = [];
  /** The question that a person who goes through the form one by one is at. */
  position: string | undefined;
  #device: Device | undefined;

  constructor(
    readonly recording: Recording,
    readonly host: ReplayHost,
  ) {
    this.environment = new ReplayEnvironment(recording.header, host.clock);
    this.server = new WorldServer(this.directory, this.environment.now);
  }

  /** The person in front of a device changes; who comes for the first time signs in and gets a first restore. */
  async enter(
    userId: string,
    place: Place,
    { app, device: further }: Pick<LineOf<'asUser'>, 'app' | 'device'> = {},
  ): Promise<void> {
    if (this.directory.user(userId) === undefined) throw this.#unknownUser(userId, place);
    const name = further === undefined ? userId : `${userId} ${further}`;
    const known = this.devices.get(name);
    const device = known ?? (await Device.open(this, userId, name));
    this.#device = device;
    this.position = undefined;
    if (known === undefined) {
      this.devices.set(name, device);
      await this.#firstRestore(device, place);
    }
    if (known !== undefined && app === undefined) return;
    const { header, file } = this.recording;
    const definition = await this.host.openApp(app ?? header.app ?? OWN_APP, file);
    this.#checkVersion(definition, app);
    await device.start(definition, header.language);
  }

  /** The form that was finished last. */
  get finished(): FinishedWork | undefined {
    return this.submitted.at(-1);
  }

  /** The device in use; `undefined` as long as nobody has come. */
  get current(): Device | undefined {
    return this.#device;
  }

  /** The device in use. The person of the header signs in when the first line wants one. */
  async device(place: Place): Promise<Device> {
    if (this.#device === undefined) await this.enter(this.#firstUser(place), place);
    return this.#device as Device;
  }

  /** The form that is open on the device in use. */
  async form(place: Place): Promise<{ readonly device: Device; readonly form: FormInstance }> {
    const device = await this.device(place);
    const { form } = device;
    if (form !== undefined) return { device, form };
    throw new Divergence({ place, expected: 'an open form', actual: describeScreen(device) });
  }

  setNow(now: number): void {
    const passed = now - this.environment.now();
    this.environment.setNow(now);
    if (passed > 0) this.clock.increment(passed);
  }

  end(): void {
    for (const device of this.devices.values()) device.stop();
  }

  async #firstRestore(device: Device, place: Place): Promise<void> {
    await device.synchronize();
    const { problem } = device.sync.getSnapshot().context;
    if (problem === undefined) return;
    const expected = `that ${device.userId} signs in and gets a first restore`;
    throw new Divergence({ place, expected, actual: problem });
  }

  #firstUser(place: Place): string {
    const { user } = this.recording.header;
    const [only, ...others] = [...this.directory.users];
    if (user !== undefined) return user;
    if (only !== undefined && others.length === 0) return only.userId;
    throw new Divergence({
      place,
      expected: 'somebody in front of the device',
      actual: 'the recording does not say who: write { "asUser": … } before this line',
    });
  }

  #unknownUser(userId: string, place: Place): Divergence {
    const ids = [...this.directory.users].map((user) => user.userId);
    const nearest = nearestWord(userId, ids);
    const people = ids.length === 0 ? 'nobody' : ids.join(', ');
    return new Divergence({
      place,
      expected: `the user ${userId}`,
      actual: nearest === undefined ? `the project has ${people}` : `did you mean ${nearest}?`,
    });
  }

  #checkVersion({ profile }: AppDefinition, app: string | undefined): void {
    const { version, place } = this.recording.header;
    if (app !== undefined || version === undefined || version === profile.version) return;
    throw new Divergence({
      place,
      subject: { label: profile.name, path: '' },
      expected: `version ${version} of the app`,
      actual: `it is version ${profile.version}`,
      why: [
        'The app has changed since it was recorded: play it again, then write the new version here.',
      ],
    });
  }
}
