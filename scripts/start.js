// npm start [-- options of `caseload serve`]: sets up and builds what is missing, then serves the demo project.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.js';
import { ensurePackages, fail, isInterruption, projectFolder, runToEnd } from './setup.js';

await ensurePackages();
await buildIfStale().catch((error) => fail(`The build failed: ${error.message}`));
const program = join(projectFolder, 'dist/cli/caseload.js');
if (!existsSync(program)) fail('There is no server to start: src/cli/caseload.ts is missing.');
// The data lies in ./data of the project, which is `caseload serve`'s own default there.
const args = ['--enable-source-maps', program, 'serve', ...process.argv.slice(2)];
const code = await runToEnd(process.execPath, args);
// Ctrl-C is how one ends a server: no error for npm to report.
process.exitCode = isInterruption(code) ? 0 : code;
