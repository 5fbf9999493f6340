import type { Environment } from '../xforms/environment.ts';

/** Time, chance and place as browser, worker and Node have them. The position is not known: nobody was asked for it. */
export const platformEnvironment: Omit<Environment, 'instance'> = {
  now: () => Date.now(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  random: () => Math.random(),
  uuid: randomUuid,
  here: () => '',
};

/** Version 4 of RFC 9562. The browser's own function is there on secure pages only, and clinics have plain addresses. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
