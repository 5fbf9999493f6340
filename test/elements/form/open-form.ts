import { FormContext } from '../../../src/elements/form/form-context.ts';
import { parseForm } from '../../../src/xforms/definition/parse-form.ts';
import { FormInstance } from '../../../src/xforms/form-instance.ts';
import type { FormEntryEvent } from '../../../src/machines/form-entry.ts';
import type { ControlNode } from '../../../src/xforms/control-node.ts';
import type { Edit } from '../../../src/xforms/transaction.ts';
import type { InstanceNode } from '../../../src/xforms/instance/instance-node.ts';
import '../../../src/elements/form/xf-form.ts';
import type { XfForm } from '../../../src/elements/form/xf-form.ts';
import { controlPath } from '../../../src/elements/form/control-path.ts';
import { mount, settle, type Surroundings } from '../case/mount.ts';

/** The parts of a small form. `data` is the content of the instance's root, `body` that of the body. */
export interface FormParts {
  readonly data: string;
  readonly binds?: string;
  readonly itext?: string;
  readonly body: string;
}

const environment = {
  now: () => Date.UTC(2026, 1, 3, 9, 30),
  timeZone: 'Africa/Nairobi',
  random: () => 0.5,
  uuid: () => '5a4f0f0e-0000-4000-8000-000000000001',
  here: () => '',
  instance: () => undefined,
};

/** A new filling-in of a form made of these parts, by the real engine. */
export function formOf({ data, binds = '', itext = '', body }: FormParts): FormInstance {
  const xml = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
      xmlns:jr="http://openrosa.org/javarosa" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <h:head><h:title>Visit</h:title><model>
      <instance><data xmlns="http://example.org/visit">${data}</data></instance>
      ${itext === '' ? '' : `<itext>${itext}</itext>`}${binds}
    </model></h:head><h:body>${body}</h:body></h:html>`;
  return FormInstance.create(parseForm(xml, 'visit.xml'), { environment });
}

/** What a form-entry machine does with the events of a person who is filling in. */
export function drive(form: FormInstance, said: FormEntryEvent[] = []) {
  return (event: FormEntryEvent): void => {
    said.push(event);
    if (event.type === 'complete') form.retryRefused();
    if (event.type === 'undo') form.undo();
    if (event.type === 'redo') form.redo();
    const edit = editOf(event);
    const follows = event.type === 'answer' && event.follows === true;
    if (edit !== undefined) form.transact([edit], { source: 'user', follows });
  };
}

function editOf(event: FormEntryEvent): Edit | undefined {
  switch (event.type) {
    case 'answer':
      return { kind: 'setValue', ref: event.ref, value: event.value };
    case 'repeat.add':
      return { kind: 'addRepeat', ref: event.ref };
    case 'repeat.remove':
      return { kind: 'removeRepeat', ref: event.ref };
    case 'language':
      return { kind: 'setLanguage', language: event.language };
    default:
      return undefined;
  }
}

export interface OpenedForm {
  readonly element: XfForm;
  readonly form: FormInstance;
  readonly said: FormEntryEvent[];
}

/** A form on the page, driven as by the machine. */
export async function openForm(parts: FormParts, surroundings?: Surroundings): Promise<OpenedForm> {
  const form = formOf(parts);
  const said: FormEntryEvent[] = [];
  const element = await mount('xf-form', { form, send: drive(form, said) }, surroundings);
  await settleAll(element);
  return { element, form, said };
}

/** Waits until everything below an element has rendered, however deep. */
export async function settleAll(element: Element): Promise<void> {
  for (let round = 0; round < 4; round += 1) await settle(element);
}

/** The control of a node, with what it needs to be shown alone. */
export function controlOf(form: FormInstance, ref: string) {
  const node = nodeAt(form, ref);
  const path = controlPath(form.controls, (control) => control.node === node);
  const context = new FormContext(form);
  context.connect();
  return { node: path.at(-1) as ControlNode, context };
}

export function nodeAt(form: FormInstance, ref: string): InstanceNode {
  const node = form.node(ref);
  if (node === undefined) throw new Error(`The form has no ${ref}`);
  return node;
}

/** The first element with this tag below another, through shadow roots, that shows the node (any, when no ref is given). */
export function control<Tag extends keyof HTMLElementTagNameMap>(
  below: Element,
  tag: Tag,
  ref?: string,
): HTMLElementTagNameMap[Tag] {
  const found = findAll(below, tag).find((element) => ref === undefined || refOf(element) === ref);
  if (found === undefined) throw new Error(`There is no <${tag}> for ${ref ?? 'anything'}`);
  return found as HTMLElementTagNameMap[Tag];
}

/** All elements with this tag, through shadow roots, in order. */
export function findAll(below: Element, tag: string): Element[] {
  const within = [...below.children, ...(below.shadowRoot?.children ?? [])];
  return within.flatMap((element) => [
    ...(element.localName === tag ? [element] : []),
    ...findAll(element, tag),
  ]);
}

function refOf(element: Element): string | undefined {
  return (element as { node?: ControlNode }).node?.node.ref;
}

/** Fills a native box as typing does, without leaving it. */
export function type(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** As when the person leaves the box after typing. */
export function leave(box: HTMLElement): void {
  box.dispatchEvent(new Event('change', { bubbles: true }));
  box.dispatchEvent(new FocusEvent('blur'));
  let told = false;
  box.addEventListener('focusout', () => (told = true), { once: true });
  box.blur();
  // A tab in the background, as test files beside each other are, tells nobody that the focus has gone.
  if (!told) box.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}

/** What has the focus, through shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
