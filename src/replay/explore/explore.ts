import type { AppDefinition } from '../../suite/app-definition.ts';
import type { MenuChoice } from '../../suite/screen.ts';
import type { RecordingLine } from '../format/line-shapes.ts';
import type { Recording } from '../format/recording.ts';
import type { Unplaced } from '../format/write-recording.ts';
import { Coverage } from '../coverage/coverage.ts';
import type { ReplayHost } from '../play/stage.ts';
import { withCasesOfOthers } from './cases-of-others.ts';
import { Chance } from './chance.ts';
import type { Flaw } from './flaw.ts';
import { FormFiller } from './form-filler.ts';
import { FlawError, Walk } from './walk.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What people do in one walk before the next one begins in a fresh world. */
const ERRANDS = 60;

/** Cases beyond this number make nobody any busier. */
const MOST_BUSY = 4;

/** Ways into the app that somebody tries before the next one comes. */
const ATTEMPTS = 3;

/** Steps on the way to a form: menus, lists, messages. */
const MOST_STEPS = 12;

export interface ExploreOptions {
  readonly app: AppDefinition;
  /** A header and the lines that set up the world: people, groups, places, cases, lookup tables. */
  readonly world: Recording;
  readonly host: Pick<ReplayHost, 'openApp' | 'clock'>;
  readonly seed: number;
  /** Asked again and again; true ends the exploration. */
  readonly isOver: () => boolean;
  /** Walks go on although every branch was taken; false by default. */
  readonly keepsOn?: boolean;
}

export interface FoundFlaw {
  readonly flaw: Flaw;
  /** What was done until it showed, without the lines that set up the world. */
  readonly lines: readonly Unplaced<RecordingLine>[];
}

export interface Explored {
  readonly coverage: Coverage;
  /** In which the walks were done: with cases that other apps would make. */
  readonly world: Recording;
  readonly walks: number;
  /** Lines that were played. */
  readonly steps: number;
  /** Of those about the same thing the first one. */
  readonly flaws: readonly FoundFlaw[];
  /** Walks that came to branches where none before them had been, as recordings. */
  readonly newWays: readonly (readonly Unplaced<RecordingLine>[])[];
}

/**
 * Walks through an app at random, from a seed, the rather where nobody has been: people sign in, choose, answer rightly and wrongly, send,
 * sync, and meet over the server. What must always hold is looked after on the way.
 */
export async function explore(options: ExploreOptions): Promise<Explored> {
  const explorer = new Explorer(options);
  await explorer.run();
  return explorer.result;
}

class Explorer {
  readonly #coverage = new Coverage();
  readonly #chance: Chance;
  readonly #filler: FormFiller;
  readonly #visits = new Map<string, number>();
  readonly #flaws = new Map<string, FoundFlaw>();
  readonly #newWays: (readonly Unplaced<RecordingLine>[])[] = [];
  readonly #host: ReplayHost;
  readonly #world: Recording;
  /** The forms behind each menu, by their namespaces. */
  readonly #behind: ReadonlyMap<string, readonly string[]>;
  #walks = 0;
  #steps = 0;

  constructor(private readonly options: ExploreOptions) {
    this.#chance = new Chance(options.seed);
    this.#coverage.addApp(options.app);
    this.#filler = new FormFiller(this.#coverage, this.#chance, options.isOver);
    this.#world = withCasesOfOthers(options.world, options.app);
    this.#behind = formsBehindMenus(options.app);
    const { host } = options;
    this.#host = {
      openApp: (name, recording) => host.openApp(name, recording),
      clock: host.clock,
      inspect: this.#coverage.inspect,
    };
  }

  get result(): Explored {
    return {
      coverage: this.#coverage,
      world: this.#world,
      walks: this.#walks,
      steps: this.#steps,
      flaws: [...this.#flaws.values()],
      newWays: this.#newWays,
    };
  }

  async run(): Promise<void> {
    while (!this.#isOver()) await this.#walk();
  }

  #isOver(): boolean {
    return this.options.isOver() || (this.options.keepsOn !== true && this.#hasSeenAll());
  }

  #hasSeenAll(): boolean {
    return this.#coverage.forms.every(({ branches, taken }) =>
      branches.every(({ id }) => taken.has(id)),
    );
  }

  async #walk(): Promise<void> {
    const before = this.#coverage.total;
    const walk = await Walk.begin(this.#world, this.#host);
    try {
      for (let errand = 0; errand < ERRANDS && !this.#isOver(); errand += 1)
        await this.#errand(walk);
    } catch (error) {
      if (!(error instanceof FlawError)) throw error;
      this.#note(error.flaw, walk);
    } finally {
      walk.end();
    }
    this.#walks += 1;
    this.#steps += walk.lines.length;
    if (this.#coverage.total > before) this.#newWays.push(walk.lines);
  }

  #note(flaw: Flaw, { lines }: Walk): void {
    const key = `${flaw.kind} ${flaw.about}`;
    if (!this.#flaws.has(key)) this.#flaws.set(key, { flaw, lines: [...lines, flaw.line] });
  }

  /** Somebody comes, does one thing, and sends it. */
  async #errand(walk: Walk): Promise<void> {
    await this.#someoneComes(walk);
    for (let attempt = 0; attempt < ATTEMPTS && walk.form === undefined; attempt += 1) {
      await walk.do({ kind: 'home', subject: true });
      if (await this.#findForm(walk)) await this.#doForm(walk);
    }
    if (walk.form !== undefined) await walk.do({ kind: 'back', subject: true });
    await walk.do({ kind: 'sync', subject: true });
  }

  async #someoneComes(walk: Walk): Promise<void> {
    const { directory, server } = walk.stage;
    const people = [...directory.users];
    // Who has cases has more to do.
    const busy = (user: (typeof people)[number]) => 1 + Math.min(MOST_BUSY, server.live(user).size);
    const who = this.#chance.weighted(
      people,
      (user) => busy(user) / this.#once(`user ${user.userId}`),
    )?.userId;
    if (who === undefined) throw new RangeError('The world of an exploration has no user');
    this.#visit(`user ${who}`);
    await walk.do({ kind: 'asUser', subject: who });
    await walk.do({ kind: 'sync', subject: true });
    if (this.#chance.is(0.15)) await this.#timePasses(walk);
    const language = this.#chance.of(this.options.app.languages);
    if (language !== undefined && this.#chance.is(0.1))
      await walk.do({ kind: 'language', subject: language });
  }

  async #timePasses(walk: Walk): Promise<void> {
    const days = 1 + Math.floor(this.#chance.random() * 60);
    const now = new Date(walk.stage.environment.now() + days * DAY).toISOString();
    await walk.do({ kind: 'setNow', subject: now });
  }

  /** Down the menus and lists; true at an open form. */
  async #findForm(walk: Walk): Promise<boolean> {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if (walk.form !== undefined) return true;
      if (!(await this.#stepOn(walk))) return false;
    }
    return false;
  }

  async #stepOn(walk: Walk): Promise<boolean> {
    const { value, context } = walk.device.session.getSnapshot();
    if (value === 'explainingOwner') return this.#pastOwner(walk);
    const { screen } = context;
    if (value !== 'browsing') return false;
    if (screen?.kind === 'menu') return this.#chooseFrom(walk, screen.choices);
    if (screen?.kind === 'list') return this.#selectFrom(walk);
    return false;
  }

  /** Where the app lets one fill the form in first; else back to something else. */
  async #pastOwner(walk: Walk): Promise<boolean> {
    await walk.do({ kind: 'fillInFirst', subject: true });
    if (walk.device.session.getSnapshot().value !== 'explainingOwner') return true;
    await walk.do({ kind: 'back', subject: true });
    return false;
  }

  async #chooseFrom(walk: Walk, choices: readonly MenuChoice[]): Promise<boolean> {
    const choice = this.#chance.weighted(choices, (each) => this.#worth(each));
    if (choice === undefined) return false;
    this.#visit(choice.id);
    const isOnly = choices.filter(({ text }) => text === choice.text).length === 1;
    return (
      (await walk.do({ kind: 'open', subject: isOnly ? choice.text : choice.id })) !== undefined
    );
  }

  /** The more a form has that nobody has seen, and the less often it was chosen. */
  #worth({ id, entry }: MenuChoice): number {
    const forms = entry?.xmlns === undefined ? (this.#behind.get(id) ?? []) : [entry.xmlns];
    const open = forms.reduce((sum, xmlns) => sum + this.#untakenIn(xmlns), 0);
    return (0.3 + open) / this.#once(id);
  }

  #untakenIn(xmlns: string): number {
    const known = this.#coverage.form(xmlns);
    return known?.branches.filter(({ id }) => !known.taken.has(id)).length ?? 0;
  }

  async #selectFrom(walk: Walk): Promise<boolean> {
    const { rows } = walk.device;
    const row = this.#chance.of(rows);
    const { screen } = walk.device.session.getSnapshot().context;
    const actions = screen?.kind === 'list' ? screen.actions : [];
    const action = this.#chance.of(actions);
    if (action !== undefined && (row === undefined || this.#chance.is(0.3)))
      return (await walk.do({ kind: 'act', subject: action.text })) !== undefined;
    if (row === undefined) return false;
    const name = walk.device.sandbox.database.get(row.id)?.caseName ?? row.id;
    const isOnly = rows.filter((each) => nameOf(walk, each.id) === name).length === 1;
    return (await walk.do({ kind: 'select', subject: isOnly ? name : row.id })) !== undefined;
  }

  async #doForm(walk: Walk): Promise<void> {
    await this.#filler.fill(walk);
    if (this.#chance.is(0.2)) await walk.do({ kind: 'submit', subject: true });
    if (walk.form === undefined || !(await this.#filler.mend(walk))) return;
    if (this.#chance.is(0.4)) await walk.do({ kind: 'reopen', subject: true });
    await walk.do({ kind: 'submit', subject: true });
    await this.#settleOwner(walk);
  }

  async #settleOwner(walk: Walk): Promise<void> {
    const step = walk.device.caseManagement?.getSnapshot();
    if (step?.value === 'askingOwner') {
      const owner = this.#chance.of(step.context.candidates);
      if (owner !== undefined) await walk.do({ kind: 'chooseOwner', subject: owner.id });
    }
    if (walk.device.caseManagement?.getSnapshot().value === 'reviewing')
      await walk.do({ kind: 'confirmOwner', subject: true });
    if (walk.device.formEntry?.getSnapshot().value === 'blocked')
      await walk.do({ kind: 'back', subject: true });
  }

  #once(what: string): number {
    return 1 + (this.#visits.get(what) ?? 0);
  }

  #visit(what: string): void {
    this.#visits.set(what, this.#once(what));
  }
}

function nameOf(walk: Walk, id: string): string {
  return walk.device.sandbox.database.get(id)?.caseName ?? id;
}

function formsBehindMenus({
  menus,
  entries,
}: AppDefinition): ReadonlyMap<string, readonly string[]> {
  const commandsOf = (id: string) =>
    menus
      .filter((menu) => menu.id === id)
      .flatMap(({ commands }) => commands.map((each) => each.id));
  const behind = (id: string, above: readonly string[]): readonly string[] => {
    if (above.includes(id)) return [];
    const xmlns = entries.get(id)?.xmlns;
    if (xmlns !== undefined) return [xmlns];
    return commandsOf(id).flatMap((command) => behind(command, [...above, id]));
  };
  return new Map(menus.map(({ id }) => [id, behind(id, [])]));
}
