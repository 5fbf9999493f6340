/** What the files of one room may import besides each other. */
export interface Room {
  /** Rooms of `src/`, or everything but some. */
  readonly rooms: readonly string[] | { readonly allBut: readonly string[] };
  /** npm packages. */
  readonly packages: readonly string[];
  /** npm packages of which only types may be imported. */
  readonly typesOf?: readonly string[];
  /** True where the modules of Node itself may be imported. */
  readonly node?: boolean;
}

/**
 * Who may import whom, a row a room. The longest matching path counts: a file in `elements/dev/` follows the row
 * `elements/dev`, one in `elements/form/` the row `elements`.
 */
export const importTable: Readonly<Record<string, Room>> = {
  xml: { rooms: [], packages: ['saxes'] },
  xpath: { rooms: [], packages: ['@noble/ciphers', '@noble/curves', '@noble/hashes'] },
  xforms: { rooms: ['xml', 'xpath'], packages: ['marked', 'papaparse'] },
  case: { rooms: ['xml', 'xpath'], packages: [] },
  project: { rooms: ['case'], packages: [] },
  sheets: {
    rooms: ['project', 'case'],
    packages: ['papaparse', 'read-excel-file', 'write-excel-file'],
  },
  suite: { rooms: ['xml', 'xpath', 'case'], packages: ['fflate'] },
  openrosa: { rooms: ['xml', 'case', 'project'], packages: [] },
  sync: { rooms: ['openrosa', 'case'], packages: [] },
  machines: { rooms: ['xforms', 'case', 'suite', 'openrosa', 'sync'], packages: ['xstate'] },
  replay: {
    rooms: ['xml', 'xpath', 'xforms', 'case', 'suite', 'openrosa', 'sync', 'machines'],
    packages: ['xstate'],
  },
  storage: { rooms: ['case', 'xforms', 'openrosa', 'sync'], packages: ['idb'] },
  elements: {
    rooms: ['xforms', 'case', 'suite', 'machines', 'platform'],
    packages: ['lit'],
    typesOf: ['xstate'],
  },
  // The inspector shows expressions and what they come to.
  'elements/dev': {
    rooms: ['elements', 'xpath', 'xforms', 'case', 'suite', 'machines', 'replay'],
    packages: ['lit'],
    typesOf: ['xstate'],
  },
  'elements/admin': {
    rooms: ['elements', 'xforms', 'case', 'suite', 'machines', 'openrosa', 'project', 'sheets'],
    packages: ['lit'],
    typesOf: ['xstate'],
  },
  server: {
    rooms: ['xml', 'case', 'suite', 'openrosa', 'project'],
    packages: ['hono', '@hono/node-server', 'pg', '@electric-sql/pglite', 'busboy', 'valibot'],
    node: true,
  },
  cli: {
    rooms: { allBut: ['elements', 'storage'] },
    packages: ['fflate', 'yaml', 'playwright-core'],
    node: true,
  },
  platform: { rooms: ['xforms'], packages: [] },
  web: { rooms: { allBut: ['server', 'cli'] }, packages: ['xstate'] },
  'engine.ts': { rooms: ['xml', 'xpath', 'xforms', 'platform'], packages: [] },
  testing: { rooms: ['xforms', 'case', 'replay'], packages: [] },
  'testing-browser.ts': { rooms: ['testing', 'replay', 'suite', 'machines'], packages: [] },
  'testing.ts': {
    rooms: { allBut: ['elements', 'storage', 'server', 'web'] },
    packages: [],
    node: true,
  },
  'main.ts': { rooms: { allBut: ['server', 'cli'] }, packages: ['lit', 'xstate'] },
  'admin.ts': { rooms: { allBut: ['server', 'cli'] }, packages: [] },
  'index.ts': { rooms: { allBut: ['server', 'cli'] }, packages: [] },
  'case-app.ts': { rooms: { allBut: ['server', 'cli'] }, packages: [] },
  'case-list.ts': { rooms: { allBut: ['server', 'cli'] }, packages: [] },
  'react.ts': { rooms: { allBut: ['server', 'cli'] }, packages: ['react', '@lit/react'] },
  'xf-form.ts': { rooms: ['elements', 'machines', 'storage', 'xforms'], packages: [] },
};

/** The rooms that know no clock, chance, network, DOM or Node: these come in through `Environment` and interfaces. */
export const coreRooms: readonly string[] = [
  'xml',
  'xpath',
  'xforms',
  'case',
  'project',
  'suite',
  'openrosa',
  'sync',
  'machines',
  'replay',
];
