import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startServer } from './start-server.ts';

const listens = `
  import { createServer } from 'node:http';
  import { writeFileSync } from 'node:fs';
  const folder = process.argv[process.argv.indexOf('--data') + 1];
  const server = createServer((_, response) => response.end(folder)).listen(0, '127.0.0.1', () =>
    console.log('Open http://127.0.0.1:' + server.address().port + '/ in a browser.'));
  process.on('SIGTERM', () => { writeFileSync(process.env.STOPPED, 'stopped'); process.exit(0); });
`;

describe('startServer', () => {
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caseload-test-'));
    process.env['STOPPED'] = join(folder, 'stopped');
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
    delete process.env['STOPPED'];
  });

  async function programOf(text: string): Promise<string> {
    const program = join(folder, `${Math.random()}.mjs`);
    await writeFile(program, text);
    return program;
  }

  it('gives the printed address of a server that answers, and ends it by SIGTERM', async () => {
    const server = await startServer({ program: await programOf(listens) });
    const dataDir = await (await fetch(server.url)).text();
    expect(existsSync(dataDir)).to.be.true;
    await server.stop();
    expect(existsSync(join(folder, 'stopped'))).to.be.true;
    expect(existsSync(dataDir)).to.be.false;
  });

  it('tells what a server wrote that ended before it listened', async () => {
    const program = await programOf("console.error('The port is taken.'); process.exit(3);");
    const failure = await startServer({ program }).catch((error: Error) => error.message);
    expect(failure).to.contain('exit code 3').and.contain('The port is taken.');
  });

  it('gives up on a server that prints no address in time', async () => {
    const program = await programOf('setInterval(() => {}, 1000);');
    const failure = await startServer({ program, startTimeout: 300 }).catch(
      (error: Error) => error.message,
    );
    expect(failure).to.contain('no address in 300 ms');
  });
});
