import type { ScreenAddress } from '../../xforms/screens.ts';

/** A filling-in that is not finished, with all that is needed to go on with it elsewhere. */
export interface SavedSession {
  readonly sessionId: string;
  readonly formId: string;
  /** What `FormInstance.draftXml` gave. */
  readonly draft: string;
  /** `''` for the form's default. */
  readonly language: string;
  readonly page: ScreenAddress | undefined;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly files: readonly File[];
}

/** The text is none that `writeSession` made, or was cut or changed on its way. */
export class SessionTokenError extends Error {
  override readonly name = 'SessionTokenError';
}

/** The number after it grows with the format. */
const MARK = 'caseload-session-1.';

/** One text that nobody but {@link readSession} is to look into: compressed JSON in base64url. It is not encrypted. */
export async function writeSession({ files, ...rest }: SavedSession): Promise<string> {
  const stored = await Promise.all(files.map(storedFile));
  const json = new TextEncoder().encode(JSON.stringify({ ...rest, files: stored }));
  return MARK + toBase64(await piped(json, new CompressionStream('deflate')));
}

/** Rejects with {@link SessionTokenError}. */
export async function readSession(token: string): Promise<SavedSession> {
  try {
    if (!token.startsWith(MARK)) throw new RangeError(`It does not begin with ${MARK}`);
    const bytes = fromBase64(token.slice(MARK.length));
    const json = await piped(bytes, new DecompressionStream('deflate'));
    const { files, ...rest } = JSON.parse(new TextDecoder().decode(json)) as StoredSession;
    return { ...rest, files: files.map(fileOf) };
  } catch (cause) {
    const told =
      'This is no saved session, or only a part of one. Take it over whole, as it was given.';
    throw new SessionTokenError(told, { cause });
  }
}

interface StoredFile {
  readonly name: string;
  readonly type: string;
  /** base64url */
  readonly data: string;
}

type StoredSession = Omit<SavedSession, 'files'> & { readonly files: readonly StoredFile[] };

async function storedFile(file: File): Promise<StoredFile> {
  const { name, type } = file;
  return { name, type, data: toBase64(new Uint8Array(await file.arrayBuffer())) };
}

function fileOf({ name, type, data }: StoredFile): File {
  return new File([fromBase64(data)], name, { type });
}

async function piped(
  bytes: Uint8Array<ArrayBuffer>,
  way: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  return new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(way)).arrayBuffer(),
  );
}

/** So many bytes at a time become characters: a call takes only so many arguments. */
const SLICE = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE)
    text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
}
