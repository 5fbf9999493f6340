import { strFromU8 } from 'fflate';

const BYTE_ORDER_MARK = '\uFEFF';

/** The text of a file in UTF-8, without a byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  const text = strFromU8(bytes);
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
