import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { AppContext } from '../app-environment.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.ccpr': 'text/xml; charset=utf-8',
  '.ccz': 'application/zip',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'text/xml; charset=utf-8',
};

/**
 * The file at `path` (as it stands in a URL, decoded) below `folder`, or `undefined` when there is none or the path would
 * climb out. `cacheControl` tells the browser how long it may keep it; an unchanged file is answered with 304.
 */
export async function sendFile(
  context: AppContext,
  folder: string,
  path: string,
  cacheControl: string,
): Promise<Response | undefined> {
  const file = fileBelow(folder, path);
  const bytes = file && (await readIfFile(file));
  if (file === undefined || bytes === undefined) return undefined;
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const headers = { 'Cache-Control': cacheControl, ETag: etag };
  if (matches(context.req.header('If-None-Match'), etag)) return context.body(null, 304, headers);
  return context.body(bytes, 200, { ...headers, 'Content-Type': mediaTypeOf(file) });
}

/** What kind of file it is, by the ending of its name. */
export function mediaTypeOf(file: string): string {
  return MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/** The absolute path, or `undefined` outside the folder and for names that begin with a dot. */
export function fileBelow(folder: string, path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.') || /[\\\0]/.test(part))) return undefined;
  const root = resolve(folder);
  const file = join(root, ...parts);
  return file === root || file.startsWith(root + sep) ? file : undefined;
}

async function readIfFile(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    if (!(await stat(file)).isFile()) return undefined;
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes((error as { code: string }).code))
      return undefined;
    throw error;
  }
}

/** A proxy or the compression may have marked the tag as weak. */
function matches(header: string | undefined, etag: string): boolean {
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags?.includes(etag) ?? false;
}
