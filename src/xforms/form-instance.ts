import { serializeXml } from '../xml/serialize-xml.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { textOf } from '../xml/xml-element.ts';
import type { Conversion } from '../xpath/frame.ts';
import type { XPathScope } from '../xpath/xpath-scope.ts';
import { attempt } from './attempt.ts';
import type { JournalStep } from './change-journal.ts';
import { ChangeJournal } from './change-journal.ts';
import { choicesOf } from './choices.ts';
import type { Choice } from './choice.ts';
import type { ControlNode, ControlOwner, ControlText } from './control-node.ts';
import { controlsIn } from './control-node.ts';
import type { ControlDefinition } from './definition/control-definition.ts';
import type { FormDefinition } from './definition/form-definition.ts';
import type { NodeDefinition } from './definition/node-definition.ts';
import type { FormText } from './definition/text-definition.ts';
import type { Environment } from './environment.ts';
import { FormChanges } from './form-changes.ts';
import { asksNobody, FormEdits } from './form-edits.ts';
import { FormObservers } from './form-observers.ts';
import { formScope } from './form-scope.ts';
import { formText } from './form-text.ts';
import { buildDocument } from './instance/build-instance.ts';
import { editedInstance } from './instance/edited-instance.ts';
import { nodeAt, nodesUnder } from './instance/find-nodes.ts';
import type { FittedInstance } from './instance/fit-instance.ts';
import { fitInstance } from './instance/fit-instance.ts';
import type { InstanceNode, InstanceOwner } from './instance/instance-node.ts';
import { instanceElement } from './instance/serialize-instance.ts';
import type { EvaluationProblem } from './recalculation/recalculation.ts';
import { takeRefusals, withRefusals } from './instance/saved-refusals.ts';
import { questions } from './questions.ts';
import { stillOffered } from './still-offered.ts';
import type { RefusedAnswer } from './refused-answers.ts';
import { RefusedAnswers } from './refused-answers.ts';
import type {
  Edit,
  Refusal,
  Transaction,
  TransactionOptions,
  TransactionSource,
} from './transaction.ts';
import type { Violation } from './violation.ts';
import { violationOf } from './violation.ts';

/** Faults of what is only shown, and of what was saved, keep no form from being opened. */
const TOLERATED: ReadonlySet<EvaluationProblem['kind']> = new Set(['display', 'saved']);

export interface FormInstanceOptions {
  readonly environment: Environment;
  /** `refuse` (as CommCare and JavaRosa do) leaves the old value where an answer is not valid; `keep` stores and flags it. */
  readonly invalidAnswers?: 'refuse' | 'keep';
  /** The form's default language when it is not given or unknown. */
  readonly language?: string;
}

/**
 * One filling-in of a form. All changes go through {@link transact}, which tells what changed; nothing here knows
 * the screen, the clock or the network.
 */
export class FormInstance implements InstanceOwner, ControlOwner {
  readonly document: InstanceNode;
  readonly environment: Environment;
  readonly scope: XPathScope;
  readonly timeZone: string;
  /** How its values become text, numbers and dates. */
  readonly conversion: Conversion;
  /** Faults of the form that were met while it was computed, oldest first. */
  readonly problems: EvaluationProblem[] = [];
  #openingProblems: readonly EvaluationProblem[] = [];
  /** True where an answer that is not valid leaves the one before it. */
  readonly refusesInvalid: boolean;
  /** What can be taken back. */
  readonly journal = new ChangeJournal();
  readonly #changes: FormChanges;
  readonly #refused = new RefusedAnswers(this.journal);
  readonly #edits: FormEdits;
  readonly #observers = new FormObservers();
  #controls: readonly ControlNode[] | undefined = undefined;
  #controlCount = 0;
  #language: string;
  #languageVersion = 0;

  private constructor(
    readonly definition: FormDefinition,
    options: FormInstanceOptions,
    saved: FittedInstance | undefined,
  ) {
    this.environment = options.environment;
    this.timeZone = options.environment.timeZone;
    this.conversion = { dialect: definition.dialect, timeZone: this.timeZone };
    this.refusesInvalid = (options.invalidAnswers ?? 'refuse') === 'refuse';
    this.#language = this.#knownLanguage(options.language);
    this.document =
      saved === undefined
        ? buildDocument(definition.document, definition.instance, this)
        : buildDocument(definition.document, saved.root, this, textOf);
    this.scope = formScope(this, options.environment);
    this.#changes = new FormChanges(this);
    this.#edits = new FormEdits(this, this.#changes, this.#refused);
  }

  /** A new filling-in: the events of a first opening are run. */
  static create(definition: FormDefinition, options: FormInstanceOptions): FormInstance {
    const form = new FormInstance(definition, options, undefined);
    form.#changes.preload(form.root, 'start');
    form.#changes.dispatch('odk-instance-first-load');
    form.#changes.dispatch('xforms-ready');
    form.#open();
    return form;
  }

  /**
   * One that was saved by {@link draftXml}, or submitted: nothing is filled in anew. What it has and the form has not is
   * named in {@link problems}. Throws `XmlParseError`, and `InstanceMismatchError` for an instance of another form.
   */
  static restore(
    definition: FormDefinition,
    instanceXml: string,
    options: FormInstanceOptions,
  ): FormInstance {
    const saved = parseXml(instanceXml, `instance of ${definition.file}`);
    const { root, refused } = takeRefusals(saved);
    const form = FormInstance.#resume(fitInstance(root, definition), definition, options);
    form.#putBack(refused);
    return form;
  }

  /** A submitted one that is changed: as {@link restore}, but with an id of its own that names the one it replaces. */
  static edit(
    definition: FormDefinition,
    instanceXml: string,
    options: FormInstanceOptions,
  ): FormInstance {
    const saved = parseXml(instanceXml, `instance of ${definition.file}`);
    const { root, problems } = fitInstance(saved, definition);
    const edited = editedInstance(root, newInstanceId(definition, options.environment));
    return FormInstance.#resume({ root: edited, problems }, definition, options);
  }

  static #resume(
    saved: FittedInstance,
    definition: FormDefinition,
    options: FormInstanceOptions,
  ): FormInstance {
    const form = new FormInstance(definition, options, saved);
    for (const { ref = '', message } of saved.problems)
      form.report({ ref, kind: 'saved', message });
    form.#open();
    return form;
  }

  #putBack(refused: readonly RefusedAnswer[]): void {
    for (const each of refused) {
      const node = this.node(each.edit.ref);
      if (node !== undefined) this.#refused.note(node, each.edit, each);
    }
  }

  #open(): void {
    this.#reportMissingFixtures();
    this.#changes.dispatch('odk-instance-load');
    this.#changes.computeAll();
    this.#changes.takeChanged();
    this.#openingProblems = this.problems.filter(({ kind }) => !TOLERATED.has(kind));
  }

  /** CommCare opens no form whose lookup tables the user does not have. */
  #reportMissingFixtures(): void {
    for (const [id, { src }] of this.definition.secondaryInstances) {
      if (!src?.startsWith('jr://fixture/') || this.scope.instance(id) !== undefined) continue;
      const message = `Unable to find lookup table: ${src}. This user was not sent it.`;
      this.report({ ref: id, kind: 'instance', message });
    }
  }

  /**
   * Computations and actions that failed as it was opened, before the first answer. CommCare and
   * JavaRosa refuse such a form; here whoever opens it decides.
   */
  get openingProblems(): readonly EvaluationProblem[] {
    return this.#openingProblems;
  }

  /** The top of the body. */
  get controls(): readonly ControlNode[] {
    return (this.#controls ??= controlsIn(this.root, this.definition.controls, this));
  }

  get root(): InstanceNode {
    return this.document.children[0] as InstanceNode;
  }

  get languages(): readonly string[] {
    return this.definition.itext.languages;
  }

  get language(): string {
    return this.#language;
  }

  get languageVersion(): number {
    return this.#languageVersion;
  }

  /** The node at a reference with 1-based positions (`/data/child[2]/name`), or `undefined`. */
  node(ref: string): InstanceNode | undefined {
    return nodeAt(this.document, ref);
  }

  /** All nodes at a reference without positions (`/data/child/name`), in document order. */
  nodesOf(ref: string): readonly InstanceNode[] {
    const definition = this.definition.document.find(ref.split('/').slice(1));
    return definition === undefined ? [] : nodesUnder(this.document, definition);
  }

  /**
   * Applies edits in order and brings everything that follows up to date. An edit that is refused changes nothing and
   * is named in `refusals`; the others stand. A person neither adds to nor takes from a repeat whose number is fixed or computed.
   */
  transact(edits: readonly Edit[], { source, follows = false }: TransactionOptions): Transaction {
    const firstProblem = this.problems.length;
    const belongs = follows && this.journal.canFollow;
    this.journal.begin(!asksNobody(source) && !belongs);
    const refusals = edits.flatMap((edit) => this.#apply(edit, source) ?? []);
    return this.#finish({ source, edits, refusals, ...(belongs && { follows }) }, firstProblem);
  }

  /** The answers that stand in a question because they were not taken, while the instance holds the ones before them. */
  get refusedAnswers(): readonly RefusedAnswer[] {
    return this.#refused.all();
  }

  /** The same for one node; `undefined` where its question shows what the instance holds. */
  refusedAnswerOf(node: InstanceNode): RefusedAnswer | undefined {
    return this.#refused.of(node);
  }

  /** Gives every refused answer another chance: others may have changed since. `undefined` when there is none. */
  retryRefused(): Transaction | undefined {
    const edits = this.refusedAnswers.map(({ edit }) => edit);
    return edits.length === 0 ? undefined : this.transact(edits, { source: 'user' });
  }

  /**
   * Takes the last thing back that a person did, with all that followed from it: every node is again what it was before, without
   * being computed anew. `undefined` where there is nothing to take back.
   */
  undo(): Transaction | undefined {
    const step = this.journal.takeBack();
    if (step === undefined) return undefined;
    this.#changes.takeBack(step);
    return this.#finishTurn(step, 'back');
  }

  /** Does again what {@link undo} took back last; `undefined` where there is nothing, as after another answer. */
  redo(): Transaction | undefined {
    const step = this.journal.takeForth();
    if (step === undefined) return undefined;
    this.#changes.takeForth(step);
    return this.#finishTurn(step, 'forth');
  }

  #finishTurn(step: JournalStep, direction: 'back' | 'forth'): Transaction {
    this.#refused.exchange(step.refused);
    const turned = { direction, nodes: [...step.subjects] };
    const made = { source: 'user', edits: [], refusals: [], turned } as const;
    return this.#finish(made, this.problems.length);
  }

  /** Runs the actions of `xforms-revalidate`, as a form does just before it is sent. */
  revalidate(): Transaction {
    const firstProblem = this.problems.length;
    this.journal.begin(false);
    if (this.conversion.dialect === 'odk') this.#answerAgain();
    this.#changes.preload(this.root, 'end');
    this.#changes.dispatch('xforms-revalidate');
    this.#changes.compute();
    return this.#finish({ source: 'form', edits: [], refusals: [] }, firstProblem);
  }

  /** JavaRosa answers each question anew, up to the first that is not valid: what was written over a calculate is gone then. */
  #answerAgain(): void {
    if (!this.#changes.hasOverwritten) return;
    for (const { node } of questions(this.controls)) {
      if (node.violation !== undefined) return;
      this.#changes.answerAgain(node);
    }
  }

  /** Calls `listener` after each transaction that changed the node. Returns the way to stop it. */
  observe(node: InstanceNode, listener: () => void): () => void {
    return this.#observers.observe(node, listener);
  }

  onTransaction(listener: (transaction: Transaction) => void): () => void {
    return this.#observers.onTransaction(listener);
  }

  /**
   * The controls that keep the form from being submitted, in its order: their relevant node may not be submitted as it is, or
   * their choices cannot be computed.
   */
  validate(): readonly ControlNode[] {
    return [...questions(this.controls)].filter(
      ({ node, problem }) => node.violation !== undefined || problem?.kind === 'choices',
    );
  }

  /**
   * The controls that a person has to look at before the form can be sent, in its order: those of {@link validate}, and those
   * with a refused answer. Sending would leave that answer behind for one that the person meant to replace.
   */
  toCheck(): readonly ControlNode[] {
    const invalid = new Set(this.validate());
    if (this.refusedAnswers.length === 0) return [...invalid];
    return [...questions(this.controls)].filter(
      (control) => invalid.has(control) || this.refusedAnswerOf(control.node) !== undefined,
    );
  }

  /** The instance as it is submitted: without what is not relevant. */
  submissionElement(): XmlElement {
    return instanceElement(this.root, false);
  }

  /** The same as text. ODK's servers compare texts by their characters: there they are composed (Unicode form C). */
  submissionXml(): string {
    const xml = serializeXml(this.submissionElement());
    const text = this.definition.dialect === 'odk' ? xml.normalize('NFC') : xml;
    return `<?xml version="1.0" encoding="UTF-8"?>${text}`;
  }

  /** The whole instance and the refused answers, for {@link restore}. */
  draftXml(): string {
    const root = instanceElement(this.root, true);
    return serializeXml(withRefusals(root, this.#refused.allKept()));
  }

  nextControlKey(): string {
    this.#controlCount += 1;
    return `c${this.#controlCount}`;
  }

  wouldBeRelevant(parent: InstanceNode, repeat: NodeDefinition): boolean {
    return this.#changes.wouldBeRelevant(parent, repeat);
  }

  textAt(
    definition: ControlDefinition,
    part: ControlText,
    node: InstanceNode,
  ): FormText | undefined {
    const text = definition[part];
    return text && formText(text, this.textContext(node));
  }

  choicesAt(definition: ControlDefinition, node: InstanceNode): readonly Choice[] {
    return choicesOf(definition, this.textContext(node));
  }

  violationOf(node: InstanceNode): Violation | undefined {
    const asked = node.required || node.definition.bind?.constraint !== undefined;
    return asked ? violationOf(node, this.textContext(node), this.#offeredNow(node)) : undefined;
  }

  textContext(node: InstanceNode) {
    const { itext, dialect } = this.definition;
    return { node, scope: this.scope, itext, language: this.#language, dialect };
  }

  stillOffered(node: InstanceNode): string {
    return this.conversion.dialect === 'commcare' ? node.lexical : this.#offeredNow(node);
  }

  /** The answer as the person sees it: a question does not show what its itemset does not offer. */
  #offeredNow(node: InstanceNode): string {
    const context = this.textContext(node);
    // Choices that cannot be found out, as when a lookup table is missing, take nothing away.
    return attempt(
      () => stillOffered(node, (definition) => choicesOf(definition, context)),
      node.lexical,
      (message) => this.report({ ref: node.ref, kind: 'display', message }),
    );
  }

  report(problem: EvaluationProblem): void {
    this.problems.push(problem);
  }

  aboutToChange(node: InstanceNode): void {
    if (this.journal.isOpen) this.#changes.note(node);
  }

  #finish(made: Omit<Transaction, 'changed' | 'problems'>, firstProblem: number): Transaction {
    const changed = this.#changes.takeChanged();
    this.journal.end(changed);
    const transaction = { ...made, changed, problems: this.problems.slice(firstProblem) };
    this.#observers.tell(transaction);
    return transaction;
  }

  #apply(edit: Edit, source: TransactionSource): Refusal | undefined {
    switch (edit.kind) {
      case 'setValue':
        return this.#edits.setValue(edit, source);
      case 'addRepeat':
        return this.#edits.addRepeat(edit, source);
      case 'removeRepeat':
        return this.#edits.removeRepeat(edit, source);
      case 'setLanguage':
        return this.#setLanguage(edit.language);
    }
  }

  #setLanguage(language: string): undefined {
    this.#language = this.#knownLanguage(language);
    this.#languageVersion += 1;
    for (const node of this.#observers.nodes) this.#changes.mark(node);
  }

  #knownLanguage(language: string | undefined): string {
    const { languages, defaultLanguage } = this.definition.itext;
    return language !== undefined && languages.includes(language) ? language : defaultLanguage;
  }
}

/** ODK's ids say what they are; CommCare's do not. */
function newInstanceId({ dialect }: FormDefinition, environment: Environment): string {
  return `${dialect === 'odk' ? 'uuid:' : ''}${environment.uuid()}`;
}
