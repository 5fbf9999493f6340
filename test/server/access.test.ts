import { expect } from 'chai';
import { accessTo } from '../../src/server/auth/access.ts';
import type { Access } from '../../src/server/auth/access.ts';
import { databaseKinds } from './test-database.ts';
import { TestServer } from './test-server.ts';

type Role = 'stranger' | 'worker' | 'admin' | 'basic';

const ALLOWED: Readonly<Record<Access, readonly Role[]>> = {
  anyone: ['stranger', 'worker', 'admin', 'basic'],
  user: ['worker', 'admin'],
  admin: ['admin'],
  actor: ['admin'],
  client: ['worker', 'admin', 'basic'],
  // Nobody here has come through a socket of this machine.
  operator: [],
};

describe('who may use an address', () => {
  let server: TestServer;
  let domain: string;
  let headers: Record<Role, Record<string, string>>;

  before(async () => {
    server = await TestServer.open(databaseKinds[0]!.open);
    domain = await server.project();
    const david = await server.signIn(`david@${domain}`);
    const admin = await server.signIn(`admin@${domain}`);
    headers = {
      stranger: {},
      worker: { Cookie: david.cookie },
      admin: { Cookie: admin.cookie },
      basic: { Authorization: `Basic ${btoa(`david:caseload`)}` },
    };
  });
  after(() => server.close());

  /** Every address that the server answers at, with something for each parameter. */
  const routes = () =>
    server.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => ({
        method,
        path: path
          .replaceAll(':domain', domain)
          .replaceAll(/:\w+\{[^}]*\}|:\w+/g, 'x')
          .replace('*', 'index.html'),
      }));

  it('is answered by one table for every role and every address', async () => {
    const wrong: string[] = [];
    for (const { method, path } of routes().filter((route) => !route.path.includes('/sign-out'))) {
      for (const role of Object.keys(headers) as Role[]) {
        const { status } = await server.request(path, { method, headers: headers[role] });
        const isLetIn = status !== 401 && status !== 403;
        const mayIn = ALLOWED[accessTo(path)].includes(role) || path === '/api/sign-in';
        if (isLetIn !== mayIn) wrong.push(`${role}: ${method} ${path} gave ${status}`);
      }
    }
    expect(wrong).to.deep.equal([]);
    expect(routes().length).to.be.greaterThan(15);
  });

  it('is nobody but administrators for what lies below /api/admin', () => {
    const below = routes().filter(({ path }) => path.startsWith('/api/admin/'));
    expect(below).not.to.be.empty;
    for (const { path } of below) expect(accessTo(path)).to.equal('admin');
  });

  it('is closed to strangers for an address below /api that nobody has thought of yet', async () => {
    expect((await server.request('/api/whatever')).status).to.equal(401);
  });

  it('cannot be got around by another spelling of the address', async () => {
    for (const path of [
      '/%61pi/admin/directory',
      '//api/admin/directory',
      '/api/./admin/directory',
      '/api/admin%2Fdirectory',
    ]) {
      const { status } = await server.request(path, { headers: headers.worker });
      expect(status, path).to.be.oneOf([403, 404, 503]);
    }
  });

  it('ends for an administrator of one project at its border', async () => {
    const other = await server.project();
    const response = await server.request(`/a/${other}/phone/restore/`, { headers: headers.admin });
    expect(response.status).to.equal(401);
  });
});
