import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './create-app.ts';
import type { Services } from './services.ts';

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  /** Where to reach it, such as `http://localhost:8080`. */
  readonly url: string;
  /** Takes no new requests, lets those under way finish (for ten seconds at most), then resolves. */
  stop(): Promise<void>;
}

const PATIENCE_MILLISECONDS = 10_000;

/** Listens for HTTP. Rejects with the system's error, such as `EADDRINUSE` when the port is taken. */
export async function startServer(
  services: Services,
  options: ListenOptions,
): Promise<RunningServer> {
  const app = createApp(services);
  const server = createServer(getRequestListener(app.fetch));
  // A phone on a slow line may take minutes for a form with photos.
  server.requestTimeout = 10 * 60 * 1000;
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${urlHost(options.host)}:${port}`, stop: () => stop(server) };
}

function listen(server: Server, { host, port }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MILLISECONDS);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}
