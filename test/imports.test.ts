import { expect } from 'chai';
import { outsideUses } from './support/check-core.ts';
import { forbiddenImports } from './support/check-imports.ts';
import { findCycles } from './support/find-cycles.ts';
import { coreRooms, importTable } from './support/import-table.ts';
import { parseSourceFile, readSourceFiles } from './support/source-file.ts';
import type { SourceFile } from './support/source-file.ts';

// The table itself is test/support/import-table.ts.

const files = readSourceFiles('src');
const core = files.filter(({ path }) => coreRooms.includes(path.split('/')[1] as string));

describe('the rooms of src/', () => {
  it('import only what the import table allows', () => {
    expect(forbiddenImports(files)).to.deep.equal([]);
  });

  it('import in no circle at run time', () => {
    const cycles = findCycles(files).map((cycle) => cycle.join(' → '));
    expect(cycles).to.deep.equal([]);
  });

  it('take time, chance and outside data through Environment alone, in the core', () => {
    expect(outsideUses(core)).to.deep.equal([]);
  });

  it('have one index file, the package entry', () => {
    const indexes = files.map(({ path }) => path).filter((path) => /\/index\.ts$/.test(path));
    expect(indexes.filter((path) => path !== 'src/index.ts')).to.deep.equal([]);
  });

  it('name their files in kebab-case', () => {
    const wrong = files.filter(({ path }) => !/^[a-z0-9/]+([-/.][a-z0-9]+)*\.ts$/.test(path));
    expect(wrong.map(({ path }) => path)).to.deep.equal([]);
  });

  it('do not export the files of others under another name', () => {
    const barrels = files.filter((file) => file.path !== 'src/index.ts' && onlyPassesOn(file));
    expect(barrels.map(({ path }) => path)).to.deep.equal([]);
  });
});

function onlyPassesOn({ syntax }: SourceFile): boolean {
  const statements = syntax.statements.map((statement) => statement.getText());
  return statements.length > 0 && statements.every((text) => /^export\b[^;]*\bfrom\b/.test(text));
}

describe('the check of the rooms', () => {
  function faultsOf(path: string, text: string): string[] {
    return forbiddenImports([parseSourceFile(path, text)]);
  }

  it('names file, line and rule of an import that the table forbids', () => {
    const [fault] = faultsOf('src/xpath/a.ts', "\nimport type { A } from '../xforms/b.ts';");
    expect(fault).to.equal(
      "src/xpath/a.ts:2: xpath may not import xforms ('../xforms/b.ts'): it imports nothing of ours",
    );
  });

  it('sees every way to import', () => {
    const ways = [
      "import '../server/b.ts';",
      "import * as b from '../server/b.ts';",
      "export { b } from '../server/b.ts';",
      "export type { B } from '../server/b.ts';",
      "const b = await import('../server/b.ts');",
      "let b: import('../server/b.ts').B;",
    ];
    for (const way of ways) expect(faultsOf('src/xforms/a.ts', way), way).to.have.length(1);
  });

  it('is not misled by comments and strings', () => {
    const text = "// import '../server/b.ts';\nconst text = \"import '../server/b.ts';\";";
    expect(faultsOf('src/xforms/a.ts', text)).to.be.empty;
  });

  it('allows packages where the table has them, types alone where it says so', () => {
    expect(faultsOf('src/elements/form/a.ts', "import { html } from 'lit';")).to.be.empty;
    expect(faultsOf('src/elements/form/a.ts', "import type { Actor } from 'xstate';")).to.be.empty;
    expect(faultsOf('src/elements/form/a.ts', "import { createActor } from 'xstate';")).to.not.be
      .empty;
    expect(faultsOf('src/server/a.ts', "import { serve } from '@hono/node-server/x';")).to.be.empty;
    expect(faultsOf('src/xml/a.ts', "import { readFile } from 'node:fs';")).to.not.be.empty;
  });

  it('knows the rooms with rules of their own inside elements', () => {
    const replay = "import { r } from '../../replay/r.ts';";
    expect(faultsOf('src/elements/dev/a.ts', replay)).to.be.empty;
    expect(faultsOf('src/elements/form/a.ts', replay)).to.not.be.empty;
  });

  it('refuses an import without its extension and a file outside every room', () => {
    expect(faultsOf('src/xml/a.ts', "import { b } from './b';")[0]).to.contain('extension');
    expect(faultsOf('src/cellar/a.ts', "import { b } from './b.ts';")[0]).to.contain('no room');
  });

  it('has a row for every room that the rows speak of', () => {
    const named = Object.values(importTable).flatMap(({ rooms }) =>
      'allBut' in rooms ? rooms.allBut : rooms,
    );
    expect(Object.keys(importTable)).to.include.members(named);
  });

  it('finds a circle of run-time imports and leaves types and import() out', () => {
    const a = parseSourceFile('src/xml/a.ts', "import { b } from './b.ts';");
    const back = (text: string) => findCycles([a, parseSourceFile('src/xml/b.ts', text)]);
    expect(back("import { a } from './a.ts';")).to.deep.equal([['src/xml/a.ts', 'src/xml/b.ts']]);
    expect(back("import type { A } from './a.ts';")).to.be.empty;
    expect(back("const a = () => import('./a.ts');")).to.be.empty;
  });

  it('finds clock, chance and globals, and not what only has their name', () => {
    const uses = (text: string) => outsideUses([parseSourceFile('src/xml/a.ts', text)]);
    const outside = [
      'new Date()',
      'Date.now()',
      'Math.random()',
      'fetch(x)',
      'crypto.randomUUID()',
    ];
    for (const text of outside) expect(uses(text), text).to.have.length(1);
    const inside = [
      'new Date(0)',
      'a.fetch(x)',
      '({ process: 1 })',
      'function f(process: A) { process() }',
    ];
    for (const text of inside) expect(uses(text), text).to.be.empty;
  });

  it('has the files of src/ before it', () => {
    expect(files.map(({ path }) => path)).to.include('src/xml/parse-xml.ts');
    expect(core.flatMap(({ imports }) => imports).length).to.be.greaterThan(10);
  });
});
