import { randomUUID } from 'node:crypto';

/** A form with these case blocks, as a client writes it. */
export function blocks(...cases: readonly string[]): string {
  return `<?xml version='1.0' ?><data uiVersion="1" version="3" name="Visit" xmlns:jrm="http://dev.commcarehq.org/jr/xforms"
    xmlns="http://openrosa.org/formdesigner/5C5A9B5C"><question>1</question>${cases.join('')}
    <n0:meta xmlns:n0="http://openrosa.org/jr/xforms"><n0:deviceID>foreign</n0:deviceID><n0:timeEnd>2026-03-01T08:00:00.000Z</n0:timeEnd>
    <n0:instanceID>${randomUUID()}</n0:instanceID></n0:meta></data>`;
}

export interface Creation {
  readonly name?: string;
  readonly owner?: string;
  readonly parent?: string;
  readonly host?: string;
  readonly update?: Readonly<Record<string, string>>;
}

export function creating(id: string, creation: Creation = {}): string {
  const { name = id, owner, parent, host, update = {} } = creation;
  const given = owner === undefined ? '' : `<owner_id>${owner}</owner_id>`;
  const create = `<create><case_type>client</case_type><case_name>${name}</case_name>${given}</create>`;
  return block(id, create + updatePart(update) + indexPart(parent, host));
}

export function updating(id: string, update: Readonly<Record<string, string>>): string {
  return block(id, updatePart(update));
}

export function closing(id: string): string {
  return block(id, '<close/>');
}

function block(id: string, actions: string): string {
  return `<case case_id="${id}" date_modified="2026-03-01T08:00:00.000Z" user_id=""
    xmlns="http://commcarehq.org/case/transaction/v2">${actions}</case>`;
}

function updatePart(update: Readonly<Record<string, string>>): string {
  const values = Object.entries(update).map(([name, value]) => `<${name}>${value}</${name}>`);
  return values.length === 0 ? '' : `<update>${values.join('')}</update>`;
}

function indexPart(parent: string | undefined, host: string | undefined): string {
  const links = [
    ...(parent === undefined ? [] : [`<parent case_type="client">${parent}</parent>`]),
    ...(host === undefined
      ? []
      : [`<host case_type="client" relationship="extension">${host}</host>`]),
  ];
  return links.length === 0 ? '' : `<index>${links.join('')}</index>`;
}
