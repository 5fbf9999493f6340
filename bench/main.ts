// npm run bench [-- --quick  --own  --json FILE]
//
// Our engine against @getodk/xforms-engine on generated forms, both in Chromium, and how our cost grows with the form.
// --quick: fewer rounds, without the form that takes the peer half a minute. --own: without the peer.
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { EngineBrowser, ensurePeer } from './engine-pages.ts';
import { growthRows, growthTable } from './growth.ts';
import { measureForms } from './measure-form.ts';
import type { Effort } from './measure-form.ts';
import { REQUIREMENTS, comparisonTable, resultsFor } from './requirements.ts';
import type { Result } from './requirements.ts';

const { values: chosen } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

const effort: Effort = chosen.quick ? { rounds: 3, budget: 5_000 } : { rounds: 9, budget: 20_000 };

if (!chosen.own) ensurePeer();
const ours = await EngineBrowser.start('ours');
const browsers = chosen.own ? [ours] : [ours, await EngineBrowser.start('peer')];
console.log(machine());
const results = await compare();
console.log(`\n${comparisonTable(results)}`);
const growth = await growthRows(ours, effort);
console.log(`\n${growthTable(growth)}`);
for (const browser of browsers) await browser.close();
if (chosen.json !== undefined)
  writeFileSync(chosen.json, JSON.stringify({ results, growth }, null, 2));
const missed = [...results, ...growth].filter(({ reached }) => reached === false);
console.log(
  `\n${missed.length === 0 ? 'All that was asked is reached.' : `${missed.length} not reached.`}`,
);
process.exitCode = missed.length === 0 ? 0 : 1;

function machine(): string {
  const load = loadavg()[0]!.toFixed(1);
  return `${cpus()[0]?.model}, ${availableParallelism()} cores, Chromium ${ours.version}, load average ${load}`;
}

async function compare(): Promise<Result[]> {
  const found: Result[] = [];
  const forms = REQUIREMENTS.filter(({ slow }) => !(chosen.quick && slow));
  for (const requirement of forms) {
    const { kind, size } = requirement;
    const subjects = browsers.map((browser) => ({ browser, kind, size }));
    const [ours, peer] = await measureForms(subjects, effort);
    found.push(...resultsFor(requirement, ours!, peer));
    console.error(`${kind}-${size} done`);
  }
  return found;
}
