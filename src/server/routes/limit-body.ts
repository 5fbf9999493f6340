import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnvironment } from '../app-environment.ts';
import { answerMessage } from './answer-message.ts';

/** Refuses bodies of more than so many bytes with 413, whether or not they say how long they are. */
export function limitBody(bytes: number): MiddlewareHandler<AppEnvironment> {
  return bodyLimit({
    maxSize: bytes,
    onError: (context) => answerMessage(context, 413, 'The request is too long.'),
  });
}
