import type { RecordingLine } from '../format/line-shapes.ts';
import { isObject } from '../format/shape.ts';
import type { Unplaced } from '../format/write-recording.ts';

type Line = Unplaced<RecordingLine>;

/** One request to Formplayer, with what it answered; both as JSON has them. */
export interface FormplayerExchange {
  /** The last part of the address: `navigate_menu`, `answer`, `submit-all` … */
  readonly action: string;
  readonly request: unknown;
  readonly response: unknown;
}

/**
 * The requests in a HAR file, as browsers save what they sent and received, in their order. Throws SyntaxError for a text that is
 * no JSON, and RangeError for JSON without a log.
 */
export function formplayerExchanges(har: string): FormplayerExchange[] {
  const entries = member(member(JSON.parse(har), 'log'), 'entries');
  if (!Array.isArray(entries))
    throw new RangeError('This is no HAR file: it has no log with entries.');
  return entries.flatMap((entry: unknown) => {
    const request = member(entry, 'request');
    if (member(request, 'method') !== 'POST') return [];
    const address = textOf(member(request, 'url')).split('?')[0] ?? '';
    return {
      action: address.replace(/\/$/, '').split('/').at(-1) ?? '',
      request: parsed(member(member(request, 'postData'), 'text')),
      response: parsed(member(member(member(entry, 'response'), 'content'), 'text')),
    };
  });
}

/** What a person did who caused these requests; requests that only ask for something to show are passed over. */
export function linesOfTraffic(exchanges: readonly FormplayerExchange[]): Line[] {
  const reader = new TrafficReader();
  return exchanges.flatMap((exchange) => reader.lines(exchange));
}

class TrafficReader {
  /** Questions of the form as they were shown last, by their index. */
  readonly #questions = new Map<string, unknown>();
  /** What was shown after these selections. */
  readonly #screens = new Map<string, unknown>();
  #selections: readonly string[] = [];

  lines({ action, request, response }: FormplayerExchange): Line[] {
    const lines = this.#linesOf(action, request);
    this.#noteTree(member(response, 'tree'));
    this.#screens.set(this.#selections.join('\n'), response);
    return lines;
  }

  #linesOf(action: string, request: unknown): Line[] {
    switch (action) {
      case 'navigate_menu_start':
        this.#selections = [];
        return [{ kind: 'home', subject: true }];
      case 'navigate_menu':
        return this.#navigated(request);
      case 'answer':
        return this.#answered(request);
      case 'new-repeat':
        return this.#at(request, 'repeat_ix', (subject) => ({ kind: 'addRepeat', subject }));
      case 'delete-repeat':
        return this.#at(request, 'ix', (subject) => ({ kind: 'removeRepeat', subject }));
      case 'change_locale':
        return [{ kind: 'language', subject: textOf(member(request, 'locale')) }];
      case 'submit-all':
        this.#selections = [];
        return [{ kind: 'submit', subject: true }];
      case 'sync-db':
        return [{ kind: 'sync', subject: true }];
      default:
        return [];
    }
  }

  /** The new selections behind those that were made already; a shorter or another list begins anew. */
  #navigated(request: unknown): Line[] {
    const selections = listOf(member(request, 'selections')).map(textOf);
    const goesOn = this.#selections.every((each, index) => selections[index] === each);
    const from = goesOn ? this.#selections.length : 0;
    this.#selections = selections;
    const home: Line[] = goesOn ? [] : [{ kind: 'home', subject: true }];
    const made = selections.slice(from).map((selection, index) => {
      const screen = this.#screens.get(selections.slice(0, from + index).join('\n'));
      return selectionLine(selection, screen);
    });
    return [...home, ...made];
  }

  #answered(request: unknown): Line[] {
    const question = this.#questions.get(textOf(member(request, 'ix')));
    const subject = refOf(question);
    if (subject === undefined) return [];
    const value = valueOf(member(request, 'answer'), question);
    return [value === '' ? { kind: 'clear', subject } : { kind: 'answer', subject, value }];
  }

  #at(request: unknown, name: string, line: (subject: string) => Line): Line[] {
    const subject = refOf(this.#questions.get(textOf(member(request, name))));
    return subject === undefined ? [] : [line(subject)];
  }

  #noteTree(tree: unknown): void {
    for (const question of listOf(tree)) {
      this.#questions.set(textOf(member(question, 'ix')), question);
      this.#noteTree(member(question, 'children'));
    }
  }
}

/** A number is a choice of the menu before it, `action 0` a button of the list, and everything else the id of a row. */
function selectionLine(selection: string, screen: unknown): Line {
  const command = /^\d+$/.test(selection)
    ? listOf(member(screen, 'commands'))[Number(selection)]
    : undefined;
  if (command !== undefined)
    return { kind: 'open', subject: textOf(member(command, 'displayText')) };
  const button = /^action (\d+)$/.exec(selection)?.[1];
  const action = button && listOf(member(screen, 'actions'))[Number(button)];
  if (action) return { kind: 'act', subject: textOf(member(action, 'text')) };
  return { kind: 'select', subject: selection };
}

function refOf(question: unknown): string | undefined {
  const binding = textOf(member(question, 'binding'));
  return binding === '' ? undefined : binding.replaceAll('[1]', '');
}

const SELECTS: ReadonlySet<string> = new Set(['select', 'multiselect']);

/** Choices are sent by their place among those that are offered, from 1 on, and shown without their values: so they are told by place. */
function valueOf(answer: unknown, question: unknown): string {
  const values = Array.isArray(answer) ? answer.map(textOf) : [textOf(answer)];
  const isSelect = SELECTS.has(textOf(member(question, 'datatype')));
  return isSelect
    ? values.map((value) => (value === '' ? '' : `#${value}`)).join(' ')
    : values.join(' ');
}

function member(of: unknown, name: string): unknown {
  return isObject(of) ? of[name] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function parsed(value: unknown): unknown {
  try {
    return JSON.parse(textOf(value));
  } catch {
    return undefined;
  }
}
