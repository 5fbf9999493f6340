import type { XPathEnvironment } from '../../xpath/xpath-scope.ts';

/** Time stands still at `now` (ISO 8601); chance and ids differ from call to call and are the same in every run. */
export function pinnedEnvironment(now: string, timeZone: string, here = ''): XPathEnvironment {
  const time = Date.parse(now);
  let calls = 0;
  return {
    timeZone,
    now: () => time,
    random: () => ((calls += 1) * 0.618033988749895) % 1,
    uuid: () => `00000000-0000-4000-8000-${String((calls += 1)).padStart(12, '0')}`,
    here: () => here,
  };
}
