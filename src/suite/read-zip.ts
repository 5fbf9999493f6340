import { Inflate, strFromU8 } from 'fflate';

/** A file in a zip archive, as the archive's directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes of the file once it is unpacked, as the archive says. */
  readonly size: number;
  readonly compression: number;
  readonly checksum: number;
  readonly packed: Uint8Array;
}

/** `larger`: there is more in it than the archive says, as in one that is made to fill the memory. */
export type UnpackedEntry =
  | { readonly kind: 'unpacked'; readonly bytes: Uint8Array }
  | { readonly kind: 'larger' }
  | { readonly kind: 'damaged'; readonly reason: string };

/** Bytes of an end-of-directory record without its comment, of a directory entry and of a file's own header without their names. */
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const HEADER_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
/** What a size or an offset says that stands in the extra field, because it has 64 bits there. */
const ELSEWHERE = 0xffffffff;
const ZIP64 = 1;
const UTF8_NAME = 0x800;
const STORED = 0;
const DEFLATED = 8;
/** So few packed bytes at a time that what they unpack to, a thousand times as much at most, is no danger. */
const STEP = 16 * 1024;

/** The files of a zip archive, none of them unpacked yet. Throws `RangeError` for what is no zip archive. PKWARE's APPNOTE, 4.3. */
export function readZip(archive: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(view);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    entries.push(readEntry(archive, view, at));
    at += ENTRY_SIZE + variableSize(view, at + 28, 3);
  }
  return entries;
}

/** Unpacks one file, and stops as soon as there is more in it than it says. */
export function unpackEntry(entry: ZipEntry): UnpackedEntry {
  const { compression, packed, size, checksum } = entry;
  if (compression !== STORED && compression !== DEFLATED)
    return { kind: 'damaged', reason: `it is packed in a way (${compression}) that is not known` };
  const bytes = compression === STORED ? packed : inflate(packed, size);
  if (typeof bytes === 'string') return { kind: 'damaged', reason: bytes };
  if (bytes === undefined || bytes.length > size) return { kind: 'larger' };
  if (bytes.length < size || checksumOf(bytes) !== checksum)
    return { kind: 'damaged', reason: 'its content is not what was packed' };
  return { kind: 'unpacked', bytes };
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1)
    if (view.getUint32(at) === 0x504b0506) return at;
  throw new RangeError('it has no directory at its end');
}

function readEntry(archive: Uint8Array, view: DataView, at: number): ZipEntry {
  if (view.getUint32(at) !== 0x504b0102) throw new RangeError('its directory is cut off');
  const [size, packedSize, offset] = sizesOf(view, at);
  const nameEnd = at + ENTRY_SIZE + view.getUint16(at + 28, true);
  const isUtf8 = (view.getUint16(at + 8, true) & UTF8_NAME) !== 0;
  const start = offset + HEADER_SIZE + variableSize(view, offset + 26, 2);
  return {
    name: strFromU8(archive.subarray(at + ENTRY_SIZE, nameEnd), !isUtf8),
    size,
    compression: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed: archive.subarray(start, start + packedSize),
  };
}

/** Sizes of the file unpacked and packed, and the offset of its header. */
function sizesOf(view: DataView, at: number): readonly [number, number, number] {
  const wide = wideNumbers(view, at);
  const read = (offset: number) => {
    const number = view.getUint32(at + offset, true);
    return number === ELSEWHERE ? (wide.shift() ?? number) : number;
  };
  return [read(24), read(20), read(42)];
}

/** The numbers of 64 bits in the extra field of a directory entry, in their order. */
function wideNumbers(view: DataView, entry: number): number[] {
  let at = entry + ENTRY_SIZE + view.getUint16(entry + 28, true);
  const end = at + view.getUint16(entry + 30, true);
  while (at + 4 <= end && view.getUint16(at, true) !== ZIP64)
    at += 4 + view.getUint16(at + 2, true);
  if (at + 4 > end) return [];
  const count = Math.floor(view.getUint16(at + 2, true) / 8);
  return Array.from({ length: count }, (_, index) =>
    Number(view.getBigUint64(at + 4 + 8 * index, true)),
  );
}

/** How long the parts of variable size are, whose sizes stand beside one another. */
function variableSize(view: DataView, at: number, parts: number): number {
  let sum = 0;
  for (let part = 0; part < parts; part += 1) sum += view.getUint16(at + 2 * part, true);
  return sum;
}

/** `undefined` when more than `size` bytes come out of it; a sentence when it cannot be read. */
function inflate(packed: Uint8Array, size: number): Uint8Array | string | undefined {
  const bytes = new Uint8Array(size);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length <= size) bytes.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= size; at += STEP)
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    return `it cannot be unpacked: ${(error as Error).message}`;
  }
  return length > size ? undefined : bytes.subarray(0, length);
}

/** CRC-32 of ISO 3309, as zip archives have it. */
function checksumOf(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] as number);
  return (sum ^ -1) >>> 0;
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 0 ? sum >>> 1 : (sum >>> 1) ^ 0xedb88320;
  return sum;
});
