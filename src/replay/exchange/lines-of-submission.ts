import { readCaseTransactions } from '../../case/read-case-transactions.ts';
import type { CaseTransaction } from '../../case/case-transaction.ts';
import type { ReceivedForm } from '../../openrosa/read-submission.ts';
import { readSubmission } from '../../openrosa/read-submission.ts';
import type { AppDefinition } from '../../suite/app-definition.ts';
import { parseForm } from '../../xforms/definition/parse-form.ts';
import type { ControlDefinition } from '../../xforms/definition/control-definition.ts';
import type { NodeDefinition } from '../../xforms/definition/node-definition.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { childNamed, childrenNamed, textOf } from '../../xml/xml-element.ts';
import { questionAt } from '../coverage/form-branches.ts';
import type { RecordingLine } from '../format/line-shapes.ts';
import type { Unplaced } from '../format/write-recording.ts';
import { findEntry } from './find-entry.ts';

type Line = Unplaced<RecordingLine>;

/** A submission of which no recording can be made; says why. */
export class SubmissionMismatchError extends Error {
  override readonly name = 'SubmissionMismatchError';
}

/** What a submission tells about how it came about. */
export interface SubmissionStory {
  /** Who filled it in, by the id in its meta block. */
  readonly user: string;
  /** When it was finished, ISO 8601; `undefined` when it does not say. */
  readonly now: string | undefined;
  /** World, way to the form, answers in the order in which it asks them, and its submission. */
  readonly lines: readonly Line[];
}

/**
 * How somebody may have come to a submission: by the shortest way to its form, with the answers that it has. The cases that
 * it changes are put into the world as far as it tells of them. Throws {@link SubmissionMismatchError} when the app has no such form.
 */
export function linesOfSubmission(xml: string, app: AppDefinition): SubmissionStory {
  const received = readSubmission(xml);
  const form = app.forms.get(received.xmlns);
  const way = findEntry(app, received.xmlns);
  if (form === undefined || way === undefined) throw noSuchForm(received, app);
  const transactions = readCaseTransactions(received.root);
  const user = metaText(received.root, 'userID') || 'user';
  const { document, controls } = parseForm(form.text, form.path);
  const root = document.children[0] as NodeDefinition;
  const changed = transactions.filter(
    ({ actions }) => !actions.some(({ kind }) => kind === 'create'),
  );
  const cases = distinct(changed.map(({ caseId }) => caseId));
  const needed = way.entry.datums.filter(({ kind }) => kind === 'entity').length;
  return {
    user,
    now: metaText(received.root, 'timeEnd') || undefined,
    lines: [
      ...worldLines(user, transactions, cases, way.entry.datums),
      {
        kind: 'open',
        subject: way.choices,
        ...(needed > 0 && cases.length > 0 && { case: cases.slice(0, needed) }),
      },
      ...answerLines(received.root, root, controls),
      { kind: 'submit', subject: true },
    ],
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function noSuchForm({ xmlns }: ReceivedForm, app: AppDefinition): SubmissionMismatchError {
  const known = [...app.forms.keys()].join(', ');
  return new SubmissionMismatchError(
    `The app ${app.profile.name} has no form with the namespace ${xmlns} that a menu leads to. It has: ${known}.`,
  );
}

function metaText(root: XmlElement, name: string): string {
  const meta = childNamed(root, 'meta');
  const found = meta && childNamed(meta, name);
  return found === undefined ? '' : textOf(found);
}

/** The owner of what it makes is a group of the user's, unless it is the user. */
function worldLines(
  user: string,
  transactions: readonly CaseTransaction[],
  cases: readonly string[],
  datums: readonly { readonly kind: string; readonly nodeset?: string }[],
): Line[] {
  const owners = distinct(transactions.flatMap(ownersIn)).filter(
    (owner) => owner !== user && owner !== '' && owner !== '-',
  );
  const types = datums.flatMap(({ nodeset = '' }) => CASE_TYPE.exec(nodeset)?.[2] ?? []);
  return [
    ...owners.map((owner): Line => ({ kind: 'group', subject: owner })),
    { kind: 'user', subject: user, groups: owners },
    ...cases.map((id, index): Line => {
      const type = types[Math.min(index, types.length - 1)] ?? 'case';
      return { kind: 'case', subject: id, type, name: id, owner: owners[0] ?? user };
    }),
  ];
}

const CASE_TYPE = /@case_type\s*=\s*(['"])(.+?)\1/;

function ownersIn({ actions }: CaseTransaction): string[] {
  return actions.flatMap((action) =>
    action.kind === 'create' && action.ownerId !== undefined ? [action.ownerId] : [],
  );
}

/** In the order of the form’s body. Items of a repeat are added as the submission has them. */
function answerLines(
  root: XmlElement,
  definition: NodeDefinition,
  controls: readonly ControlDefinition[],
): Line[] {
  return controls.flatMap((control) =>
    linesAt(control, { element: root, definition, ref: definition.ref }),
  );
}

/** An element of the submission, with what the form says about it, and its reference with positions. */
interface Found {
  readonly element: XmlElement;
  readonly definition: NodeDefinition;
  readonly ref: string;
}

function linesAt(control: ControlDefinition, place: Found): Line[] {
  if (control.kind === 'repeat') return repeatLines(control, place);
  if (control.kind === 'group') return control.children.flatMap((child) => linesAt(child, place));
  return foundAt(control.target, place).flatMap(({ element, definition, ref }): Line[] => {
    const value = textOf(element);
    const isAnswer = value !== '' && questionAt(definition) === control && isAnswered(definition);
    return isAnswer ? [{ kind: 'answer', subject: ref, value }] : [];
  });
}

/** What is only shown, or worked out, has a value without anybody's answer. */
function isAnswered({ bind, controls }: NodeDefinition): boolean {
  const isShown = bind?.readonly?.source.trim() === 'true()' || bind?.calculate !== undefined;
  return !isShown && controls.every(({ kind }) => kind !== 'trigger');
}

function repeatLines(
  control: Extract<ControlDefinition, { kind: 'repeat' }>,
  place: Found,
): Line[] {
  const isOpen = control.count === undefined && !control.noAddRemove;
  return foundAt(control.target, place).flatMap((item, index): Line[] => {
    const add: Line[] = isOpen && index > 0 ? [{ kind: 'addRepeat', subject: item.ref }] : [];
    return [...add, ...control.children.flatMap((child) => linesAt(child, item))];
  });
}

/** The elements of a definition at or below a place, whose definition is above it. */
function foundAt(target: NodeDefinition, place: Found): Found[] {
  const steps: NodeDefinition[] = [];
  for (let each = target; each !== place.definition; each = each.parent as NodeDefinition) {
    if (each.parent === undefined) return [];
    steps.unshift(each);
  }
  return steps.reduce<Found[]>(
    (found, step) => found.flatMap((each) => below(each, step)),
    [place],
  );
}

function below({ element, ref }: Found, definition: NodeDefinition): Found[] {
  return childrenNamed(element, definition.name).map((child, index) => {
    const position = definition.repeat === undefined ? '' : `[${index + 1}]`;
    return { element: child, definition, ref: `${ref}/${definition.name}${position}` };
  });
}
