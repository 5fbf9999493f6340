import { calendarWord } from '../../xforms/calendar/calendar-word.ts';
import { calendarOf } from '../../xforms/calendar/calendar.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import { comboboxFor } from './combobox-controller.ts';
import { isLongForm } from './is-long-form.ts';
import { restingQuestion } from './resting-question.ts';
import { select1Style } from './select1-style.ts';

/**
 * Reads what these controls show at once, so that a part which is missing for that (`MissingPart`) is missed before they are shown.
 */
export function prepareControls(controls: readonly ControlNode[]): void {
  // To read anything of a part is to need it.
  if (isLongForm(controls)) void restingQuestion.length;
  prepareEach(controls);
}

function prepareEach(controls: readonly ControlNode[]): void {
  for (const control of controls.filter(({ relevant }) => relevant)) {
    readTexts(control);
    if (control.kind === 'select1' && select1Style(control) === 'combobox') void comboboxFor.length;
    if (calendarWord(control.definition.appearance) !== undefined) void calendarOf([]);
    prepareEach(control.children);
  }
}

/** Longer lists are searched, not read. */
const CHOICES_AT_ONCE = 20;

function readTexts(control: ControlNode): void {
  const choices = control.choices.slice(0, CHOICES_AT_ONCE);
  for (const { label } of [control, ...choices]) void label?.blocks;
  void control.hint?.blocks;
}
