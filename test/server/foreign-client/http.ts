import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** One request over a socket. */
export function send(url: string, { method = 'GET', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export interface Part {
  readonly name: string;
  readonly file: string;
  readonly type: string;
  readonly bytes: Buffer | string;
}

/** A body of `multipart/form-data` and its header. RFC 7578. */
export function multipart(parts: readonly Part[]): { type: string; body: Buffer } {
  const boundary = `----${randomUUID()}`;
  const pieces = parts.flatMap(({ name, file, type, bytes }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\n`,
    `Content-Type: ${type}\r\nContent-Transfer-Encoding: binary\r\n\r\n`,
    bytes,
    '\r\n',
  ]);
  const all = [...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece as string));
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(all) };
}
