import { randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The reader has gone: nothing more need be written. */
export class SpoolAbandonedError extends Error {
  override readonly name = 'SpoolAbandonedError';
}

const MOST_IN_MEMORY = 2 ** 20;
const BYTES_AT_ONCE = 2 ** 16;

/**
 * Text that is written as fast as it is made and read as fast as a client takes it, so that a slow line holds no database
 * transaction open. Beyond a mebibyte, what waits lies in a file that has no name from the start.
 */
export class Spool {
  readonly stream: ReadableStream<Uint8Array>;
  /** What has been written so far. */
  bytesWritten = 0;
  /** Older than all that is in the file. */
  readonly #waiting: Uint8Array[] = [];
  #bytesWaiting = 0;
  #file: FileHandle | undefined;
  #bytesInFile = 0;
  #bytesRead = 0;
  #state: 'open' | 'ended' | 'abandoned' = 'open';
  #failure: unknown;
  #wake: () => void = () => {};

  constructor() {
    this.stream = new ReadableStream<Uint8Array>(
      { pull: (controller) => this.#pull(controller), cancel: () => this.#abandon() },
      { highWaterMark: 0 },
    );
  }

  /** Throws SpoolAbandonedError when the reader has gone. */
  async write(text: string): Promise<void> {
    if (this.#state === 'abandoned') throw new SpoolAbandonedError('The reader has gone.');
    const bytes = Buffer.from(text);
    this.bytesWritten += bytes.length;
    const fits = this.#bytesWaiting + bytes.length <= MOST_IN_MEMORY;
    if (fits && this.#bytesInFile === this.#bytesRead) this.#keep(bytes);
    else await this.#append(bytes);
    this.#wake();
  }

  /** No more will come. */
  end(): void {
    if (this.#state === 'open') this.#state = 'ended';
    this.#wake();
  }

  /** No more will come, and what came is of no use: the stream breaks off. */
  fail(error: unknown): void {
    this.#failure = error;
    this.end();
  }

  #keep(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    this.#bytesWaiting += bytes.length;
  }

  async #append(bytes: Uint8Array): Promise<void> {
    this.#file ??= await openNameless();
    await this.#file.write(bytes, 0, bytes.length, this.#bytesInFile);
    this.#bytesInFile += bytes.length;
  }

  async #pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const bytes = await this.#next();
    if (bytes !== undefined) return controller.enqueue(bytes);
    await this.#file?.close();
    if (this.#failure === undefined) controller.close();
    else controller.error(this.#failure);
  }

  /** `undefined` at the end. */
  async #next(): Promise<Uint8Array | undefined> {
    for (;;) {
      if (this.#failure !== undefined) return undefined;
      const bytes = this.#waiting.shift();
      if (bytes !== undefined) {
        this.#bytesWaiting -= bytes.length;
        return bytes;
      }
      if (this.#bytesRead < this.#bytesInFile) return this.#readFile();
      if (this.#state !== 'open') return undefined;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async #readFile(): Promise<Uint8Array> {
    const length = Math.min(BYTES_AT_ONCE, this.#bytesInFile - this.#bytesRead);
    const { bytesRead, buffer } = await this.#file!.read(
      Buffer.alloc(length),
      0,
      length,
      this.#bytesRead,
    );
    this.#bytesRead += bytesRead;
    return buffer.subarray(0, bytesRead);
  }

  async #abandon(): Promise<void> {
    this.#state = 'abandoned';
    await this.#file?.close();
  }
}

/** Read and written by us alone; it is gone when it is closed, also when the process is killed. */
async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `caseload-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}
