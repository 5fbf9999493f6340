import { storableText } from '../xml/storable-text.ts';
import type { Conversion } from '../xpath/frame.ts';
import { answerType } from './answer-type.ts';
import { answerLexical } from './datatype/answer-lexical.ts';
import { keptLexical } from './datatype/kept-lexical.ts';
import type { ChangeJournal } from './change-journal.ts';
import type { FormChanges } from './form-changes.ts';
import { nodeAt } from './instance/find-nodes.ts';
import type { InstanceNode } from './instance/instance-node.ts';
import { isOpenRepeat } from './open-repeat.ts';
import type { AnsweredForm } from './refusal.ts';
import { refusal, whyRefused } from './refusal.ts';
import type { RefusedAnswers } from './refused-answers.ts';
import type { Edit, Refusal, TransactionSource } from './transaction.ts';

/** The form instance that is edited. */
export interface EditedForm extends AnsweredForm {
  readonly document: InstanceNode;
  readonly conversion: Conversion;
  readonly journal: ChangeJournal;
}

/** Makes the edits of answers and items, or says why not. */
export class FormEdits {
  constructor(
    private readonly form: EditedForm,
    private readonly changes: FormChanges,
    private readonly refused: RefusedAnswers,
  ) {}

  /** Stores an answer in its kept form. What a person's answer ended with is noted. */
  setValue(edit: Edit & { kind: 'setValue' }, source: TransactionSource): Refusal | undefined {
    const node = nodeAt(this.form.document, edit.ref);
    if (node === undefined) return refusal(edit, 'noSuchNode');
    const value = storableText(edit.value);
    const lexical = answerLexical(value, answerType(node.definition), this.form.conversion);
    const refused = asksNobody(source) ? undefined : whyRefused(edit, node, lexical, this.form);
    if (!asksNobody(source)) this.refused.note(node, edit, refused);
    this.form.journal.noteSubject(node);
    if (refused !== undefined) return refused;
    this.changes.answer(node, keptLexical(lexical ?? value, node.type, this.form.conversion));
    return undefined;
  }

  /** Puts an item in at `index`, or behind the others. */
  addRepeat(edit: Edit & { kind: 'addRepeat' }, source: TransactionSource): Refusal | undefined {
    const cut = edit.ref.lastIndexOf('/');
    const parent = nodeAt(this.form.document, edit.ref.slice(0, cut));
    const repeat = parent?.definition.child(edit.ref.slice(cut + 1).replace(/\[\d+\]$/, ''));
    if (parent === undefined || repeat?.pattern === undefined) return refusal(edit, 'noSuchNode');
    if (!this.changes.wouldBeRelevant(parent, repeat)) return refusal(edit, 'notRelevant');
    if (!asksNobody(source) && !isOpenRepeat(repeat, parent)) return refusal(edit, 'readonly');
    this.form.journal.noteSubject(this.changes.addItem(parent, repeat, edit.index));
    return undefined;
  }

  removeRepeat(
    edit: Edit & { kind: 'removeRepeat' },
    source: TransactionSource,
  ): Refusal | undefined {
    const node = nodeAt(this.form.document, edit.ref);
    if (node?.definition.repeat === undefined) return refusal(edit, 'noSuchNode');
    if (!asksNobody(source) && !isOpenRepeat(node.definition, node))
      return refusal(edit, 'readonly');
    this.changes.takeOut(node);
    this.form.journal.noteSubject(node);
    return undefined;
  }
}

/** What is no person's answer is not asked whether a person might give it. */
export function asksNobody(source: TransactionSource): boolean {
  return source === 'caseManagement' || source === 'form';
}
