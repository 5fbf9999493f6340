import type { Environment } from '../../xforms/environment.ts';

/** Time, chance and place as the browser has them. The position is not known: nobody was asked for it. */
export const browserEnvironment: Omit<Environment, 'instance'> = {
  now: () => Date.now(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  random: () => Math.random(),
  uuid: () => crypto.randomUUID(),
  here: () => '',
};
