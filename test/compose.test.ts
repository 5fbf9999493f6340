import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { readServeOptions } from '../src/cli/serve-options.ts';
import { projectFolder } from './support/source-file.ts';

interface Service {
  readonly image: string;
  readonly command?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly healthcheck?: { readonly test: readonly string[] };
}

/** What Docker would read; nothing here starts it. */
describe('the compose file', () => {
  let services: Readonly<Record<string, Service>>;
  let volumes: Readonly<Record<string, unknown>>;
  const servers = () => Object.entries(services).filter(([name]) => name.startsWith('server'));

  before(async () => {
    const text = await readFile(join(projectFolder, 'compose.yaml'), 'utf8');
    ({ services, volumes } = parse(text, { merge: true }) as {
      services: typeof services;
      volumes: typeof volumes;
    });
  });

  it('starts two servers beside each other on one database, once its schema is up to date', () => {
    expect(servers()).to.have.length(2);
    for (const [name, { depends_on: needs, environment }] of servers()) {
      expect(needs?.['migrate']?.condition, name).to.equal('service_completed_successfully');
      expect(new URL(environment['DATABASE_URL']!).host, name).to.equal('database');
    }
    expect(services['migrate']!.depends_on!['database']!.condition).to.equal('service_healthy');
    expect(services['migrate']!.command).to.match(/caseload\.js migrate$/);
    expect(services['database']!.healthcheck?.test).to.include('pg_isready');
  });

  it('gives the servers options that they know, without the demo project and its known passwords', () => {
    for (const [name, { command = '' }] of servers()) {
      const [, words = ''] = command.split('caseload.js serve');
      const options = readServeOptions(words.trim().split(/\s+/), {});
      expect(options, name).to.include({ host: '0.0.0.0', demo: false, trustProxy: true });
    }
  });

  it('lets a server finish what it takes in, and starts it again when it ends', () => {
    for (const [name, { stop_grace_period: patience = '', restart }] of servers()) {
      // The server itself waits for ten seconds at most.
      expect(Number.parseInt(patience, 10), name).to.be.above(10);
      expect(restart, name).to.equal('unless-stopped');
    }
  });

  it('publishes each server at a port of its own and the database at none', () => {
    const ports = servers().map(([, service]) => service.ports?.[0]?.split(':')[0]);
    expect(new Set(ports).size).to.equal(2);
    expect(services['database']!.ports).to.equal(undefined);
  });

  it('names every volume that it uses, holds no password, and runs on a Node that will do', async () => {
    const [volume] = services['database']!.volumes![0]!.split(':');
    expect(volumes).to.have.property(volume!);
    const text = await readFile(join(projectFolder, 'compose.yaml'), 'utf8');
    expect(text.match(/PASSWORD: (.*)/)?.[1]).to.match(/^\$\{POSTGRES_PASSWORD:\?/);
    const [, major] = /^node:(\d+)/.exec(servers()[0]![1].image) ?? [];
    expect(Number(major)).to.be.at.least(20);
  });
});
