import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import type { Busboy, FileInfo } from 'busboy';
import type { SubmissionAttachment } from '../../openrosa/submission.ts';
import type { IntakeLimits } from './intake-limits.ts';

/** A request that holds no form we could read; `status` is the HTTP status that says so. */
export class SubmissionRequestError extends Error {
  override readonly name = 'SubmissionRequestError';

  constructor(
    message: string,
    readonly status: 400 | 413 | 415,
  ) {
    super(message);
  }
}

export interface SubmissionRequest {
  readonly xml: string;
  /** More files of the form come with further requests. */
  readonly isIncomplete: boolean;
  readonly attachments: readonly SubmissionAttachment[];
}

/** The part that holds the form. OpenRosa form submission, multipart/form-data. */
const FORM_PART = 'xml_submission_file';
const INCOMPLETE_PART = '*isIncomplete*';

/**
 * Reads a submission as clients send it: OpenRosa multipart, or the bare XML as the body. Nothing beyond `limits` is kept
 * in memory. Throws SubmissionRequestError.
 */
export async function readSubmissionRequest(
  request: Request,
  limits: IntakeLimits,
): Promise<SubmissionRequest> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limits.requestBytes) {
    throw tooLarge('The request', limits.requestBytes);
  }
  const mediaType = (request.headers.get('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (mediaType === 'multipart/form-data') return readMultipart(request, limits);
  if (mediaType === 'text/xml' || mediaType === 'application/xml') {
    return { xml: await readXmlBody(request, limits), isIncomplete: false, attachments: [] };
  }
  throw new SubmissionRequestError(
    `A form comes as multipart/form-data with a part ${FORM_PART}, or as text/xml; this was "${mediaType}".`,
    415,
  );
}

async function readXmlBody(request: Request, limits: IntakeLimits): Promise<string> {
  const body = new PartReader('The form', limits.formBytes);
  for await (const chunk of bodyOf(request)) body.add(chunk as Uint8Array);
  return decodeXml(body.bytes());
}

function readMultipart(request: Request, limits: IntakeLimits): Promise<SubmissionRequest> {
  const parts = new SubmissionParts(limits);
  const body = bodyOf(request);
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown): void => {
      body.unpipe();
      body.resume();
      reject(asRequestError(error));
    };
    const parser = openParser(request, limits, refuse);
    if (parser === undefined) return;
    parser.on('file', (name, stream, info) => readFilePart(parts, name, stream, info, refuse));
    parser.on('field', (name, value) => parts.addField(name, value));
    parser.on('filesLimit', () => refuse(tooManyAttachments(limits)));
    parser.on('error', refuse);
    parser.on('close', () => settle(() => resolve(parts.submission()), refuse));
    body.on('error', refuse);
    body.pipe(parser);
  });
}

function openParser(
  request: Request,
  limits: IntakeLimits,
  refuse: (error: unknown) => void,
): Busboy | undefined {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('Content-Type') ?? '' },
      defParamCharset: 'utf8',
      limits: { files: limits.attachments + 1, fields: 20, fieldSize: limits.formBytes },
    });
  } catch (error) {
    refuse(error);
    return undefined;
  }
}

function readFilePart(
  parts: SubmissionParts,
  name: string,
  stream: Readable,
  info: FileInfo,
  refuse: (error: unknown) => void,
): void {
  const reader = parts.open(name, info);
  stream.on('data', (chunk: Buffer) => settle(() => parts.addChunk(reader, chunk), refuse));
  stream.on('error', refuse);
}

function settle(step: () => void, refuse: (error: unknown) => void): void {
  try {
    step();
  } catch (error) {
    refuse(error);
  }
}

/** The parts of one multipart request while they arrive. */
class SubmissionParts {
  private form: PartReader | undefined;
  private readonly files: { info: FileInfo; name: string; reader: PartReader }[] = [];
  private isIncomplete = false;
  private total = 0;

  constructor(private readonly limits: IntakeLimits) {}

  open(name: string, info: FileInfo): PartReader {
    if (name === FORM_PART) return (this.form = new PartReader('The form', this.limits.formBytes));
    const file = basename(info.filename ?? name);
    const reader = new PartReader(`The attachment ${file}`, this.limits.attachmentBytes);
    this.files.push({ info, name: file, reader });
    return reader;
  }

  addChunk(reader: PartReader, chunk: Uint8Array): void {
    this.total += chunk.length;
    if (this.total > this.limits.requestBytes)
      throw tooLarge('The request', this.limits.requestBytes);
    reader.add(chunk);
  }

  /** Some clients send the form without a file name; busboy then calls it a field. */
  addField(name: string, value: string): void {
    if (name === INCOMPLETE_PART) this.isIncomplete = value === 'yes';
    if (name !== FORM_PART) return;
    this.form = new PartReader('The form', this.limits.formBytes);
    this.form.add(Buffer.from(value));
  }

  submission(): SubmissionRequest {
    if (this.form === undefined || this.form.size === 0) {
      throw new SubmissionRequestError(
        `The request holds no form: its part ${FORM_PART} is missing or empty.`,
        400,
      );
    }
    const attachments = this.files.map(({ info, name, reader }) => ({
      name,
      mediaType: info.mimeType,
      bytes: reader.bytes(),
    }));
    const xml = decodeXml(this.form.bytes());
    return { xml, isIncomplete: this.isIncomplete, attachments };
  }
}

class PartReader {
  size = 0;
  private readonly chunks: Uint8Array[] = [];

  constructor(
    private readonly what: string,
    private readonly limit: number,
  ) {}

  add(chunk: Uint8Array): void {
    this.size += chunk.length;
    if (this.size > this.limit) throw tooLarge(this.what, this.limit);
    this.chunks.push(chunk);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.size);
    let offset = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, offset);
      offset += chunk.length;
    }
    return all;
  }
}

function bodyOf(request: Request): Readable {
  return request.body === null
    ? Readable.from([])
    : Readable.fromWeb(request.body as ReadableStream);
}

function decodeXml(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SubmissionRequestError('The form is not valid UTF-8 text.', 400);
  }
}

function tooLarge(what: string, limit: number): SubmissionRequestError {
  const mebibytes = Math.floor(limit / 2 ** 20);
  return new SubmissionRequestError(`${what} is larger than the limit of ${mebibytes} MiB.`, 413);
}

/** The refusal of a form with more files than it may have. */
export function tooManyAttachments(limits: IntakeLimits): SubmissionRequestError {
  return new SubmissionRequestError(
    `A form may have ${limits.attachments} attachments at most.`,
    413,
  );
}

function asRequestError(error: unknown): SubmissionRequestError {
  if (error instanceof SubmissionRequestError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new SubmissionRequestError(`The request could not be read: ${reason}.`, 400);
}
