import type { ControlNode } from '../../xforms/control-node.ts';

/** An address as people read it: of an answer that was chosen, and is JSON, the whole address; what was written stands as it is. */
export function addressText(lexical: string): string {
  if (!lexical.startsWith('{')) return lexical;
  try {
    const { full } = JSON.parse(lexical) as { readonly full?: unknown };
    return typeof full === 'string' ? full : lexical;
  } catch {
    return lexical;
  }
}

/** True for a question about an address, with or without those who listen. Vellum, Web Apps. */
export function asksForAddress({ kind, node, definition: { appearance } }: ControlNode): boolean {
  return kind === 'input' && node.type === 'string' && appearance.includes('address');
}
