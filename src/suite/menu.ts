import type { Assertion } from './assertion.ts';
import type { InstanceDeclaration } from './instance-declaration.ts';
import type { Display } from './suite-text.ts';

/** The menu in which an app begins. */
export const ROOT_MENU = 'root';

/** A block of commands. Blocks with one id are one menu to the person who uses it. */
export interface Menu {
  readonly id: string;
  /** The menu in which this one is a choice. */
  readonly root: string;
  readonly display: Display;
  /** `grid` for pictures side by side; `undefined` is a list. */
  readonly style: string | undefined;
  readonly relevant: string | undefined;
  readonly commands: readonly MenuCommand[];
  readonly instances: readonly InstanceDeclaration[];
  readonly assertions: readonly Assertion[];
}

/** A choice; `id` is the command of an entry or of another menu. */
export interface MenuCommand {
  readonly id: string;
  readonly relevant: string | undefined;
}
