import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyStateMachine } from 'xstate';
import { projectFolder } from '../test/support/source-file.ts';
import { exportedMachines } from './machine-readme.ts';

/** The README that holds the diagrams, absolute. */
export const machineReadme = join(projectFolder, 'src/machines/README.md');

/** Every machine that a file of src/machines exports, by its name. */
export async function loadMachines(): Promise<[name: string, machine: AnyStateMachine][]> {
  const files = readdirSync(join(projectFolder, 'src/machines'));
  const names = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
  // The bundler takes every file of the folder for this pattern.
  const modules = await Promise.all(names.map((name) => import(`../src/machines/${name}.ts`)));
  return exportedMachines(modules as Record<string, unknown>[]);
}
