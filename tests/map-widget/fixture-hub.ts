import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const names = ['Au', 'Buchenbach', 'Ebringen', 'Glottertal'];
const project = (slug: string, fields: string[], municipalities: string[]) => ({
  slug,
  title: `Projekt ${slug}`,
  status: 'RUNNING',
  period_start: '2016-07',
  period_end: null,
  summary: 'Was hier geschieht.',
  url: `/projects/${slug}`,
  fields,
  municipalities,
});
const all = [
  project('akte', ['e-akte'], ['00000001', '00000002']),
  project('amt', [], ['00000001']),
  project('netz', ['e-akte'], ['region']),
];

/** Two by two squares: Au, Buchenbach above Ebringen, Glottertal. */
const squares = {
  type: 'Topology',
  arcs: [0, 1, 2, 3].map((index) => {
    const [x, y] = [8 + (index % 2), 49 - Math.floor(index / 2)];
    return [
      [x, y],
      [x + 1, y],
      [x + 1, y - 1],
      [x, y - 1],
      [x, y],
    ];
  }),
  objects: {
    municipalities: {
      type: 'GeometryCollection',
      geometries: names.map((name, index) => ({
        type: 'Polygon',
        arcs: [[index]],
        id: `0000000${index + 1}`,
        properties: { ags: `0000000${index + 1}`, name },
      })),
    },
    districts: { type: 'GeometryCollection', geometries: [{ type: 'MultiPolygon', arcs: [[[0]], [[1]]] }] },
  },
};

function mapData(field: string | null) {
  const matching = all.filter(({ fields }) => !field || fields.includes(field));
  const count = (ags: string) => matching.filter(({ municipalities }) => municipalities.includes(ags)).length;
  const row = (ags: string, name: string, kind: string) => ({
    ...{ ags, name, kind, district: null, population: 2000, projects: count(ags) },
    ...{ strategies: ags === '00000001' ? 1 : 0, contacts: 1, url: `/municipalities/${ags}` },
  });
  return {
    revision: 1,
    lang: 'de',
    region: { slug: 'quadrate', name: 'Region Quadrate' },
    attribution: ['Grenzen: © Amt für Quadrate'],
    boundaries: '/map/boundaries-1.json',
    total: matching.length,
    regionWide: count('region'),
    regionWideProjects: matching.filter(({ municipalities }) => municipalities.includes('region')),
    municipalities: [
      ...names.map((name, index) => row(`0000000${index + 1}`, name, 'GEMEINDE')),
      row('00000', 'Quadrate', 'LANDKREIS'),
    ],
    fields: [{ slug: 'e-akte', name: 'E-Akte', position: 1, projects: 2 }],
  };
}

function record(ags: string, field: string | null) {
  const row = mapData(field).municipalities.find((one) => one.ags === ags);
  const projects = all.filter(
    (one) => one.municipalities.includes(ags) && (!field || one.fields.includes(field)),
  );
  const strategies = row?.strategies
    ? [{ slug: 's', title: 'Strategie Au', status: 'ADOPTED', adopted_on: '2021', url: '/strategies/s' }]
    : [];
  const office = {
    slug: 'c',
    organisation: `Gemeinde ${row?.name}`,
    unit: null,
    role: 'Hauptamt',
    url: '/contacts/c',
  };
  const ways = { email: 'amt@example.org', phone: '07684 9102-0', website: 'javascript:alert(1)' };
  return { ...row, website: null, district: null, projects, strategies, contacts: [{ ...office, ...ways }] };
}

const page = (attributes: string) => `<!doctype html><html lang="de"><title>Fremde Seite</title>
<script type="module" src="/map.js"></script><main><h1>Seite</h1><digitale-wege-map ${attributes}></digitale-wege-map></main></html>`;

/** A hub of four squares; it can be switched off. Pages carry a policy as strict as a town hall's. */
export async function startFixtureHub(script: string) {
  const hub = { origin: '', reachable: true, stop: () => {} };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://hub');
    const field = url.searchParams.get('field');
    const answer = (type: string, body: string) => response.setHeader('content-type', type).end(body);
    const ags = /^\/municipalities\/(\d+)\.json$/.exec(url.pathname)?.[1];
    if (url.pathname === '/') {
      response.setHeader(
        'content-security-policy',
        "default-src 'none'; script-src 'self'; connect-src 'self'",
      );
      return answer('text/html', page(url.searchParams.get('attributes') ?? ''));
    }
    if (url.pathname === '/map.js') return answer('text/javascript', script);
    if (!hub.reachable) return response.writeHead(503).end();
    if (url.pathname === '/map.json') return answer('application/json', JSON.stringify(mapData(field)));
    if (url.pathname === '/map/boundaries-1.json') return answer('application/json', JSON.stringify(squares));
    if (ags) return answer('application/json', JSON.stringify(record(ags, field)));
    return response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  hub.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  hub.stop = () => server.close();
  return hub;
}
