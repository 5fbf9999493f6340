import type { ControlNode } from '../../xforms/control-node.ts';

/** How one choice is made: among radios, in a native `select`, or in a combobox in which one types to find. */
export type Select1Style = 'radios' | 'dropdown' | 'combobox';

/** From this many choices on, finding one by typing is quicker than reading them all. */
const MANY = 8;
const SEARCHED = ['combobox', 'autocomplete', 'search'];
const SPREAD = /^(quick|compact|likert|horizontal|columns|label$|list-nolabel|image-map)/;

/** By the appearance of the control, and by the number of its choices where that says nothing. */
export function select1Style({ definition: { appearance }, choices }: ControlNode): Select1Style {
  if (SEARCHED.some((word) => appearance.includes(word))) return 'combobox';
  if (appearance.includes('minimal')) return 'dropdown';
  if (appearance.some((word) => SPREAD.test(word))) return 'radios';
  return choices.length >= MANY ? 'combobox' : 'radios';
}
