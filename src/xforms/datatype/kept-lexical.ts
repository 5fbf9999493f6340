import type { Conversion } from '../../xpath/frame.ts';
import type { DataType } from './data-type.ts';
import { isUnmeasured } from './geo-lexical.ts';

/** What a node keeps of an answer that has been judged. ODK judges a place that was never measured, and keeps nothing of it. */
export function keptLexical(lexical: string, type: DataType, { dialect }: Conversion): string {
  return type === 'geopoint' && dialect === 'odk' && isUnmeasured(lexical) ? '' : lexical;
}
