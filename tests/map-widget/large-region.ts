/** A region of 34 times 34 squares, each of a twentieth of a degree; those of the west have finer boundaries. */
const edge = 34;
const size = 0.05;
const [west, north] = [8, 50];

const places = Array.from({ length: edge * edge }, (_, at) => {
  const [column, row] = [at % edge, Math.floor(at / edge)];
  const part = column < edge / 2 ? '001' : '002';
  return { ags: `${part}${String(at).padStart(5, '0')}`, name: `Ort ${at}`, column, row };
});
export const count = places.length;

/** The name of the place in a row and column. */
export const nameAt = (column: number, row: number) => `Ort ${row * edge + column}`;

function topology(some: typeof places) {
  return {
    type: 'Topology',
    arcs: some.map(({ column, row }) => {
      const [x, y] = [west + column * size, north - row * size];
      return [
        [x, y],
        [x + size, y],
        [x + size, y - size],
        [x, y - size],
        [x, y],
      ];
    }),
    objects: {
      municipalities: {
        type: 'GeometryCollection',
        geometries: some.map(({ ags, name }, at) => ({
          ...{ type: 'Polygon', arcs: [[at]], id: ags },
          properties: { ags, name },
        })),
      },
    },
  };
}

const half = (edge / 2) * size;
const south = north - edge * size;
export const boundaries = {
  ...topology(places),
  details: [
    {
      zoom: 9,
      parts: [
        { file: 'boundaries/9-001.json', bbox: [west, south, west + half, north] },
        { file: 'boundaries/9-002.json', bbox: [west + half, south, west + 2 * half, north] },
      ],
    },
  ],
};
export const finer = (part: string) => topology(places.filter(({ ags }) => ags.startsWith(part)));

const row = (ags: string, name: string, kind: string, projects: number) => ({
  ...{ ags, name, kind, projects, district: null, population: 2000, outside: false },
  ...{ confirmed: 0, strategies: 0, strategyStatus: null, contacts: 0, active: 0 },
  url: `/municipalities/${ags}`,
});

/** Every second place has a project. */
export const rows = places.map(({ ags, name }, at) => row(ags, name, 'GEMEINDE', at % 2));
export const districts = Array.from({ length: 13 }, (_, at) =>
  row(String(at).padStart(5, '0'), `Kreis ${at}`, 'LANDKREIS', 1),
);
