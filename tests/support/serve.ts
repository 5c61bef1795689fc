import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openHub, type TestHub } from './hub.ts';

/** The hub behind a socket, for programs that are not ours. */
export async function serveHub(environment: Record<string, string> = {}): Promise<{
  base: string;
  database: TestHub['database'];
  close: () => Promise<void>;
}> {
  const hub = await openHub({ PUBLIC_URL: '', ...environment });
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch: hub.app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started as Server),
    );
  });
  return {
    database: hub.database,
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await hub.database.close();
    },
  };
}
