import { childNamed, xmlElement } from '../../xml/xml-element.ts';
import type { DraftElement, XFormDraft } from './xform-draft.ts';

const META = 'http://openrosa.org/jr/xforms';
const COMMCARE = 'http://commcarehq.org/xforms';
const CONTEXT = "instance('commcaresession')/session/context";

/** A field of the meta block: when it is set, and to what. */
interface MetaField {
  readonly name: string;
  readonly event: 'xforms-ready' | 'xforms-revalidate';
  readonly value: string;
  readonly type?: string;
}

const FIELDS: readonly MetaField[] = [
  { name: 'deviceID', event: 'xforms-ready', value: `${CONTEXT}/deviceid` },
  { name: 'timeStart', event: 'xforms-ready', value: 'now()', type: 'xsd:dateTime' },
  { name: 'timeEnd', event: 'xforms-revalidate', value: 'now()', type: 'xsd:dateTime' },
  { name: 'username', event: 'xforms-ready', value: `${CONTEXT}/username` },
  { name: 'userID', event: 'xforms-ready', value: `${CONTEXT}/userid` },
  { name: 'instanceID', event: 'xforms-ready', value: 'uuid()' },
  { name: 'appVersion', event: 'xforms-ready', value: `${CONTEXT}/appversion` },
];

/** Writes who, when and with what into the form. Fields that the author filled are left alone. OpenRosa metadata. */
export function writeMetaBlock(form: XFormDraft): void {
  const meta = ensureMeta(form);
  for (const field of FIELDS) {
    const path = `${form.dataPath}/meta/${field.name}`;
    if (childNamed(meta, field.name) === undefined) meta.children.push(fieldElement(field.name));
    if (isFilled(form, path)) continue;
    form.addSetvalue(field.event, path, field.value);
    if (field.type !== undefined) form.addBind(path, { type: field.type });
  }
}

function isFilled(form: XFormDraft, path: string): boolean {
  return form.hasSetvalue(path) || form.bind(path) !== undefined;
}

function ensureMeta(form: XFormDraft): DraftElement {
  const existing = childNamed(form.data, 'meta');
  if (existing !== undefined) return existing as DraftElement;
  const meta: DraftElement = {
    ...xmlElement('meta', META),
    prefix: 'orx',
    attributes: [],
    children: [],
  };
  form.data.children.push(meta);
  return meta;
}

function fieldElement(name: string) {
  return name === 'appVersion'
    ? { ...xmlElement(name, COMMCARE), prefix: 'cc' }
    : { ...xmlElement(name, META), prefix: 'orx' };
}
