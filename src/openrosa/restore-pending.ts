import { parseXml } from '../xml/parse-xml.ts';
import { serializeXml } from '../xml/serialize-xml.ts';
import { attributeOf, childNamed, xmlElement } from '../xml/xml-element.ts';
import { XmlParseError } from '../xml/xml-parse-error.ts';
import { RESPONSE_NAMESPACE } from './response-namespace.ts';

const SYNC_NAMESPACE = 'http://commcarehq.org/sync';

/** How far a server is with a restore that it prepares: `done` of `total`, and after how many seconds to ask again. */
export interface RestorePending {
  readonly done: number;
  readonly total: number;
  readonly retryAfter: number;
}

/** The body of an answer 202: CommCare's servers send it while a large restore is not ready. */
export function writeRestorePending({ done, total, retryAfter }: RestorePending): string {
  const message = xmlElement('message', RESPONSE_NAMESPACE, { nature: 'ota_restore_pending' }, [
    'The restore is being prepared. Ask again with the same address.',
  ]);
  const numbers = { done: `${done}`, total: `${total}`, 'retry-after': `${retryAfter}` };
  const progress = xmlElement('progress', SYNC_NAMESPACE, numbers, []);
  const sync = xmlElement('Sync', SYNC_NAMESPACE, {}, [progress]);
  return serializeXml(xmlElement('OpenRosaResponse', RESPONSE_NAMESPACE, {}, [message, sync]));
}

/** Seconds, where a server does not say. */
const RETRY_AFTER = 5;

/** Reads an answer 202; nothing is done where it does not say. `header` is `Retry-After`, which counts before the body. */
export function readRestorePending(body: string, header: string | null): RestorePending {
  const progress = progressIn(body);
  const numberOf = (name: string) => readNumber(progress && attributeOf(progress, name));
  const total = numberOf('total') ?? 0;
  return {
    done: Math.min(numberOf('done') ?? 0, total),
    total,
    retryAfter: readNumber(header) ?? numberOf('retry-after') ?? RETRY_AFTER,
  };
}

function progressIn(body: string) {
  try {
    const sync = childNamed(parseXml(body, 'restore'), 'Sync');
    return sync && childNamed(sync, 'progress');
  } catch (error) {
    if (error instanceof XmlParseError) return undefined;
    throw error;
  }
}

function readNumber(text: string | null | undefined): number | undefined {
  return /^\d{1,9}$/.test(text?.trim() ?? '') ? Number(text) : undefined;
}
