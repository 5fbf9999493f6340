import type { NodeDefinition } from '../../xforms/definition/node-definition.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { Edit, Transaction } from '../../xforms/transaction.ts';
import type { BranchKind } from './branch.ts';
import { branchId } from './branch.ts';
import { questionAt } from './form-branches.ts';

/** Tells which branches one filling-in takes: at its beginning, and with every change. */
export class FormWatcher {
  readonly #repeats: readonly NodeDefinition[];

  constructor(
    private readonly form: FormInstance,
    private readonly take: (branch: string) => void,
  ) {
    const all = form.definition.document.descendants();
    this.#repeats = all.filter(({ repeat }) => repeat !== undefined);
  }

  watch(): void {
    this.#lookBelow(this.form.root);
    this.#countItems();
    this.form.onTransaction((transaction) => this.#hear(transaction));
  }

  #hear({ changed, edits, refusals, source }: Transaction): void {
    for (const node of changed) this.#look(node);
    if (source === 'user')
      for (const edit of edits)
        this.#heed(edit, refusals.find((each) => each.edit === edit)?.reason);
    this.#countItems();
  }

  #lookBelow(node: InstanceNode): void {
    this.#look(node);
    for (const attribute of node.attributes) this.#look(attribute);
    for (const child of node.children) this.#lookBelow(child);
  }

  #look(node: InstanceNode): void {
    const { definition, relevant, required, ownRelevant, parent } = node;
    if (relevant) {
      this.#takeSide('relevant', definition, 'true');
      this.#takeSide('required', definition, String(required));
      if (questionAt(definition) !== undefined) this.#takeSide('question', definition, 'seen');
    } else if (!ownRelevant && parent?.relevant === true) {
      this.#takeSide('relevant', definition, 'false');
    }
  }

  /** What a person's answer shows of its question. */
  #heed(edit: Edit, refused: string | undefined): void {
    const node = edit.kind === 'setValue' ? this.form.node(edit.ref) : undefined;
    if (node === undefined) return;
    const { definition } = node;
    const isBroken = refused === 'constraint' || node.violation?.kind === 'constraint';
    if (isBroken) this.#takeSide('constraint', definition, 'broken');
    if (refused !== undefined || node.lexical === '') return;
    this.#takeSide('question', definition, 'answered');
    if (!isBroken) this.#takeSide('constraint', definition, 'met');
    for (const value of node.lexical.split(/\s+/)) this.#takeSide('choice', definition, value);
  }

  #countItems(): void {
    for (const repeat of this.#repeats) {
      const { parent } = repeat;
      if (parent === undefined) continue;
      for (const place of this.form.nodesOf(parent.ref)) this.#countAt(place, repeat);
    }
  }

  #countAt(place: InstanceNode, repeat: NodeDefinition): void {
    const { length } = place.nodesIn(repeat.slot);
    if (place.relevant)
      this.#takeSide('repeat', repeat, length === 0 ? 'none' : length === 1 ? 'one' : 'many');
  }

  #takeSide(kind: BranchKind, { ref }: NodeDefinition, side: string): void {
    this.take(branchId(kind, ref, side));
  }
}
