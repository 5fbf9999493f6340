import type { DataType } from '../../xforms/datatype/data-type.ts';
import type { FormStrings } from '../strings/form-strings.ts';
import type { ShownError } from './form-context.ts';

/** The sentence to show: the form's own where it has one, else ours, which says what to enter. */
export function errorMessage(error: ShownError, type: DataType, strings: FormStrings): string {
  if (error.message !== '') return error.message;
  if (error.kind === 'missing') return strings.missing;
  return error.kind === 'notAllowed' ? strings.notAllowed : unreadable(type, strings);
}

function unreadable(type: DataType, { badInput }: FormStrings): string {
  switch (type) {
    case 'int':
    case 'long':
      return badInput.integer;
    case 'decimal':
    case 'date':
    case 'time':
    case 'dateTime':
    case 'barcode':
      return badInput[type];
    case 'geopoint':
      return badInput.location;
    default:
      return badInput.other;
  }
}
