import { html, type TemplateResult } from 'lit';
import type { ControlStrings } from '../strings/control-strings.ts';
import type { AddressSearch } from './address-finder.ts';
import type { FoundAddress } from './geocoder.ts';

/** What was found for an address that is being typed, each a button, and how far looking up is. */
export function renderAddresses(
  search: AddressSearch,
  text: ControlStrings['address'],
  choose: (address: FoundAddress) => void,
): TemplateResult {
  const addresses = search.kind === 'found' ? search.addresses : [];
  return html`<p class="small muted" role="status">${statusOf(search, text)}</p>
    <ul class="plain addresses" aria-label=${text.found} ?hidden=${addresses.length === 0}>
      ${addresses.map(
        (address) =>
          html`<li>
            <button class="address" type="button" dir="auto" @click=${() => choose(address)}>
              ${address.text}
            </button>
          </li>`,
      )}
    </ul>`;
}

function statusOf(search: AddressSearch, text: ControlStrings['address']): string {
  switch (search.kind) {
    case 'none':
      return '';
    case 'looking':
    case 'failed':
      return text[search.kind];
    case 'found':
      return search.addresses.length === 0 ? text.nothing : text.found;
  }
}
