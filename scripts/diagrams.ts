// npm run diagrams: writes the state diagram of each machine of src/machines into the README.md of that folder.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadMachines, machineReadme } from './all-machines.ts';
import { withDiagrams } from './machine-readme.ts';

const machines = await loadMachines();
const readme = existsSync(machineReadme) ? readFileSync(machineReadme, 'utf8') : '# machines\n';
writeFileSync(machineReadme, withDiagrams(readme, machines));
console.log(`${machineReadme}: ${machines.map(([name]) => name).join(', ') || 'no machine'}`);
