import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { createMachine } from 'xstate';
import { loadMachines, machineReadme } from '../../scripts/all-machines.ts';
import { exportedMachines, withDiagrams } from '../../scripts/machine-readme.ts';

describe('the README of the machines', () => {
  it('shows each machine as it is: `npm run diagrams` writes it anew', async () => {
    const machines = await loadMachines();
    const readme = existsSync(machineReadme) ? readFileSync(machineReadme, 'utf8') : '';
    expect(readme).to.equal(withDiagrams(readme, machines));
  });
});

describe('withDiagrams', () => {
  const door = createMachine({ initial: 'open', states: { open: {} } });

  it('replaces what stands between the marks and leaves the rest', () => {
    const readme = 'Before.\n<!-- machine door -->\nold\n<!-- /machine door -->\nAfter.\n';
    const written = withDiagrams(readme, [['door', door]]);
    expect(written).to.match(
      /^Before\.\n<!-- machine door -->\n[^]*<!-- \/machine door -->\nAfter\.\n$/,
    );
    expect(written).to.contain('[*] --> open').and.not.contain('old');
  });

  it('writes the same again when nothing has changed', () => {
    const once = withDiagrams('# Machines\n', [['door', door]]);
    expect(once).to.contain('## door');
    expect(withDiagrams(once, [['door', door]])).to.equal(once);
  });

  it('refuses a start without an end', () => {
    const broken = () => withDiagrams('<!-- machine door -->', [['door', door]]);
    expect(broken).to.throw('<!-- /machine door -->');
  });
});

describe('exportedMachines', () => {
  it('finds the machines among other exports, by name', () => {
    const [b, a] = [createMachine({}), createMachine({})];
    const found = exportedMachines([
      { b, helper: () => 1 },
      { a, text: 'machine' },
    ]);
    expect(found).to.deep.equal([
      ['a', a],
      ['b', b],
    ]);
  });
});
