import type { AppSessionEvent } from '../../machines/app-session.ts';
import type { FormEntryEvent } from '../../machines/form-entry.ts';
import type { Device } from './device.ts';

/** Something that a person does: what a machine will hear of it, or what only the page knows. */
export type Act =
  | AppSessionEvent
  | FormEntryEvent
  | { readonly type: 'sync.request' }
  /** Types into the search field of a list. */
  | { readonly type: 'list.search'; readonly text: string }
  /** Gives a file to a question. */
  | {
      readonly type: 'attach';
      readonly ref: string;
      readonly name: string;
      readonly mediaType: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    };

/**
 * Does on a page what a person does, so that the page tells the machines, as it does for people. Resolves with false where the page does
 * not offer it. A replay without one tells the machines itself.
 */
export type Hand = (act: Act, device: Device) => Promise<boolean>;

/** A page does not offer what its machine would take. */
export class NotOfferedError extends Error {
  override readonly name = 'NotOfferedError';

  constructor({ type }: Act) {
    super(`The page does not offer it (${type})`);
  }
}
