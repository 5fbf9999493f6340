import { html, type TemplateResult } from 'lit';
import { icon, type IconName } from './icon.ts';

/** `danger`: something is wrong. `waiting`: something is still to happen. `sent`: done and safe. `note`: worth knowing. */
export type MessageKind = 'danger' | 'waiting' | 'sent' | 'note';

const ICONS: Readonly<Record<MessageKind, IconName>> = {
  danger: 'error',
  waiting: 'clock',
  sent: 'check',
  note: 'info',
};

/** A message with its icon; `messageStyles` gives it its look. The caller decides on `role` by what it wraps around it. */
export function message(kind: MessageKind, body: unknown): TemplateResult {
  return html`<div class="message ${kind}">
    ${icon(ICONS[kind])}
    <div class="message-body">${body}</div>
  </div>`;
}
