import type { ControlNode } from '../../xforms/control-node.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { RefusedAnswer } from '../../xforms/refused-answers.ts';
import type { Refusal, Transaction } from '../../xforms/transaction.ts';
import type { Geocoder } from '../shared/geocoder.ts';
import type { FormProgress } from './form-progress.ts';
import { FormTally } from './form-tally.ts';
import { isLongForm } from './is-long-form.ts';
import { ListenersOfNodes, type Listener } from './listeners-of-nodes.ts';

/** What a control has on the page and cannot even hand to the form: half a date, a file that is too large. */
export interface UnreadableAnswer {
  readonly value: string;
  readonly reason: Refusal['reason'];
  /** A sentence for the person who typed; `''` when the reason says it all. */
  readonly message: string;
}

/** What was being typed, and the answer that it was to replace. */
interface KeptTyping {
  readonly typing: unknown;
  readonly instead: string;
}

/** What is wrong with a question, as the person is to see it. */
export interface ShownError {
  readonly kind: 'missing' | 'notAllowed' | 'badValue';
  readonly message: string;
}

/**
 * What the elements of one `<xf-form>` share: the form, what controls cannot hand to it, and which questions the person has dealt
 * with, so that an error shows only after that or after an attempt to complete. It listens to the form between `connect` and
 * `disconnect`. The answers that the form refused are known to the form itself.
 */
export class FormContext {
  readonly form: FormInstance;
  /** Where the page finds a `jr://` medium, or `undefined` when it did not come with the form. */
  media: (source: string) => string | undefined = () => undefined;
  /** Looks up what is typed as an address; `undefined` where the page has none. */
  geocoder: Geocoder | undefined;
  #attempted = false;
  #tally: FormTally | undefined;
  #progress: FormProgress | undefined;
  #marked: boolean | undefined;
  #isLong = false;
  #settling = false;
  #disconnect: Listener | undefined;
  readonly #unreadable = new Map<InstanceNode, UnreadableAnswer>();
  readonly #touched = new Set<InstanceNode>();
  readonly #typing = new Map<InstanceNode, KeptTyping>();
  readonly #errors = new Map<InstanceNode, ShownError | undefined>();
  /** Not counted anew yet. */
  readonly #uncounted = new Set<InstanceNode>();
  readonly #ofNode = new ListenersOfNodes();
  readonly #ofAll = new Set<Listener>();
  readonly #unfinished = new Set<Listener>();

  constructor(form: FormInstance) {
    this.form = form;
    // A draft that is gone on with may hold some: what is on the page and not in the form is said at once.
    for (const { edit } of form.refusedAnswers) this.#touchRefused(edit);
  }

  #touchRefused({ ref }: RefusedAnswer['edit']): void {
    const node = this.form.node(ref);
    if (node !== undefined) this.#touched.add(node);
  }

  connect(): void {
    if (this.#disconnect !== undefined) return;
    this.#forget();
    this.#disconnect = this.form.onTransaction((transaction) => this.#take(transaction));
  }

  disconnect(): void {
    this.#disconnect?.();
    this.#disconnect = undefined;
  }

  /** Calls back when something that is shown of the node has changed, in the form or here. Returns what ends it. */
  observe(node: InstanceNode, listener: Listener): Listener {
    this.#ofNode.add(node, listener);
    return () => this.#ofNode.delete(node, listener);
  }

  /** Calls back soon after anything has changed, once for all changes of a turn. Returns what ends it. */
  observeAll(listener: Listener): Listener {
    this.#ofAll.add(listener);
    return () => this.#ofAll.delete(listener);
  }

  /** True once the person has tried to complete the form: from then on everything that is wrong shows. */
  get attempted(): boolean {
    return this.#attempted;
  }

  attempt(): void {
    this.#attempted = true;
    this.#forget();
    for (const { node } of this.progress.toCheck) this.#ofNode.tell(node);
    this.#changed();
  }

  /** Notes that the person has answered (or tried to): from now on its errors show. */
  touch(node: InstanceNode): void {
    if (this.#touched.has(node)) return;
    this.#touched.add(node);
    this.#tell(node);
  }

  touched(node: InstanceNode): boolean {
    return this.#touched.has(node);
  }

  /** What is on the page in place of the node's own value; `undefined` where the page shows what the form has. */
  notTakenOf(node: InstanceNode): Pick<UnreadableAnswer, 'value'> | undefined {
    return this.#unreadable.get(node) ?? this.form.refusedAnswerOf(node)?.edit;
  }

  /** For a control that has something on the page that it cannot hand to the form; `undefined` when that is over. */
  noteUnreadable(node: InstanceNode, answer: UnreadableAnswer | undefined): void {
    if (answer !== undefined) this.#unreadable.set(node, answer);
    else if (!this.#unreadable.delete(node)) return;
    this.#tell(node);
  }

  /** True when a question that is asked has something on the page that the form has not heard of. */
  get hasUnreadable(): boolean {
    return this.#notHeardOf.length > 0;
  }

  /** How many questions keep the form from being finished: by what the form has, or by what it could not be handed. */
  get faultCount(): number {
    const faulty = this.form.toCheck().map(({ node }) => node);
    return new Set([...faulty, ...this.#notHeardOf]).size;
  }

  get #notHeardOf(): readonly InstanceNode[] {
    return [...this.#unreadable.keys()].filter((node) => node.attached && node.relevant);
  }

  /** True where the control of the node has something that it cannot hand over. */
  isUnreadable(node: InstanceNode): boolean {
    return this.#unreadable.has(node);
  }

  /** What is to be said about the node now; `undefined` when all is well or it is too early to say. */
  errorOf(node: InstanceNode): ShownError | undefined {
    if (!this.#attempted && !this.#touched.has(node)) return undefined;
    if (!this.#errors.has(node)) this.#errors.set(node, this.faultOf(node));
    return this.#errors.get(node);
  }

  /** What is wrong with the node, shown or not. */
  faultOf(node: InstanceNode): ShownError | undefined {
    const refused = this.#unreadable.get(node) ?? this.form.refusedAnswerOf(node);
    if (refused !== undefined) return { kind: KIND[refused.reason], message: refused.message };
    const violation = node.violation;
    return violation && { kind: KIND[violation.kind], message: violation.message };
  }

  /** How far the form is. */
  get progress(): FormProgress {
    return (this.#progress ??= this.#counted.progress);
  }

  /** The controls from the top of the form down to this one, which is last; `[]` for one that is not on the page. */
  pathTo(control: ControlNode): readonly ControlNode[] {
    return this.#counted.pathTo(control);
  }

  get #counted(): FormTally {
    this.#tally ??= new FormTally(this.form.controls, (node) => this.errorOf(node));
    for (const node of this.#uncounted) this.#tally.refresh(node);
    this.#uncounted.clear();
    return this.#tally;
  }

  /** All that is known of the questions may be another. */
  #forget(): void {
    this.#errors.clear();
    this.#tally = this.#progress = undefined;
  }

  /** True when the word "required" tells something: some questions are and some are not. */
  get marksRequired(): boolean {
    return (this.#marked ??= this.progress.mixesRequired);
  }

  /** True for a form in which questions rest until somebody comes to them. One that has become long stays so. */
  get isLong(): boolean {
    return (this.#isLong ||= isLongForm(this.form.controls));
  }

  /** A control with text that is not handed over yet leaves what does it; `flush` calls it. Returns what takes it back. */
  hold(finish: Listener): Listener {
    this.#unfinished.add(finish);
    return () => this.#unfinished.delete(finish);
  }

  /**
   * For a control that goes while something is being typed into it of which the form has not heard: kept until its question is asked
   * again, or has another answer.
   */
  keepTyping(node: InstanceNode, typing: unknown): void {
    this.#typing.set(node, { typing, instead: node.lexical });
  }

  /** What was being typed when the control of the node went, once; `undefined` when nothing was. */
  takeTyping(node: InstanceNode): unknown {
    const typing = this.keepsTyping(node) ? this.#typing.get(node)?.typing : undefined;
    this.#typing.delete(node);
    return typing;
  }

  /** True while `takeTyping` would give something. */
  keepsTyping(node: InstanceNode): boolean {
    return this.#typing.get(node)?.instead === node.lexical;
  }

  /** Hands over all that is still being typed. */
  flush(): void {
    for (const finish of [...this.#unfinished]) finish();
  }

  #take(transaction: Transaction): void {
    for (const node of transaction.changed) this.#outdate(node);
    for (const edit of transaction.edits) if (edit.kind === 'setValue') this.#hear(edit.ref);
    for (const node of transaction.turned?.nodes ?? []) this.#hearAgain(node);
    if (transaction.edits.some((edit) => edit.kind === 'setLanguage')) this.#speakAnew();
    else for (const node of transaction.changed) this.#ofNode.tell(node);
    this.#changed();
  }

  /** A question was answered: what stood in it before is over, and whether the answer was taken shows. */
  #hear(ref: string): void {
    const node = this.form.node(ref);
    if (node !== undefined) this.#hearAgain(node);
  }

  #hearAgain(node: InstanceNode): void {
    this.#unreadable.delete(node);
    this.#tell(node);
  }

  #tell(node: InstanceNode): void {
    this.#outdate(node);
    this.#ofNode.tell(node);
    this.#changed();
  }

  #outdate(node: InstanceNode): void {
    this.#errors.delete(node);
    this.#uncounted.add(node);
  }

  /** Every word of the form is another one. */
  #speakAnew(): void {
    this.#errors.clear();
    this.#ofNode.tellAll();
  }

  #tellEverybody(): void {
    this.#ofNode.tellAll();
    this.#changed();
  }

  // What shows the whole form is told once for all changes of a turn.
  #changed(): void {
    this.#progress = undefined;
    if (this.#settling) return;
    this.#settling = true;
    queueMicrotask(() => this.#settle());
  }

  #settle(): void {
    this.#settling = false;
    const marked = this.#marked;
    this.#marked = this.progress.mixesRequired;
    if (marked !== this.#marked) this.#tellEverybody();
    else for (const listener of [...this.#ofAll]) listener();
  }
}

const KIND: Readonly<Record<Refusal['reason'] | 'type', ShownError['kind']>> = {
  required: 'missing',
  constraint: 'notAllowed',
  badValue: 'badValue',
  type: 'badValue',
  noSuchChoice: 'notAllowed',
  readonly: 'notAllowed',
  notRelevant: 'notAllowed',
  noSuchNode: 'notAllowed',
};

/** What every control is given. */
export interface ControlProperties {
  readonly node: ControlNode;
  readonly context: FormContext;
}
