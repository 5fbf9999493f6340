import type { LogEntry } from './log-entry.ts';

/** An entry as one line of JSON: for programs that collect logs. */
export function formatJson({ level, message, requestId, request }: LogEntry, time: Date): string {
  return JSON.stringify({ time: time.toISOString(), level, message, requestId, ...request });
}

/** An entry for somebody who looks at a terminal. */
export function formatText({ level, message, request }: LogEntry, time: Date): string {
  const head = level === 'info' ? '' : `${level.toUpperCase()} `;
  return `${time.toISOString()} ${head}${request === undefined ? message : requestText(request)}`;
}

function requestText({
  method,
  route,
  status,
  milliseconds,
  unfinished,
}: NonNullable<LogEntry['request']>): string {
  return `${method} ${route} ${status} ${milliseconds} ms${unfinished ? ', broken off' : ''}`;
}
