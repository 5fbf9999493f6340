import { randomUUID } from 'node:crypto';

/** A form that does several things, so that half of it would be seen: a case, its index, a word in a case of everybody, a file. */
export interface CrashForm {
  readonly instanceId: string;
  readonly worker: number;
  /** From 0, for each worker. */
  readonly number: number;
  readonly xml: string;
  /** The name of its file; every third form has one. */
  readonly file: string | undefined;
}

/** A case that every form writes its worker's number to. */
export const SHARED_CASE = 'shared';

export function crashForm(worker: number, number: number): CrashForm {
  const instanceId = randomUUID();
  const file = number % 3 === 0 ? `photo-${number}.jpg` : undefined;
  const parent = number === 0 ? SHARED_CASE : caseIdOf({ worker, number: number - 1 });
  const own = `${create(`${number}`)}<update><number>${number}</number></update>
    <index><parent case_type="visit">${parent}</parent></index>`;
  const shared = `<update><${wordOf(worker)}>${number}</${wordOf(worker)}></update>`;
  const xml = formOf(
    instanceId,
    block(caseIdOf({ worker, number }), own),
    block(SHARED_CASE, shared),
  );
  return { instanceId, worker, number, xml, file };
}

/** The form that makes the case of everybody. */
export function sharedForm(): string {
  return formOf(randomUUID(), block(SHARED_CASE, create('Shared')));
}

export function caseIdOf({ worker, number }: Pick<CrashForm, 'worker' | 'number'>): string {
  return `visit-${worker}-${number}`;
}

/** The property of the shared case in which a worker's last number stands. */
export function wordOf(worker: number): string {
  return `worker_${worker}`;
}

function create(name: string): string {
  return `<create><case_type>visit</case_type><case_name>${name}</case_name></create>`;
}

function block(caseId: string, actions: string): string {
  const date = new Date().toISOString();
  return `<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="${caseId}" date_modified="${date}">${actions}</case>`;
}

function formOf(instanceId: string, ...blocks: readonly string[]): string {
  return `<data xmlns="urn:caseload:crash">${blocks.join('')}
    <meta xmlns="http://openrosa.org/jr/xforms"><instanceID>${instanceId}</instanceID></meta></data>`;
}
