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
export const referenceSql = `
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

export const referenceAsk = {
  path: '/graphql',
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: referenceQuery }),
} as const;
