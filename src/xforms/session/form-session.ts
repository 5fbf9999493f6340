import type { ControlNode } from '../control-node.ts';
import type { Entity } from '../entities-of.ts';
import { entitiesOf } from '../entities-of.ts';
import type { FormInstance } from '../form-instance.ts';
import { takesFile } from '../instance/file-nodes.ts';
import type { InstanceNode } from '../instance/instance-node.ts';
import { nameInstance } from '../name-instance.ts';
import type { EvaluationProblem } from '../recalculation/recalculation.ts';
import type { Edit, Refusal, Transaction, TransactionSource } from '../transaction.ts';
import type { AnswerFile, Attachment } from './attachment.ts';
import type { EvaluationResult } from './evaluate.ts';
import { evaluateOn } from './evaluate.ts';
import { SessionFiles } from './session-files.ts';
import type { SessionNode } from './session-node.ts';
import { SessionNodes } from './session-nodes.ts';
import { Submission } from './submission.ts';

/**
 * How a session begins: `create` a new instance; `restore` one that was saved by {@link FormSession.serialize}; `edit` one that
 * was submitted, which gets an id of its own and names the one that it replaces (`deprecatedID`).
 */
export type SessionMode = 'create' | 'restore' | 'edit';

/** An answer: lexical text, the values of chosen choices, a number or truth value, a file; `null` clears the question. */
export type Answer = string | number | boolean | readonly string[] | AnswerFile | null;

/** What has changed, and who caused it. */
export interface SessionChange {
  /** The nodes of which anything that can be seen is another: value, relevance, label, choices, children … */
  readonly nodes: ReadonlySet<SessionNode>;
  /** True when the language has changed: all texts are others. */
  readonly language: boolean;
  readonly source: TransactionSource;
}

/**
 * One filling-in of a form, without a screen. What it shows is live: nodes keep their identity and are read again after a
 * change. An answer that is not taken is a `Refusal` that is returned; a reference that names nothing throws `RangeError`.
 */
export class FormSession {
  /** Where the form goes, and what is sent. */
  readonly submission: Submission;
  readonly #nodes: SessionNodes;
  readonly #files: SessionFiles;

  constructor(
    /** The engine's own instance, with what goes beyond this session. */
    readonly instance: FormInstance,
    readonly mode: SessionMode,
    attachments: Iterable<AnswerFile>,
  ) {
    this.#nodes = new SessionNodes(instance);
    this.#files = new SessionFiles(instance, attachments, mode === 'edit');
    this.submission = new Submission(this);
    nameInstance(instance);
  }

  /** The root element of the instance, with all nodes below it. */
  get root(): SessionNode {
    return this.#nodes.of(this.instance.root);
  }

  /**
   * The node at an absolute reference with 1-based positions, `/data/child[2]/name`; `undefined` when there is none. A step
   * without a position means the first, at the end of the reference the repeat as a whole. `@name` is an attribute.
   */
  node(ref: string): SessionNode | undefined {
    return this.#nodes.at(ref);
  }

  /** The controls of the body as they are shown, groups without a node of their own included. */
  get body(): readonly ControlNode[] {
    return this.instance.controls;
  }

  /**
   * Answers the question at `ref`. Returns why the answer is not taken, `undefined` when it is. A file is kept under a name that
   * is free in this instance, and that name is the value. Throws `RangeError` where there is no node, or none for a file.
   */
  setValue(ref: string, value: Answer): Refusal | undefined {
    const node = this.#leaf(ref);
    if (isFile(value)) return this.#attach(node, value);
    const refused = this.#apply({ kind: 'setValue', ref: node.ref, value: lexicalOf(value) });
    if (takesFile(node.definition)) this.#files.release();
    return refused;
  }

  /**
   * Adds an item to the repeat at `ref` (`/data/child`), before the one that is at `index` now (0-based), else at the end.
   * Returns why it is not added: its repeat is not relevant, or nobody may add to it (`readonly`).
   */
  addRepeat(ref: string, index?: number): Refusal | undefined {
    const repeat = this.#repeat(ref);
    return this.#apply({
      kind: 'addRepeat',
      ref: repeat.ref,
      ...(index !== undefined && { index }),
    });
  }

  /** Takes the item at `index` (0-based) out of the repeat at `ref`. Returns why it is not: nobody may take it out. */
  removeRepeat(ref: string, index: number): Refusal | undefined {
    const item = this.node(`${this.#repeat(ref).ref}[${index + 1}]`);
    if (item === undefined) throw new RangeError(`No item ${index} in ${ref}: count from 0`);
    const refused = this.#apply({ kind: 'removeRepeat', ref: item.ref });
    this.#files.release();
    return refused;
  }

  /** The languages of the form's texts, in its order; empty when it has but one and does not name it. */
  get languages(): readonly string[] {
    return this.instance.languages;
  }

  get language(): string {
    return this.instance.language;
  }

  /** Throws `RangeError` for a language that the form has not. */
  set language(language: string) {
    if (!this.languages.includes(language)) {
      const known = this.languages.join(', ') || 'none';
      throw new RangeError(`No language "${language}" in this form: it has ${known}`);
    }
    this.#apply({ kind: 'setLanguage', language });
  }

  /** The questions that keep the form from being sent, in its order; each has its `violation`. */
  validate(): readonly SessionNode[] {
    return this.instance.validate().map(({ node }) => this.#nodes.of(node));
  }

  /** The whole instance as XML, to go on with (`restore`). What is sent is `submission.xml`. */
  serialize(): string {
    return this.instance.draftXml();
  }

  /**
   * The files that the instance names, in the order of the form: those that belong to its submission, or with
   * `includeIrrelevant` all that belong to its draft.
   */
  attachments({ includeIrrelevant = false } = {}): readonly Attachment[] {
    return this.#files.attachments(includeIrrelevant);
  }

  /**
   * What an XPath expression comes to on a node, the root when none is given. Throws `XPathParseError` and
   * `XPathEvaluationError`.
   */
  evaluate(expression: string, context: SessionNode | string = this.root): EvaluationResult {
    const node = typeof context === 'string' ? this.#existing(context) : context;
    return evaluateOn(node.instanceNode, expression, this.instance, this.#nodes);
  }

  /** Calls `listener` after each change. Returns what stops that. */
  onChange(listener: (change: SessionChange) => void): () => void {
    return this.instance.onTransaction((transaction) => {
      const change = this.#changeOf(transaction);
      if (change.nodes.size > 0 || change.language) listener(change);
    });
  }

  /** The ODK entities that it creates or updates, as it is filled in now. */
  get entities(): readonly Entity[] {
    return entitiesOf(this.instance);
  }

  /** Faults of the form that were met while it was computed, and what a saved instance had that the form has not. */
  get problems(): readonly EvaluationProblem[] {
    return this.instance.problems;
  }

  #apply(edit: Edit): Refusal | undefined {
    return this.instance.transact([edit], { source: 'user' }).refusals[0];
  }

  #attach(node: InstanceNode, file: AnswerFile): Refusal | undefined {
    if (!takesFile(node.definition)) {
      throw new RangeError(`${node.ref} takes no file: give one to an upload question`);
    }
    // Whoever is told of the new name finds the file.
    const { name, undo } = this.#files.keep(file, node);
    const refused = this.#apply({ kind: 'setValue', ref: node.ref, value: name });
    if (refused === undefined) this.#files.release();
    else undo();
    return refused;
  }

  #changeOf({ changed, edits, source }: Transaction): SessionChange {
    const attached = [...changed].filter((node) => node.attached && node.kind !== 'document');
    const repeats = attached.flatMap((node) => this.#nodes.repeatsIn(node));
    return {
      nodes: new Set([...attached.map((node) => this.#nodes.of(node)), ...repeats]),
      language: edits.some(({ kind }) => kind === 'setLanguage'),
      source,
    };
  }

  #existing(ref: string): SessionNode {
    const node = this.node(ref);
    if (node === undefined) {
      throw new RangeError(`No node at ${ref}: write an absolute reference, /${this.root.name}/…`);
    }
    return node;
  }

  #repeat(ref: string): SessionNode {
    const node = this.#existing(ref);
    if (node.kind === 'repeat') return node;
    throw new RangeError(`${ref} is no repeat but a ${node.kind}: leave out the last position`);
  }

  #leaf(ref: string): InstanceNode {
    const { kind, type, instanceNode } = this.#existing(ref);
    if (type !== undefined) return instanceNode;
    throw new RangeError(`${ref} has no value: it is a ${kind}`);
  }
}

function isFile(value: Answer): value is AnswerFile {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lexicalOf(value: Exclude<Answer, AnswerFile>): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}
