/** The query that the hub is measured with: 20 municipalities, each with its strategies and 5 projects with contact. */
export const referenceQuery = `query Reference {
  municipalities(first: 20) {
    edges {
      node {
        ags
        name
        population
        strategies { edges { node { slug title status } } }
        projects(first: 5) { edges { node { slug title status contact { organisation email phone } } } }
      }
    }
  }
}`;

/** The same answer by one statement written by hand for this one query: the floor. */
const referenceSql = `
SELECT json_build_object('data', json_build_object('municipalities', json_build_object('edges', json_agg(
  json_build_object('node', json_build_object(
    'ags', m.ags, 'name', m.name, 'population', m.population,
    'strategies', json_build_object('edges', s.edges),
    'projects', json_build_object('edges', p.edges))) ORDER BY m.name_sort, m.ags))))::text AS answer
FROM (SELECT * FROM municipality ORDER BY name_sort, ags LIMIT $1) m
CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('node', json_build_object(
    'slug', s.slug, 'title', s.title, 'status', s.status)) ORDER BY s.title_sort, s.slug), '[]') AS edges
  FROM (SELECT s.* FROM strategy_owner o JOIN strategy s ON s.slug = o.strategy WHERE o.municipality = m.ags
    ORDER BY s.title_sort, s.slug LIMIT 20) s) s
CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('node', json_build_object(
    'slug', p.slug, 'title', p.title, 'status', p.status,
    'contact', CASE WHEN c.slug IS NOT NULL THEN json_build_object('organisation', c.organisation, 'email', c.email, 'phone', c.phone) END))
    ORDER BY p.title_sort, p.slug), '[]') AS edges
  FROM (SELECT p.* FROM participation r JOIN project p ON p.slug = r.project WHERE r.municipality = m.ags
    ORDER BY p.title_sort, p.slug LIMIT $2) p
  LEFT JOIN contact c ON c.slug = p.contact AND (c.person IS NULL OR (c.consent_on IS NOT NULL
    AND c.consent_review_on > to_char(now() AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD')))) p`;

/** A query that the hub is measured with, and the same answer by one statement written by hand: its floor. */
export type Twin = {
  readonly what: string;
  readonly query: string;
  readonly sql: string;
  readonly values: readonly number[];
};

const reference: Twin = {
  what: 'reference query',
  query: referenceQuery,
  sql: referenceSql,
  values: [20, 5],
};

const flatColumns = {
  slug: 'slug',
  title: 'title',
  status: 'status',
  periodStart: 'period_start',
  periodEnd: 'period_end',
  regionWide: 'region_wide',
  fundingProgramme: 'funding_programme',
  website: 'website',
  sourceUrl: 'source_url',
  confirmedAt: 'confirmed_at',
};

const flat: Twin = {
  what: 'flat list of 100 projects with 10 columns',
  query: `query Flat { projects(first: 100) { edges { node { ${Object.keys(flatColumns).join(' ')} } } } }`,
  sql: `
SELECT json_build_object('data', json_build_object('projects', json_build_object('edges', json_agg(
  json_build_object('node', json_build_object(${Object.entries(flatColumns)
    .map(([field, column]) => `'${field}', p.${column}`)
    .join(', ')})) ORDER BY p.title_sort, p.slug))))::text AS answer
FROM (SELECT * FROM project ORDER BY title_sort, slug LIMIT $1) p`,
  values: [100],
};

const isPublic = `(c.person IS NULL OR (c.consent_on IS NOT NULL
    AND c.consent_review_on > to_char(now() AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD')))`;

const deep: Twin = {
  what: 'three levels deep with counts at each',
  query: `query Deep { municipalities(first: 10) { totalCount edges { node { name contacts(first: 5) { totalCount edges { node {
    organisation projects(first: 5) { totalCount edges { node { title } } } } } } } } } }`,
  sql: `
SELECT json_build_object('data', json_build_object('municipalities', json_build_object(
  'totalCount', (SELECT count(*) FROM municipality),
  'edges', json_agg(json_build_object('node', json_build_object('name', m.name, 'contacts', json_build_object(
    'totalCount', (SELECT count(*) FROM contact c WHERE c.municipality = m.ags AND ${isPublic}), 'edges', c.edges)))
    ORDER BY m.name_sort, m.ags))))::text AS answer
FROM (SELECT * FROM municipality ORDER BY name_sort, ags LIMIT $1) m
CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('node', json_build_object(
    'organisation', c.organisation, 'projects', json_build_object(
      'totalCount', (SELECT count(*) FROM project p WHERE p.contact = c.slug), 'edges', p.edges)))
    ORDER BY c.organisation_sort, c.slug), '[]') AS edges
  FROM (SELECT c.* FROM contact c WHERE c.municipality = m.ags AND ${isPublic}
    ORDER BY c.organisation_sort, c.slug LIMIT $2) c
  CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('node', json_build_object('title', p.title))
      ORDER BY p.title_sort, p.slug), '[]') AS edges
    FROM (SELECT p.* FROM project p WHERE p.contact = c.slug ORDER BY p.title_sort, p.slug LIMIT $2) p) p) c`,
  values: [10, 5],
};

export const twins = { reference, flat, deep } as const;

/** A GraphQL query as it is asked. */
export const askQuery = (query: string) =>
  ({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  }) as const;

export const referenceAsk = askQuery(referenceQuery);
