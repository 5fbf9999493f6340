import { DirectoryChangeError } from '../case/ownership/directory-change.ts';
import { applyProjectChange } from '../project/project-change.ts';
import type { ProjectChange, ProjectState } from '../project/project-change.ts';
import type { SheetFault, SheetProblem } from './sheet-problem.ts';
import type { SheetRow } from './sheet-row.ts';

/** What an import comes to so far: the project after the rows that were read, and what is wrong with the others. */
export class ImportDraft {
  readonly changes: ProjectChange[] = [];
  readonly problems: SheetProblem[] = [];
  /** What is new, by name. */
  readonly made: string[] = [];
  readonly changed: string[] = [];
  /** How many rows tell what is so already. */
  left = 0;
  readonly #later: { readonly row: SheetRow; readonly changes: readonly ProjectChange[] }[] = [];

  constructor(
    public state: ProjectState,
    /** An id for something new. */
    readonly newId: () => string,
  ) {}

  problem(row: SheetRow, column: string, fault: SheetFault): void {
    this.problems.push({ ...fault, sheet: row.sheet, row: row.number, column });
  }

  /** Whether nothing was found wrong with a row. */
  isClean(row: SheetRow): boolean {
    return !this.problems.some((each) => each.sheet === row.sheet && each.row === row.number);
  }

  /**
   * Takes in what a row comes to, unless something is wrong with it. `later` is what can only be done once all rows have been read,
   * by {@link finish}.
   */
  make(
    row: SheetRow,
    name: string,
    isNew: boolean,
    changes: readonly ProjectChange[],
    later: readonly ProjectChange[] = [],
  ): void {
    if (!this.isClean(row) || !this.#apply(row, changes)) return;
    if (later.length > 0) this.#later.push({ row, changes: later });
    if (changes.length + later.length === 0) this.left += 1;
    else (isNew ? this.made : this.changed).push(name);
  }

  /** Makes the changes that had to wait. */
  finish(): void {
    for (const { row, changes } of this.#later.splice(0)) this.#apply(row, changes);
  }

  #apply(row: SheetRow, changes: readonly ProjectChange[]): boolean {
    try {
      this.state = changes.reduce(applyProjectChange, this.state);
      this.changes.push(...changes);
      return true;
    } catch (error) {
      if (!(error instanceof DirectoryChangeError)) throw error;
      this.problem(row, '', { kind: 'refused', message: error.message });
      return false;
    }
  }
}
