import { listen } from '../support/listen.ts';
import { contacts, mapData, municipality, projectRecord, squares } from './fixture-data.ts';

/**
 * A hub of four squares that can be switched off, and a page at another origin that embeds its map.
 * The page carries a policy as strict as a town hall's, and knows the hub alone.
 */
export async function startFixtureHub(script: string) {
  const hub = { origin: '', page: '', reachable: true, asked: [] as string[], stop: async () => {} };
  const hubServer = await listen((request, response) => {
    const url = new URL(request.url ?? '/', 'http://hub');
    hub.asked.push(url.pathname + url.search);
    response.setHeader('access-control-allow-origin', '*');
    const answer = (type: string, body: string) => response.setHeader('content-type', type).end(body);
    const json = (body: unknown) => answer('application/json', JSON.stringify(body));
    if (url.pathname === '/map.js') return answer('text/javascript', script);
    if (!hub.reachable) return response.writeHead(503).end();
    const [, entity, key] = /^\/(municipalities|projects)\/(\w+)\.json$/.exec(url.pathname) ?? [];
    if (url.pathname === '/map.json') return json(mapData(url.searchParams));
    if (url.pathname === '/contacts.json') return json(contacts);
    if (url.pathname === '/answers.json') return json({ total: 0, answers: [], own: [] });
    if (url.pathname === '/suggest.json') return json({ lists: [] });
    if (url.pathname === '/map/boundaries-1.json') return json(squares);
    if (entity === 'municipalities') return json(municipality(key!));
    if (entity === 'projects') return json(projectRecord(key!));
    return response.writeHead(404).end();
  });
  const pageServer = await listen((request, response) => {
    const url = new URL(request.url ?? '/', 'http://page');
    if (url.pathname !== '/') return response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const body =
      url.searchParams.get('body') ??
      `<digitale-wege-map ${url.searchParams.get('attributes') ?? ''}></digitale-wege-map>`;
    const styles = body.includes('<style>') ? "'unsafe-inline'" : "'none'";
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${hub.origin}; connect-src ${hub.origin}; style-src ${styles}; img-src https://tiles.example; ${url.searchParams.get('policy') ?? ''}`,
    );
    const lang = url.searchParams.get('lang') ?? 'de';
    response.end(`<!doctype html><html lang="${lang}"><title>Rathaus</title>
<script type="module" src="${hub.origin}/map.js"></script><main><h1>Rathaus</h1>${body}</main></html>`);
  });
  hub.origin = hubServer.origin;
  hub.page = pageServer.origin;
  hub.stop = async () => {
    await Promise.all([hubServer.close(), pageServer.close()]);
  };
  return hub;
}
