import type { Shape, TypeOf } from './shape.ts';
import {
  count,
  flag,
  instant,
  listOf,
  objectOf,
  oneOf,
  oneOrMore,
  path,
  recordOf,
  text,
  yes,
} from './shape.ts';

type Shapes = Readonly<Record<string, Shape<unknown>>>;

/** One kind of line: the word that it begins with, what that word is about, and what else may stand there. */
export interface LineShape<Subject, Required extends Shapes, Optional extends Shapes> {
  /** One sentence for editors and readers. */
  readonly about: string;
  readonly subject: Shape<Subject>;
  readonly required: Required;
  readonly optional: Optional;
}

export type AnyLineShape = LineShape<unknown, Shapes, Shapes>;

function line<Subject, Required extends Shapes, Optional extends Shapes>(
  about: string,
  subject: Shape<Subject>,
  required: Required,
  optional: Optional,
): LineShape<Subject, Required, Optional> {
  return { about, subject, required, optional };
}

const texts = listOf(text);
const caseIndex = objectOf({ name: text, type: text, target: text, relationship: text });
/** The label of the question, for those who read; never looked at. */
const question = text;
/** It came of the answer before it, as from an address: one undo takes both back. */
const follows = yes;
/** Names of the cases whose leaving the person is told of. */
const departed = texts;
const outcome = oneOf('submitted', 'invalid', 'asksOwner', 'reviews', 'blocked', 'notTaken');

/**
 * All lines of a recording by the word that each begins with. From this table come the parser, the types and the JSON
 * Schema, so that they cannot disagree.
 */
export const lineShapes = {
  recording: line(
    'The first line: what is pinned while the recording runs.',
    count,
    {},
    {
      title: text,
      app: text,
      version: count,
      user: text,
      now: instant,
      timeZone: text,
      language: text,
      seed: count,
      position: text,
    },
  ),

  include: line(
    'Reads the lines of another file here, such as a world that recordings share.',
    text,
    {},
    {},
  ),
  user: line(
    'Somebody of the project; a second line with the same id changes the person.',
    text,
    {},
    {
      name: text,
      groups: texts,
      locations: texts,
      data: recordOf(text),
      web: flag,
    },
  ),
  group: line(
    'A group of the project.',
    text,
    {},
    {
      name: text,
      sharing: flag,
      data: recordOf(text),
    },
  ),
  level: line(
    'An organization level; it stands before its locations.',
    text,
    {},
    {
      name: text,
      ownsCases: flag,
      viewsBelow: flag,
    },
  ),
  location: line(
    'A place of the organization.',
    text,
    { level: text },
    {
      name: text,
      parent: text,
      archived: flag,
      data: recordOf(text),
    },
  ),
  case: line(
    'A case that the project has, by its id; also one that somebody else changes meanwhile.',
    text,
    { type: text, name: text, owner: text },
    {
      status: oneOf('open', 'closed'),
      opened: instant,
      properties: recordOf(text),
      indices: listOf(caseIndex),
      externalId: text,
    },
  ),
  fixture: line(
    'A lookup table, as XML, that the restore of everybody brings.',
    text,
    { xml: text },
    {},
  ),

  asUser: line(
    'Another person goes on, on a device of their own, or on a further one that has a name; the first time they sign in.',
    text,
    {},
    {
      app: text,
      device: text,
    },
  ),
  setNow: line('The clock stands at this instant from here on.', instant, {}, {}),
  setPosition: line('Where the device is: latitude, longitude, altitude, accuracy.', text, {}, {}),
  network: line(
    'Whether the device that is in use reaches the server.',
    oneOf('on', 'off'),
    {},
    {},
  ),
  note: line('Says what the story is about here; shown by reports.', text, {}, {}),

  open: line(
    'Chooses from the menu by text, id or namespace of the form; several go down from there.',
    oneOrMore(text),
    {},
    { case: oneOrMore(text) },
  ),
  search: line('Narrows the list down, as typing into its search field does.', text, {}, {}),
  select: line(
    'Chooses from the list by name or id; several together where the list allows it.',
    oneOrMore(text),
    {},
    {},
  ),
  act: line('Uses a button beside the list, by its text.', text, {}, {}),
  follow: line(
    'Presses a cell of the list that leads somewhere: the row by name or id, the column by its header.',
    text,
    { column: text },
    {},
  ),
  back: line('Back to what was seen before; an open form is kept as a draft.', yes, {}, {}),
  home: line('Back to the first menu; an open form is kept as a draft.', yes, {}, {}),
  resume: line('Goes on with a draft, by its title.', text, {}, {}),
  reopen: line('Leaves the open form and goes on with it; it has to be as it was.', yes, {}, {}),
  fillInFirst: line('Fills a form in although nobody could own its cases yet.', yes, {}, {}),

  answer: line(
    'Answers a question.',
    path,
    { value: oneOrMore(text) },
    {
      question,
      refused: oneOf(
        'required',
        'constraint',
        'badValue',
        'noSuchChoice',
        'readonly',
        'notRelevant',
      ),
      message: text,
      follows,
    },
  ),
  clear: line(
    'Takes an answer back.',
    path,
    {},
    { question, refused: oneOf('required', 'readonly'), follows },
  ),
  attach: line(
    'Answers a question with a file.',
    path,
    { name: text, type: text },
    {
      question,
      text,
      base64: text,
    },
  ),
  addRepeat: line('Adds an item to a repeat.', path, {}, { question }),
  removeRepeat: line('Takes an item out of a repeat.', path, {}, { question }),
  undo: line('Takes back what was done to the form last.', yes, {}, {}),
  redo: line('Does again what was taken back.', yes, {}, {}),
  next: line('On to the next question.', yes, {}, { at: path }),
  previous: line('Back to the question before.', yes, {}, { at: path }),
  language: line('The person reads another language.', text, {}, {}),

  submit: line(
    'Finishes the form; without an outcome, it has to be taken.',
    yes,
    {},
    {
      outcome,
      invalid: listOf(path),
      candidates: texts,
      suggested: text,
      reason: text,
      message: text,
      departed,
    },
  ),
  chooseOwner: line(
    'Says who owns the new cases, where the person is asked.',
    text,
    {},
    { outcome, departed },
  ),
  confirmOwner: line('Agrees with who will see the cases.', yes, {}, { departed }),
  sync: line(
    'Sends what waits and fetches what is new.',
    yes,
    {},
    {
      outcome: oneOf('done', 'later', 'signIn', 'failed'),
      rejected: texts,
      departed,
    },
  ),

  expect: line(
    'Says how a question is now.',
    path,
    {},
    {
      question,
      value: oneOrMore(text),
      relevant: flag,
      required: flag,
      readonly: flag,
      error: text,
      label: text,
      hint: text,
      choices: texts,
      items: count,
    },
  ),
  expectCase: line(
    'Says how a case is now, by name or id: on the device in use, else on the server.',
    text,
    {},
    {
      on: oneOf('device', 'server'),
      exists: flag,
      type: text,
      owner: text,
      status: oneOf('open', 'closed'),
      properties: recordOf(text),
      parents: recordOf(text),
      heldBy: texts,
      visibleTo: texts,
    },
  ),
  expectCases: line('Names of all cases on the device in use.', texts, {}, {}),
  expectScreen: line(
    'Says what the person sees.',
    oneOf('menu', 'list', 'form', 'ownerProblem', 'assertion', 'error', 'formProblem', 'other'),
    {},
    {
      title: text,
      choices: texts,
      marked: texts,
      rows: texts,
      reason: text,
      message: text,
    },
  ),
  expectWaiting: line('Titles of the forms that wait to be sent.', texts, {}, {}),
  expectDrafts: line(
    'Titles of the forms that are not finished.',
    texts,
    {},
    { ownerPending: texts },
  ),
  expectSound: line(
    'Says that every case belongs to somebody of the project, and what its indices lead to is there.',
    yes,
    {},
    {},
  ),
  snapshot: line(
    'Compares with a file beside the recording; the update option writes it.',
    text,
    {},
    {
      of: oneOf('submission', 'cases'),
    },
  ),
} as const;

export type LineKind = keyof typeof lineShapes;

type Members<S> = { readonly [K in keyof S]: TypeOf<S[K]> };
type Maybe<S> = { readonly [K in keyof S]?: TypeOf<S[K]> };

/** Where a line stands. */
export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** A line of that kind as it was read: the word's value is `subject`, everything else keeps its name. */
export type LineOf<K extends LineKind> = {
  readonly kind: K;
  readonly subject: TypeOf<(typeof lineShapes)[K]['subject']>;
  readonly place: Place;
} & Members<(typeof lineShapes)[K]['required']> &
  Maybe<(typeof lineShapes)[K]['optional']>;

export type RecordingLine = { [K in LineKind]: LineOf<K> }[LineKind];
