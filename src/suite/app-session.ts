import type { XmlElement } from '../xml/xml-element.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';
import type { XPathScope } from '../xpath/xpath-scope.ts';
import type { AppDefinition } from './app-definition.ts';
import type { AppWorld } from './app-world.ts';
import { actionToLaunch, automaticDatum, onlyCommand, passesOver } from './automatic-step.ts';
import type { Breadcrumb } from './breadcrumbs.ts';
import { breadcrumbsOf } from './breadcrumbs.ts';
import { buildScreen, errorScreen, fault } from './build-screen.ts';
import { buildDetailTabs } from './detail-tabs.ts';
import { COMMON_INSTANCES, declaredInstances } from './declared-instances.ts';
import type { DetailAction } from './detail.ts';
import type { InstanceDeclaration } from './instance-declaration.ts';
import type { PersistentMenuItem } from './persistent-menu.ts';
import { buildPersistentMenu } from './persistent-menu.ts';
import { findPersistentTile } from './persistent-tile.ts';
import type { QueryAnswers } from './query-datum.ts';
import { mayBeAsked } from './query-screen.ts';
import { reachableFrame } from './reachable-frame.ts';
import { chooseRows, requireList } from './row-choice.ts';
import { runStack } from './run-stack.ts';
import type { DetailTab, ErrorScreen, PersistentTile, QueryScreen, Screen } from './screen.ts';
import { readSearchResults } from './search-results.ts';
import type { SessionAddress } from './session-address.ts';
import { addressOf, retrace } from './session-address.ts';
import { buildSearchBeside, searchedAgain, searchPlaceOf } from './search-beside.ts';
import { SessionState } from './session-state.ts';
import type { SessionFrame, SessionStep } from './session-step.ts';
import { isOfPerson, isRefined, openQuery } from './session-step.ts';
import type { StackOperation } from './stack-operation.ts';
import { WaitingFrames } from './waiting-frames.ts';

/** More automatic steps than this in a row mean that the app goes in circles. */
const MAX_AUTOMATIC_STEPS = 50;

/** More actions than this that start one another mean the same. */
const MAX_LAUNCHES = 10;

/**
 * What one person has chosen in an app, and what is asked next. Choices are methods; each returns the screen that
 * follows. What the app got wrong becomes an `ErrorScreen`, from which {@link AppSession.back} leads out.
 */
export class AppSession {
  readonly app: AppDefinition;
  #state: SessionState;
  readonly #waiting = new WaitingFrames();
  /** The frame whose post has been sent. */
  #posted: SessionFrame | undefined;
  /** Answers to the prompts of the query that this frame asks, or that stands beside its list. */
  #answers: GivenAnswers | undefined;
  #beside: { readonly screen: QueryScreen | undefined } | undefined;
  /** The list to which what runs in the background comes back. */
  #origin: SessionFrame | undefined;
  /** How many actions have started one after the other without the person. */
  #launches = 0;
  /** Shown in place of the screen until the next step. */
  #interruption: Screen | undefined;
  #screen: Screen | undefined;
  #menu: readonly PersistentMenuItem[] | undefined;
  #tile: { readonly of: PersistentTile | undefined } | undefined;
  /** What the person had chosen at each address, with texts of rows and answers of searches. */
  readonly #visited = new Map<string, SessionFrame>();

  /** `frame` resumes a session: the value of {@link AppSession.frame} of an earlier one. */
  constructor(app: AppDefinition, world: AppWorld, frame: SessionFrame = []) {
    this.app = app;
    this.#state = new SessionState(app, world, frame);
    this.#move(frame);
  }

  /** The steps so far: plain data, from which the session can be resumed. */
  get frame(): SessionFrame {
    return this.#state.frame;
  }

  /** `session/data` by datum id. */
  get datums(): Readonly<Record<string, string>> {
    return this.#state.datums;
  }

  /** What the person chose so far, short enough for an address. */
  get address(): SessionAddress {
    return addressOf(this.frame);
  }

  /** What the person sees now. */
  get screen(): Screen {
    this.#screen ??= this.#interruption ?? this.#build();
    return this.#screen;
  }

  /** The search that waits for answers: the screen itself, or what stands beside the list of what it found. */
  get query(): QueryScreen | undefined {
    const { screen } = this;
    if (screen.kind === 'query') return screen;
    if (screen.kind !== 'list') return undefined;
    this.#beside ??= { screen: this.#readBeside() };
    return this.#beside.screen;
  }

  /** The tile of the row that was chosen last and stays in sight; `undefined` where the app wants none. */
  get persistentTile(): PersistentTile | undefined {
    this.#tile ??= { of: findPersistentTile(this.#state) };
    return this.#tile.of;
  }

  /** The menus of the app as they stay in sight where its property `cc-persistent-menu` asks for it; otherwise empty. */
  get persistentMenu(): readonly PersistentMenuItem[] {
    const isWanted = this.app.profile.properties['cc-persistent-menu'] === 'yes';
    this.#menu ??= isWanted ? buildPersistentMenu(this.#state) : [];
    return this.#menu;
  }

  /** Where the person is, beginning with the app itself. */
  get breadcrumbs(): readonly Breadcrumb[] {
    return breadcrumbsOf(this.#state);
  }

  /** Chooses a command of a menu. `coming` are the rows that will be chosen next, where that is known already. */
  choose(commandId: string, coming: readonly string[] = []): Screen {
    return this.#move([...this.frame, { kind: 'command', id: commandId }], coming);
  }

  /** Settles a datum before it is asked for, as stacks of an app do. */
  settle(id: string, value: string): Screen {
    const automatic = !this.#isChosen(id);
    return this.#move([...this.frame, { kind: 'datum', id, value, automatic }]);
  }

  /** Chooses a row. An id that is not in the list gives an error screen and changes nothing. */
  select(id: string): Screen {
    const step = chooseRows(this.#state, [id], id);
    return step.kind === 'error' ? step : this.#move([...this.frame, step]);
  }

  /** Chooses several rows where the list allows it. */
  selectMany(ids: readonly string[]): Screen {
    const choice = this.#state.world.environment.uuid();
    const step = chooseRows(this.#state, ids, choice);
    return step.kind === 'error' ? step : this.#move([...this.frame, { ...step, chosen: ids }]);
  }

  /** Runs the action of a list, by its index in {@link ListScreen.actions}. */
  act(index: number): Screen {
    const { need } = this.#state;
    const datum = need.kind === 'datum' && need.datum.kind === 'entity' ? need.datum : undefined;
    const action = this.app.details.get(datum?.detailSelect ?? '')?.actions[index];
    if (!action) throw new RangeError(`This screen has no action ${index}`);
    return this.#runStack(action.stack, false);
  }

  /**
   * Presses a cell that leads somewhere, by the place of its column and the id of its row. What runs in the background comes
   * back to this list when it is finished.
   */
  followCell(column: number, rowId: string): Screen {
    const { frame, screen } = this;
    const target = screen.kind === 'list' ? screen.columns[column]?.endpoint : undefined;
    if (target === undefined) throw new RangeError(`Column ${column} leads nowhere`);
    const names = this.app.endpoints.get(target.id)?.arguments ?? [];
    this.openEndpoint(target.id, Object.fromEntries(names.map((name) => [name, rowId])));
    this.#origin = target.isBackground || this.#interruption !== undefined ? frame : undefined;
    return this.screen;
  }

  /**
   * Answers prompts of {@link AppSession.query}, by key; choices and checks of the others follow. A list beside them stays. Answers
   * with which the prompts beside a list cannot be shown are an error screen and not kept.
   */
  answerPrompts(answers: QueryAnswers): Screen {
    const { answers: present } = this.#requireQuery();
    const former = this.#answers;
    this.#answers = { frame: this.frame, values: { ...present, ...answers } };
    if (this.screen.kind === 'query') return this.refresh();
    const beside = this.#buildBeside();
    if (beside?.kind !== 'error') return this.#showBeside(beside);
    this.#answers = former;
    return this.#interrupt(beside);
  }

  /** Gives the prompts the answers that were searched with here last, to be asked with at once; without any, nothing happens. */
  repeatSearch(): void {
    const { frame, screen } = this;
    const values = this.#state.world.searches?.read(searchKey(frame));
    if (screen.kind !== 'query' || values === undefined) return;
    this.#answers = { frame, values, asksAtOnce: true };
    this.refresh();
  }

  /** Takes what the search server answers to {@link AppSession.query}; an answer that is no XML is an error screen. */
  answerQuery(xml: string): Screen {
    const { datum, answers, title, url } = this.#requireQuery();
    const root = readSearchResults(xml, url);
    if (root === undefined) return this.#interrupt(fault(`${url} answers with something else.`));
    if (datum === undefined) return this.#answerOpenQuery(root);
    const { id, caseTemplate } = datum;
    const place = searchPlaceOf(this.#state);
    const before = place?.before.frame ?? this.frame;
    const found = { root, inputs: answers };
    const step = { kind: 'query' as const, id, url, caseTemplate, label: title, ...found };
    const screen = this.#move(place ? searchedAgain(place, found) : [...before, step]);
    this.#state.world.searches?.write(searchKey(before), answers);
    return screen;
  }

  /** Back to what the person was asked before; automatic steps are gone past. Home stays home. */
  back(): Screen {
    if (this.#origin !== undefined) return this.#return(this.#origin);
    // A search that failed beside its list takes nothing of the list away.
    if (this.#interruption !== undefined && searchPlaceOf(this.#state)) return this.refresh();
    let frame = this.frame;
    let popped: SessionStep | undefined;
    do {
      popped = frame.at(-1);
      frame = frame.slice(0, -1);
      if (popped?.kind === 'query') this.#answers = { frame, values: popped.inputs };
    } while (frame.length > 0 && passesOver(this.#state.at(frame), popped));
    return this.#move(frame);
  }

  /** Back to a breadcrumb. */
  goTo(index: number): Screen {
    this.#origin = undefined;
    return this.#move(this.frame.slice(0, Math.max(0, index)));
  }

  /**
   * To a place of this app by its address, as far as what it names is still there. Frames that were waiting are dropped.
   */
  goToAddress(address: SessionAddress): Screen {
    const frame = this.#visited.get(JSON.stringify(address));
    this.home();
    return frame === undefined ? retrace(this, address) : this.#move(frame);
  }

  /** To a place as it was kept, with what a search had brought. What was not settled by then is asked for. */
  goToFrame(frame: SessionFrame): Screen {
    this.home();
    return this.#move(frame);
  }

  /** Back to the first menu; frames that were waiting are dropped. */
  home(): Screen {
    this.#waiting.clear();
    this.#origin = undefined;
    return this.#move([]);
  }

  /** Asks everything again: after a sync, a submitted form or a change of language. */
  refresh(): Screen {
    return this.#move(this.frame);
  }

  /**
   * Opens a place by its id, as an address from outside does. Arguments are variables of its stack; a missing one or an
   * unknown id is an error screen.
   */
  openEndpoint(id: string, values: Readonly<Record<string, string>> = {}): Screen {
    const endpoint = this.app.endpoints.get(id);
    const missing = endpoint?.arguments.find((name) => !Object.hasOwn(values, name));
    this.home();
    if (endpoint === undefined) return this.#interrupt(fault(`The app has no place “${id}”.`));
    if (missing !== undefined) {
      return this.#interrupt(fault(`The address of “${id}” has no value for ${missing}.`));
    }
    const evaluator = this.#state.evaluator(COMMON_INSTANCES).with(Object.entries(values));
    const screen = this.#runStack(endpoint.stack, false, evaluator);
    return endpoint.respectRelevancy ? this.#stayReachable(id) : screen;
  }

  /** What the app hides now stays hidden to addresses from outside, too. */
  #stayReachable(endpointId: string): Screen {
    const reachable = reachableFrame(this.#state);
    if (reachable.length === this.frame.length) return this.screen;
    this.#move(reachable);
    return this.#interrupt(fault(`The place “${endpointId}” is not open to you now.`));
  }

  /**
   * The form (or the view, or the post) is finished: goes where the entry's stack leads, or home. Call it after the
   * form's cases have been applied, because the stack may look for them.
   */
  finish(): Screen {
    if (this.#origin !== undefined) return this.#return(this.#origin);
    const { need } = this.#state;
    return this.#runStack(need.kind === 'done' ? need.entry.stack : [], true);
  }

  /** The request of a `PostScreen` has been answered well: on to the form, or to what follows the request. */
  finishPost(): Screen {
    const { need } = this.#state;
    if (need.kind === 'done' && need.entry.kind === 'remoteRequest') return this.finish();
    this.#posted = this.frame;
    return this.refresh();
  }

  /** The long detail of a row of the list that is shown; empty when it has none. Throws the app's XPath errors. */
  detail(id: string): readonly DetailTab[] {
    const { entry, datum } = requireList(this.#state);
    const detail = this.app.details.get(datum.detailConfirm ?? '');
    const node = this.#state.row(entry, datum, id);
    if (detail === undefined || node === undefined) return [];
    return buildDetailTabs(detail, node, this.#state.evaluator());
  }

  /** The document of an instance as menus, lists and the form of this session see it. */
  instance(src: string, id: string): XPathNode | undefined {
    return this.#state.instance(src, id);
  }

  /** The text of an expression as the session stands, without a form. Throws what evaluating it throws. */
  evaluate(expression: string, instances: readonly InstanceDeclaration[]): string {
    return this.#state.evaluator(instances).string(expression);
  }

  /** What an expression reaches at this place if it declares every instance that the app declares anywhere: for looking in. */
  get scope(): XPathScope {
    return this.#state.evaluator(declaredInstances(this.app));
  }

  #answerOpenQuery(root: XmlElement): Screen {
    const open = openQuery(this.frame);
    return this.#move(this.frame.map((step) => (step === open ? { ...open, root } : step)));
  }

  #move(frame: SessionFrame, coming: readonly string[] = []): Screen {
    this.#interruption = undefined;
    this.#stand(this.#state.at(frame));
    // Who is still changing the search would be led away by a row that is the only one for a moment.
    if (isRefined(frame)) return this.#arrive();
    for (let steps = 0; steps < MAX_AUTOMATIC_STEPS; steps += 1) {
      const launched = actionToLaunch(this.#state, coming);
      if (launched !== undefined) return this.#launch(launched);
      const step = this.#automaticStep();
      if (step?.kind === 'error') return this.#interrupt(step);
      if (step === undefined) return this.#arrive();
      this.#stand(this.#state.after(step));
    }
    return this.#interrupt(fault('The app goes in circles here.'));
  }

  #return(frame: SessionFrame): Screen {
    this.#origin = undefined;
    return this.#move(frame);
  }

  #launch({ stack }: DetailAction): Screen {
    if (this.#launches === MAX_LAUNCHES) {
      return this.#interrupt(fault('The app goes in circles here.'));
    }
    this.#launches += 1;
    try {
      return this.#runStack(stack, false);
    } finally {
      this.#launches -= 1;
    }
  }

  #arrive(): Screen {
    // Without computed ids: a form that is opened a second time makes another case.
    this.#visited.set(JSON.stringify(this.address), this.frame.filter(isOfPerson));
    return this.screen;
  }

  #stand(state: SessionState): void {
    this.#state = state;
    this.#screen = undefined;
    this.#beside = undefined;
    this.#tile = undefined;
    this.#menu = undefined;
  }

  #automaticStep(): SessionStep | ErrorScreen | undefined {
    const state = this.#state;
    if (openQuery(state.frame) !== undefined) return undefined;
    if (state.need.kind !== 'command') return automaticDatum(state);
    const isAdvanced = state.world.advancesMenus === true && this.screen.kind === 'menu';
    return isAdvanced ? onlyCommand(this.screen) : undefined;
  }

  #requireQuery(): QueryScreen {
    const { query } = this;
    if (query === undefined) throw new RangeError('This screen does not ask for a query');
    return query;
  }

  #buildBeside(): QueryScreen | ErrorScreen | undefined {
    const place = searchPlaceOf(this.#state);
    return place && buildSearchBeside(place, this.#givenHere?.values);
  }

  #showBeside(screen: QueryScreen | undefined): Screen {
    this.#beside = { screen };
    return this.screen;
  }

  /** Where they cannot be shown (any more), what was found stands alone. */
  #readBeside(): QueryScreen | undefined {
    const screen = this.#buildBeside();
    return screen?.kind === 'query' ? screen : undefined;
  }

  get #givenHere(): GivenAnswers | undefined {
    return this.#answers?.frame === this.frame ? this.#answers : undefined;
  }

  #runStack(
    operations: readonly StackOperation[],
    ended: boolean,
    evaluator = this.#state.evaluator(),
  ): Screen {
    try {
      const result = runStack(operations, this.frame, {
        evaluator,
        neededDatumId: (next) => this.#neededDatumId(next),
        isChosen: (id) => this.#isChosen(id),
      });
      if (result.link !== undefined) return this.#interrupt({ kind: 'link', url: result.link });
      this.#waiting.add(result.created, this.frame);
      if (result.created.length > 0 || (ended && !result.rewound)) return this.#nextFrame();
      return this.#move(result.frame);
    } catch (error) {
      const place = `what follows ${this.#state.entry?.commandId ?? 'this'}`;
      return this.#interrupt(errorScreen(error, place));
    }
  }

  #nextFrame(): Screen {
    const next = this.#waiting.take();
    return next === undefined ? this.home() : this.#move(next);
  }

  #neededDatumId(frame: SessionFrame): string | undefined {
    const { need } = this.#state.at(frame);
    return need.kind === 'datum' ? need.datum.id : undefined;
  }

  #isChosen(datumId: string): boolean {
    for (const entry of this.app.entries.values()) {
      if (entry.datums.some((datum) => datum.kind === 'entity' && datum.id === datumId))
        return true;
    }
    return false;
  }

  #interrupt(screen: Screen): Screen {
    this.#interruption = screen;
    this.#screen = undefined;
    return this.screen;
  }

  #build(): Screen {
    const { frame } = this;
    const given = this.#givenHere;
    const screen = buildScreen(this.#state, {
      posted: this.#posted === frame,
      openQuery: openQuery(frame),
      answers: given?.values,
    });
    const repeats = screen.kind === 'query' && given?.asksAtOnce === true;
    return repeats ? { ...screen, asksAtOnce: mayBeAsked(screen) } : screen;
  }
}

interface GivenAnswers {
  readonly frame: SessionFrame;
  readonly values: QueryAnswers;
  /** They were searched with before. */
  readonly asksAtOnce?: boolean;
}

function searchKey(frame: SessionFrame): string {
  return JSON.stringify(addressOf(frame));
}
