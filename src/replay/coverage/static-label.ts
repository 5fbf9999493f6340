import type { ControlDefinition } from '../../xforms/definition/control-definition.ts';
import type { FormDefinition } from '../../xforms/definition/form-definition.ts';
import type { TextDefinition, TextPart } from '../../xforms/definition/text-definition.ts';

/** The label of a control in the form's default language, with `…` for what only an answer can tell; `''` when it has none. */
export function staticLabel(form: FormDefinition, { label }: ControlDefinition): string {
  return label === undefined ? '' : textOf(form, label).replaceAll(/\s+/g, ' ').trim();
}

function textOf({ itext }: FormDefinition, text: TextDefinition): string {
  switch (text.kind) {
    case 'inline':
      return joined(text.parts);
    case 'itext': {
      if (typeof text.id !== 'string') return '…';
      const values = itext.translations.get(itext.defaultLanguage)?.get(text.id);
      return joined(values?.get('') ?? values?.get('long') ?? []);
    }
    case 'ref':
      return text.otherwise ?? '…';
  }
}

function joined(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
}
