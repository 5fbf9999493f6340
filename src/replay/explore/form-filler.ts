import type { ControlNode } from '../../xforms/control-node.ts';
import type { NodeDefinition } from '../../xforms/definition/node-definition.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import { questions } from '../../xforms/questions.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { violationOf } from '../../xforms/violation.ts';
import type { Branch } from '../coverage/branch.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { questionAt } from '../coverage/form-branches.ts';
import type { Chance } from './chance.ts';
import { FormRules } from './form-rules.ts';
import { possibleAnswers } from './possible-answers.ts';
import type { Walk } from './walk.ts';

/** Answers that one hunt for branches may give, so that a walk comes on. */
const MOST_TRIED = 400;

/** Answers that are tried at one question for one branch. */
const MOST_FOR_ONE = 14;

/** Questions of one filling-in, so that a repeat that makes others ends. */
const MOST_QUESTIONS = 2_000;

/** Rounds in which what is not right is mended, before the form is left. */
const ROUNDS = 4;

/**
 * Fills one form in: every question once, then whatever may lead to branches that nobody has taken. What was tried at a question of this
 * form is remembered over all its fillings-in.
 */
export class FormFiller {
  readonly #rules = new Map<string, FormRules>();
  readonly #tried = new Map<string, number>();
  #left = 0;

  constructor(
    private readonly coverage: Coverage,
    private readonly chance: Chance,
    private readonly isOver: () => boolean,
  ) {}

  async fill(walk: Walk): Promise<void> {
    await this.#answerAll(walk);
    this.#left = MOST_TRIED;
    while (this.#left > 0 && !this.isOver() && (await this.#huntOnce(walk)));
  }

  /** Gives every question that is not right another answer; true when there is none left. */
  async mend(walk: Walk): Promise<boolean> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const faulty = walk.form?.toCheck() ?? [];
      if (faulty.length === 0) return true;
      for (const { node } of faulty) await this.#answerValid(walk, node);
    }
    return (walk.form?.toCheck().length ?? 0) === 0;
  }

  async #answerAll(walk: Walk): Promise<void> {
    const asked = new Set<string>();
    while (asked.size < MOST_QUESTIONS && !this.isOver()) {
      const { form } = walk;
      if (form === undefined) return;
      await this.#addItems(walk, form.controls, asked);
      const next = [...questions(form.controls)].find(({ node }) => !asked.has(node.ref));
      if (next === undefined) return;
      asked.add(next.node.ref);
      if (isOpen(next.node)) await this.#answerFirst(walk, next.node);
    }
  }

  /** A person adds what a repeat is for, none to two of it. */
  async #addItems(walk: Walk, controls: readonly ControlNode[], asked: Set<string>): Promise<void> {
    for (const control of controls) {
      if (!control.relevant) continue;
      if (control.kind === 'repeat' && control.canAdd && !asked.has(control.key)) {
        asked.add(control.key);
        const times = Math.floor(this.chance.random() * 3);
        for (let time = 0; time < times; time += 1)
          await walk.do({ kind: 'addRepeat', subject: control.definition.ref });
      }
      await this.#addItems(walk, control.children, asked);
    }
  }

  async #answerFirst(walk: Walk, node: InstanceNode): Promise<void> {
    const { form } = walk;
    if (form === undefined) return;
    const hasBroken = this.#isTaken(form, `constraint ${node.definition.ref} broken`);
    if (!hasBroken || this.chance.is(0.05)) await this.#answerWrongly(walk, node);
    if (!node.required && this.chance.is(0.15)) return;
    await this.#answerValid(walk, node);
  }

  async #answerWrongly(walk: Walk, node: InstanceNode): Promise<void> {
    const wrong = this.#answers(walk, node).filter((value) => !isFine(node, value));
    const value = this.chance.of(wrong);
    if (value !== undefined) await this.#answer(walk, node, value);
  }

  async #answerValid(walk: Walk, node: InstanceNode): Promise<void> {
    const fine = this.#answers(walk, node).filter((value) => isFine(node, value));
    const value = this.#leastTried(node.definition, fine);
    if (value !== undefined) await this.#answer(walk, node, value);
    else if (node.lexical !== '' && !node.required)
      await walk.do({ kind: 'clear', subject: node.ref });
  }

  /** One branch that was not taken is gone after; true when that brought anything new. */
  async #huntOnce(walk: Walk): Promise<boolean> {
    for (const branch of this.chance.shuffled(this.#untaken(walk.form))) {
      if (this.#left <= 0 || this.isOver()) return false;
      const before = this.coverage.total;
      await this.#goAfter(walk, branch);
      if (this.coverage.total > before) return true;
    }
    return false;
  }

  #untaken(form: FormInstance | undefined): readonly Branch[] {
    const known = form && this.coverage.form(form.definition.xmlns);
    const open = known?.branches.filter(({ id }) => !known.taken.has(id)) ?? [];
    return open.filter(({ kind }) => kind !== 'case' && kind !== 'owner');
  }

  async #goAfter(walk: Walk, branch: Branch): Promise<void> {
    const { form } = walk;
    if (form === undefined) return;
    if (branch.kind === 'repeat') await this.#changeItems(walk, form, branch);
    if (branch.kind === 'choice') await this.#choose(walk, form, branch);
    for (const definition of this.#rulesOf(form).questionsBehind(branch)) {
      if (await this.#tryAt(walk, definition, branch)) return;
    }
  }

  async #choose(walk: Walk, form: FormInstance, { ref, side }: Branch): Promise<void> {
    const node = form.nodesOf(ref).find(isOpen);
    if (node !== undefined) await this.#answer(walk, node, side);
  }

  async #changeItems(walk: Walk, form: FormInstance, { ref, side }: Branch): Promise<void> {
    const { length } = form.nodesOf(ref);
    const wanted = side === 'none' ? 0 : side === 'one' ? 1 : 2;
    for (let items = length; items < wanted; items += 1)
      await walk.do({ kind: 'addRepeat', subject: ref });
    for (let items = length; items > wanted; items -= 1) {
      const last = form.nodesOf(ref).at(-1);
      if (last !== undefined) await walk.do({ kind: 'removeRepeat', subject: last.ref });
    }
  }

  /** True as soon as the branch is taken. */
  async #tryAt(walk: Walk, definition: NodeDefinition, { id }: Branch): Promise<boolean> {
    const { form } = walk;
    const node = form && this.chance.of(form.nodesOf(definition.ref).filter(isOpen));
    if (form === undefined || node === undefined) return false;
    const values = this.chance.shuffled(this.#answers(walk, node)).slice(0, MOST_FOR_ONE);
    for (const value of [...values, '']) {
      if (this.#left <= 0 || this.isOver() || !node.attached || !isOpen(node)) return false;
      await this.#answer(walk, node, value);
      if (this.#isTaken(form, id)) return true;
    }
    return false;
  }

  async #answer(walk: Walk, node: InstanceNode, value: string): Promise<void> {
    this.#left -= 1;
    const { ref, definition } = node;
    this.#note(definition, value);
    const question = questionAt(definition);
    if (question?.kind === 'upload') await walk.do(attachment(ref, question.mediaType));
    else if (value === '') await walk.do({ kind: 'clear', subject: ref });
    else await walk.do({ kind: 'answer', subject: ref, value });
  }

  #answers(walk: Walk, node: InstanceNode): readonly string[] {
    const { form } = walk;
    if (form === undefined) return [];
    return possibleAnswers(form, node, this.#rulesOf(form), this.chance.random);
  }

  #leastTried(definition: NodeDefinition, values: readonly string[]): string | undefined {
    const least = Math.min(...values.map((value) => this.#times(definition, value)));
    return this.chance.of(values.filter((value) => this.#times(definition, value) === least));
  }

  #times({ ref }: NodeDefinition, value: string): number {
    return this.#tried.get(`${ref} ${value}`) ?? 0;
  }

  #note(definition: NodeDefinition, value: string): void {
    this.#tried.set(`${definition.ref} ${value}`, this.#times(definition, value) + 1);
  }

  #isTaken({ definition }: FormInstance, branch: string): boolean {
    const known = this.coverage.form(definition.xmlns);
    // What is no branch has nothing to be taken.
    return (
      known === undefined ||
      known.taken.has(branch) ||
      !known.branches.some(({ id }) => id === branch)
    );
  }

  #rulesOf({ definition }: FormInstance): FormRules {
    const known = this.#rules.get(definition.xmlns) ?? new FormRules(definition);
    this.#rules.set(definition.xmlns, known);
    return known;
  }
}

/** True where a person may answer now. */
function isOpen(node: InstanceNode): boolean {
  const question = questionAt(node.definition);
  return question !== undefined && node.relevant && !node.readonly && question.kind !== 'trigger';
}

/** True for an answer that breaks nothing; whether it is one of its type, the form says when it is given. */
function isFine(node: InstanceNode, value: string): boolean {
  const form = node.owner as FormInstance;
  return violationOf(node, form.textContext(node), value) === undefined;
}

function attachment(subject: string, mediaType: string) {
  const [kind = 'image'] = mediaType.split('/');
  const [extension, type] = FILES[kind] ?? ['bin', 'application/octet-stream'];
  const name = `file.${extension}`;
  return { kind: 'attach', subject, name, type, text: 'a file' } as const;
}

const FILES: Readonly<Record<string, readonly [string, string]>> = {
  image: ['png', 'image/png'],
  audio: ['mp3', 'audio/mpeg'],
  video: ['mp4', 'video/mp4'],
};
