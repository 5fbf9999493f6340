import { html, nothing } from 'lit';
import type { Strings } from '../strings/strings.ts';
import type { ShownHolder } from './shown-owner.ts';

/** Who sees a case without being its owner, each in a small line with the case that is the reason. */
export function renderHolders(holders: readonly ShownHolder[], strings: Strings): unknown {
  if (holders.length === 0) return nothing;
  const text = strings.case.detail;
  return html`<ul part="holders" class="plain muted small">
    ${holders.map(
      ({ name, people, through }) => html`<li>${text.seenThrough(name, people, through)}</li>`,
    )}
  </ul>`;
}
