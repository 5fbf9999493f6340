/** Bytes, or what the platform keeps them in: a `Blob` is one. */
export type FileData = Uint8Array | BlobLike;

/** What of a `Blob` or `File` is used here. */
export interface BlobLike {
  /** In bytes. */
  readonly size: number;
  /** Media type; `''` when it is not known. */
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What a question for a file is answered with: a `File`, or its name and data. */
export type AnswerFile =
  | (BlobLike & { readonly name: string })
  | { readonly name: string; readonly type?: string; readonly data: FileData };

/** A file that the instance names. */
export interface Attachment {
  /** The node that names it. */
  readonly ref: string;
  /** Its name in the instance, and that of its part in a submission. */
  readonly name: string;
  /** Media type; `''` when it is not known. */
  readonly type: string;
  /** In bytes; `undefined` without data. */
  readonly size: number | undefined;
  /** As it was given; `undefined` when the instance came without it, as a server may leave it out that has it. */
  readonly data: FileData | undefined;
  /** True for one that came with the instance that is edited: the server has it, and it is not sent again. */
  readonly submitted: boolean;
}

/** The data of a file, its media type and its size in bytes. */
export function fileParts(file: AnswerFile): { data: FileData; type: string; size: number } {
  const data = 'data' in file ? file.data : file;
  const own = data instanceof Uint8Array ? '' : data.type;
  const size = data instanceof Uint8Array ? data.byteLength : data.size;
  return { data, type: file.type ?? own, size };
}
