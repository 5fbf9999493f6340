import type { AppStrings } from './app-strings.ts';
import type { CaseStrings } from './case-strings.ts';
import type { ControlStrings } from './control-strings.ts';
import type { FormStrings } from './form-strings.ts';
import type { OwnerStrings } from './owner-strings.ts';

/**
 * Everything that the interface itself says, in one language. Text of a form comes from its itext, never from here. What depends on
 * a number or a name is a function, so that each language puts its words and plurals where it needs them.
 */
export interface Strings {
  /** BCP 47 tag, matched against the nearest `lang`. */
  readonly code: string;
  /** The language's own name for itself, for a language menu. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  readonly app: AppStrings;
  readonly form: FormStrings;
  readonly control: ControlStrings;
  readonly case: CaseStrings;
  readonly owner: OwnerStrings;
}
