import type { ControlNode } from '../../xforms/control-node.ts';
import type { AddressMessage } from '../shared/address-message.ts';

/** An address as people read it: of an answer that was chosen the whole address; what was written stands as it is. */
export function addressText(lexical: string): string {
  return String(chosenAddress(lexical)?.['full'] ?? lexical);
}

/** What an answer says that was chosen among found addresses, and is JSON; `undefined` for one that was written. */
export function chosenAddress(lexical: string): AddressMessage | undefined {
  if (!lexical.startsWith('{')) return undefined;
  try {
    const message = JSON.parse(lexical) as AddressMessage;
    return typeof message['full'] === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

/** True for a question about an address, with or without those who listen. Vellum, Web Apps. */
export function asksForAddress({ kind, node, definition: { appearance } }: ControlNode): boolean {
  return kind === 'input' && node.type === 'string' && appearance.includes('address');
}
