/** The UTF-8 bytes of a text. Written out because neither `TextEncoder` nor `Buffer` is everywhere the core runs. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}

/** The text of UTF-8 bytes; what is no UTF-8 becomes U+FFFD, or `undefined` where `strict` asks for it. */
export function utf8Text(bytes: ArrayLike<number>, strict = false): string | undefined {
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length === 0) {
      if (strict) return undefined;
      text += '\uFFFD';
      i++;
    } else {
      text += String.fromCodePoint(codePoint(bytes, i, length));
      i += length;
    }
  }
  return text;
}

/** How many bytes the character at `start` has; 0 when it is none. */
function sequenceLength(bytes: ArrayLike<number>, start: number): number {
  const first = bytes[start]!;
  const length =
    first < 0x80 ? 1 : first >> 5 === 6 ? 2 : first >> 4 === 14 ? 3 : first >> 3 === 30 ? 4 : 0;
  if (length < 2) return length;
  for (let i = 1; i < length; i++) if ((bytes[start + i] ?? 0) >> 6 !== 2) return 0;
  const code = codePoint(bytes, start, length);
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  return code < least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0 : length;
}

function codePoint(bytes: ArrayLike<number>, start: number, length: number): number {
  let code = length === 1 ? bytes[start]! : bytes[start]! & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) code = (code << 6) | (bytes[start + i]! & 0x3f);
  return code;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 with padding. RFC 4648. */
export function toBase64(bytes: ArrayLike<number>): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => BASE64[(group >> shift) & 63]!);
    const missing = Math.max(0, i + 3 - bytes.length);
    text += letters.slice(0, 4 - missing).join('') + '='.repeat(missing);
  }
  return text;
}

/** The bytes of base64, whitespace and padding apart; `undefined` when the text is none. */
export function fromBase64(text: string): number[] | undefined {
  const letters = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
  if (letters.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const letter of letters) {
    const value = BASE64.indexOf(letter);
    if (value < 0) return undefined;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) bytes.push((buffer >> (bits -= 8)) & 0xff);
  }
  return bytes;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: ArrayLike<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
