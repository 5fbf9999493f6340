import type { ControlNode } from '../../xforms/control-node.ts';

/**
 * The value of a question as the reference engine prints it: labels for choices, short dates, stars for a secret. Our
 * elements show values in their own way, so that this stands here and not in the engine.
 */
export function displayText(control: ControlNode): string {
  const { lexical, type } = control.node;
  if (control.kind === 'secret') return '*'.repeat(lexical.length);
  if (control.kind === 'select1') return labelOf(lexical, control);
  if (control.kind === 'select' || control.kind === 'rank') {
    return lexical
      .split(' ')
      .map((value) => labelOf(value, control))
      .join(' ');
  }
  if (type === 'date') return shortDate(lexical);
  if (type === 'dateTime') return `${shortDate(lexical)} ${lexical.slice(11, 16)}`;
  return type === 'time' ? lexical.slice(0, 5) : lexical;
}

function labelOf(value: string, control: ControlNode): string {
  return control.choices.find((choice) => choice.value === value)?.label.text ?? value;
}

function shortDate(lexical: string): string {
  const [, year = '', month = '', day = ''] = /^\d*(\d\d)-(\d\d)-(\d\d)/.exec(lexical) ?? [];
  return `${day}/${month}/${year}`;
}
