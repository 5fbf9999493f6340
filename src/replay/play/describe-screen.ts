import type { OwnerProblem } from '../../case/ownership/owner-resolution.ts';
import type { MenuScreen } from '../../suite/screen.ts';
import type { Device } from './device.ts';

export type ScreenKind =
  'menu' | 'list' | 'form' | 'ownerProblem' | 'assertion' | 'error' | 'formProblem' | 'other';

/** What the person sees, in the words of a recording. */
export interface SeenScreen {
  readonly kind: ScreenKind;
  readonly title: string;
  /** Texts of a menu's choices. */
  readonly choices: readonly string[];
  /** Those of them whose form would have no clear owner. */
  readonly marked: readonly string[];
  /** First cells of a list's rows. */
  readonly rows: readonly string[];
  /** Why there is no clear owner. */
  readonly reason: string;
  readonly message: string;
}

const NOTHING: SeenScreen = {
  ...{ kind: 'other', title: '', message: '', reason: '' },
  ...{ choices: [], marked: [], rows: [] },
};

/** The screen of a device as it is now. */
export function seenScreen(device: Device): SeenScreen {
  const { value, context } = device.session.getSnapshot();
  switch (value) {
    case 'explainingOwner': {
      const problem = context.explained?.problem;
      return { ...NOTHING, kind: 'ownerProblem', reason: problem ? reasonOf(problem) : '' };
    }
    case 'entering':
      return { ...NOTHING, kind: 'form', title: context.opened?.title ?? '' };
    case 'formFailed':
      return { ...NOTHING, kind: 'formProblem', message: context.problem?.message ?? '' };
    default:
      return browsedScreen(device);
  }
}

/** Why nobody is plainly the owner, in one word. */
export function reasonOf(problem: OwnerProblem): string {
  return problem.kind === 'noCandidate' ? problem.reason.kind : problem.kind;
}

function browsedScreen(device: Device): SeenScreen {
  const { screen, ownerProblems } = device.session.getSnapshot().context;
  switch (screen?.kind) {
    case 'menu':
      return seenMenu(screen, ownerProblems);
    case 'list': {
      const rows = device.rows.map((row) => device.rowName(row));
      return { ...NOTHING, kind: 'list', title: screen.title, rows };
    }
    case 'assertion':
      return { ...NOTHING, kind: 'assertion', message: screen.text };
    case 'error':
      return { ...NOTHING, kind: 'error', message: screen.message };
    default:
      return NOTHING;
  }
}

function seenMenu(
  { title, choices }: MenuScreen,
  ownerProblems: ReadonlyMap<string, OwnerProblem>,
): SeenScreen {
  const marked = choices.filter(({ id }) => ownerProblems.has(id));
  const textsOf = (some: MenuScreen['choices']) => some.map(({ text }) => text);
  return { ...NOTHING, kind: 'menu', title, choices: textsOf(choices), marked: textsOf(marked) };
}

/** The same as a part of a sentence: “but the person sees …”. */
export function describeScreen(device: Device): string {
  const screen = seenScreen(device);
  switch (screen.kind) {
    case 'menu':
      return `the person sees the menu “${screen.title}” with ${listed(screen.choices)}`;
    case 'list':
      return `the person sees the list “${screen.title}” with ${listed(screen.rows)}`;
    case 'form':
      return `the form “${screen.title}” is open`;
    case 'ownerProblem':
      return `the person is told why nobody can own the new case (${screen.reason})`;
    case 'formProblem':
      return `the form cannot be opened: ${screen.message}`;
    case 'assertion':
    case 'error':
      return `the person is told: ${screen.message}`;
    case 'other':
      return 'the person sees something else';
  }
}

const MOST_SHOWN = 12;

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return 'nothing in it';
  const some = texts.slice(0, MOST_SHOWN).map((text) => `“${text}”`);
  return `${some.join(', ')}${texts.length > MOST_SHOWN ? ` and ${texts.length - MOST_SHOWN} more` : ''}`;
}
