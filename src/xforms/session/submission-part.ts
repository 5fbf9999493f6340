import type { Attachment, FileData } from './attachment.ts';

/** One request to a receiver: the instance and files that go with it. OpenRosa, "Form Submission API". */
export interface SubmissionPart {
  /** The instance is the first, as `xml_submission_file`, in every part. */
  readonly files: readonly SubmissionFile[];
}

/** A part of the multipart body. */
export interface SubmissionFile {
  readonly name: string;
  /** Media type; `''` when it is not known. */
  readonly type: string;
  readonly data: string | FileData;
}

/** The parts of a submission, and the files that are too large for any. */
export interface PackedSubmission {
  readonly parts: readonly SubmissionPart[];
  readonly tooLarge: readonly SentFile[];
}

/** An attachment whose data are there. */
export type SentFile = Attachment & { readonly data: FileData; readonly size: number };

/**
 * Packs files into as few requests as comes easily: the largest first, each where it leaves the least room. Instance and
 * files of a part have at most `maxSize` bytes together.
 */
export function packSubmission(
  xml: string,
  files: readonly SentFile[],
  maxSize: number,
): PackedSubmission {
  const room = maxSize === Infinity ? Infinity : maxSize - utf8Length(xml);
  const bins: Bin[] = [];
  for (const file of [...files].sort((a, b) => b.size - a.size)) {
    if (file.size <= room) tightest(bins, file.size, room).add(file);
  }
  return {
    parts: bins.length === 0 ? [partOf(xml, [])] : bins.map((bin) => partOf(xml, bin.files)),
    tooLarge: files.filter(({ size }) => size > room),
  };
}

class Bin {
  readonly files: SentFile[] = [];

  constructor(public room: number) {}

  add(file: SentFile): void {
    this.files.push(file);
    this.room -= file.size;
  }
}

/** The fullest that still takes `size`, else a new one. */
function tightest(bins: Bin[], size: number, room: number): Bin {
  const [best] = bins.filter((bin) => size <= bin.room).sort((a, b) => a.room - b.room);
  if (best !== undefined) return best;
  const bin = new Bin(room);
  bins.push(bin);
  return bin;
}

function partOf(xml: string, files: readonly SentFile[]): SubmissionPart {
  const instance = { name: 'xml_submission_file', type: 'text/xml', data: xml };
  return { files: [instance, ...files.map(({ name, type, data }) => ({ name, type, data }))] };
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
