/** A small region: Au, Buchenbach above Ebringen, Glottertal, all in one Landkreis. */
const names = ['Au', 'Buchenbach', 'Ebringen', 'Glottertal'];
const agsOf = (name: string) => `0000000${names.indexOf(name) + 1}`;

const project = (
  slug: string,
  fields: string[],
  municipalities: string[],
  status = 'RUNNING',
  fresh = false,
) => ({
  slug,
  title: `Projekt ${slug}`,
  status,
  municipalities,
  fields,
  regionWide: municipalities.length === 0,
  confirmed: fresh ? '2026-06' : null,
  fresh,
  url: `/projects/${slug}`,
});
const all = [
  project('akte', ['e-akte'], ['00000001', '00000002'], 'RUNNING', true),
  project('amt', [], ['00000001'], 'PLANNED'),
  project('kreis', [], ['00000']),
  project('netz', ['e-akte'], []),
];

/** Two by two squares. */
export const squares = {
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
        id: agsOf(name),
        properties: { ags: agsOf(name), name },
      })),
    },
    districts: { type: 'GeometryCollection', geometries: [{ type: 'MultiPolygon', arcs: [[[0]], [[1]]] }] },
  },
};

type Search = URLSearchParams;
const matches = (search: Search, without?: string) => (one: (typeof all)[number]) => {
  const given = (name: string) => (name === without ? null : search.get(name));
  const [field, status, text, municipality] = ['field', 'status', 'text', 'municipality'].map(given);
  return (
    (!field || one.fields.includes(field)) &&
    (!status || one.status === status) &&
    (!text || one.title.toLowerCase().includes(text.toLowerCase())) &&
    (!municipality || one.municipalities.includes(municipality)) &&
    (!search.has('regionWide') || one.regionWide)
  );
};

/** What the hub answers at /map.json, with as much of its filters as the tests choose. */
export function mapData(search: Search) {
  const projects = all.filter(matches(search));
  const of = (ags: string) => projects.filter(({ municipalities }) => municipalities.includes(ags));
  const row = (ags: string, name: string, kind: string) => ({
    ...{ ags, name, kind, district: kind === 'LANDKREIS' ? null : '00000', population: 2000 },
    ...{ projects: of(ags).length, confirmed: of(ags).filter(({ fresh }) => fresh).length },
    ...{ strategies: name === 'Au' ? 1 : 0, strategyStatus: name === 'Au' ? 'ADOPTED' : null },
    ...{ contacts: name === 'Glottertal' ? 0 : 1, active: name === 'Au' ? 1 : 0 },
    km: search.get('near') === agsOf('Au') && kind === 'GEMEINDE' ? names.indexOf(name) * 1.5 : null,
    outside: search.get('near') === agsOf('Au') && name === 'Glottertal',
    url: `/municipalities/${ags}`,
  });
  const facet = (name: string, values: [value: string, name: string][]) =>
    values.map(([value, label]) => ({
      value,
      name: label,
      count: all
        .filter(matches(search, name))
        .filter((one) => one.fields.includes(value) || one.status === value).length,
    }));
  const filters = ['field', 'status', 'text', 'municipality'].filter((name) => search.has(name));
  return {
    revision: 1,
    lang: search.get('lang'),
    region: { slug: 'quadrate', name: 'Region Quadrate' },
    attribution: ['Grenzen: © Amt für Quadrate'],
    boundaries: '/map/boundaries-1.json',
    reportTo: 'amt@example.org',
    baseMap: { tiles: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '© Amt für Kacheln' },
    total: projects.length,
    regionWide: projects.filter(({ regionWide }) => regionWide).length,
    municipalities: [
      ...names.map((name) => row(agsOf(name), name, 'GEMEINDE')),
      row('00000', 'Quadrate', 'LANDKREIS'),
    ],
    projects,
    facets: {
      field: facet('field', [['e-akte', 'E-Akte']]),
      topic: [],
      status: facet('status', [
        ['RUNNING', 'RUNNING'],
        ['PLANNED', 'PLANNED'],
        ['COMPLETED', 'COMPLETED'],
      ]),
      district: [{ value: '00000', name: 'Quadrate', count: projects.length }],
      sizeClass: [{ value: 'BELOW_5000', name: 'BELOW_5000', count: projects.length }],
    },
    filters: search.has('regionWide')
      ? [{ name: 'regionWide', label: 'Für die ganze Region', values: ['ja'] }]
      : [],
    wider: filters.map((filter) => ({ filter, total: all.filter(matches(search, filter)).length })),
  };
}

const office = (name: string) => ({
  slug: 'c',
  organisation: `Gemeinde ${name}`,
  unit: null,
  role: 'Hauptamt',
  email: 'amt@example.org',
  phone: '07684 9102-0',
  website: 'javascript:alert(1)',
  url: '/contacts/c',
});

/** The same, as whom to call: with the reason why just they. */
const call = (name: string, step: string, why: string) => {
  const { organisation, unit, role, email, phone, website, url } = office(name);
  return {
    ...{ step, why, organisation, unit, role, email, phone, website, url },
    ...{ phone_uri: 'tel:+497684910200', street: null, postcode: null, place: null },
  };
};

/** What the hub answers at /municipalities/{ags}.json. */
export function municipality(ags: string) {
  const name = names.find((one) => agsOf(one) === ags) ?? 'Quadrate';
  return {
    ags,
    name,
    population_date: '2025',
    area_km2: 12,
    website: null,
    url: `/municipalities/${ags}`,
    strategies:
      name === 'Au'
        ? [{ slug: 's', title: 'Strategie Au', status: 'ADOPTED', adopted_on: '2021', url: '/strategies/s' }]
        : [],
    contacts: [office(name)],
    peers: {
      best:
        name === 'Ebringen'
          ? [
              {
                ...{ ags: '00000001', name: 'Au', url: '/municipalities/00000001' },
                reasons: [{ code: 'NEIGHBOUR', text: 'Nachbargemeinde' }],
                contact: office('Au'),
                call: call('Au', 'OFFICE', 'Rathaus von Au'),
              },
            ]
          : [],
    },
  };
}

/** What the hub answers at /projects/{slug}.json. */
export function projectRecord(slug: string) {
  const { title, status, municipalities, regionWide, url } = all.find((one) => one.slug === slug)!;
  return {
    ...{ slug, title, status, url, period_start: '2016-07', period_end: null, region_wide: regionWide },
    municipalities: municipalities.map((ags) => ({ ags, name: ags, url: `/municipalities/${ags}` })),
    lead: municipalities.slice(0, 1).map((ags) => ({ ags })),
    ...{ summary: 'Was hier geschieht.', languages: { summary: 'de' } },
    fields: [{ slug: 'e-akte', name: 'E-Akte', url: '/fields/e-akte' }],
    ...{ topics: [], funding_programme: null, website: null, reusable: true, reuse_url: null },
    contact: { slug: 'c', name: 'Gemeinde Au', url: '/contacts/c' },
    whom_to_call: [call('Au', 'PROJECT_CONTACT', 'Ansprechstelle des Projekts')],
    ...{ source_url: 'https://www.au.example/akte', source_date: '2026-01', confirmed_at: '2026-06' },
  };
}

/** What the hub answers at /contacts.json: one office each in three of the municipalities. */
export const contacts = names.slice(0, 3).map((name) => ({
  slug: `amt-${name.toLowerCase()}`,
  organisation: name === 'Au' ? 'Gemeinde Au' : 'Rathaus',
  unit: 'Hauptamt',
  role: null,
  email: `amt@${name.toLowerCase()}.example`,
  phone: null,
  website: null,
  municipality: agsOf(name),
  url: `/contacts/amt-${name.toLowerCase()}`,
}));
