import { openHub, type TestHub } from './hub.ts';
import { listen } from './listen.ts';

/** The hub behind a socket, for programs that are not ours. */
export async function serveHub(environment: Record<string, string> = {}): Promise<{
  base: string;
  database: TestHub['database'];
  close: () => Promise<void>;
}> {
  const hub = await openHub({ PUBLIC_URL: '', ...environment });
  const server = await listen(hub.listener);
  return {
    database: hub.database,
    base: server.origin,
    async close() {
      await server.close();
      await hub.database.close();
    },
  };
}
