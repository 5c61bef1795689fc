/** How much there is of everything; the same numbers make the same data, on every database. */
export type Size = { readonly municipalities: number; readonly projects: number };

/** A number below `below`, drawn by the row `i` under a seed: the same on every run and every machine. */
const draw = (i: string, seed: number, below: string | number) =>
  `((hash_numeric((${i})::numeric + ${seed} * 10000019)::bigint & 2147483647) % (${below}))`;

const pick = (i: string, seed: number, values: readonly string[], type = 'text') =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(',')}]::${type}[])[1 + ${draw(i, seed, values.length)}]`;

// Common words and rare ones, as in real titles: a search finds a tenth of all, or a handful.
const subjects = ['digitale', 'smarte', 'offene', 'gemeinsame', 'mobile', 'neue', 'kommunale', 'regionale'];
const things =
  'verwaltung,akte,plattform,werkstatt,buergerdienste,schule,bibliothek,werkbank,mobilitaet,pflege,energie,karte,sensoren,beteiligung,glasfaser,kita,feuerwehr,tourismus,archiv,bauamt'.split(
    ',',
  );
const places = 'berg,tal,bach,dorf,hausen,ingen,kirchen,weiler,feld,au'.split(',');

const ags = (i: string) => `lpad((1000000 + ${i})::text, 8, '0')`;
const district = (i: string) => `lpad((1 + (${i}) % 300)::text, 5, '0')`;
const name = (i: string) => `initcap(${pick(i, 1, things)}) || ${pick(i, 2, places)} || ' ' || (${i})`;
const title = (i: string) =>
  `initcap(${pick(i, 3, subjects)}) || ' ' || initcap(${pick(i, 4, things)}) || ' ' || initcap(${pick(i, 5, things)}) || ' ' || (${i})`;
const day = (i: string, seed: number) =>
  `to_char(date '2016-01-01' + (${draw(i, seed, 3600)})::integer, 'YYYY-MM-DD')`;
const changed = (i: string) => `1 + ${draw(i, 6, 1000)}, now()`;

const statuses = ['IDEA', 'PLANNED', 'RUNNING', 'RUNNING', 'COMPLETED', 'DISCONTINUED', 'UNKNOWN'];
const strategyStatuses = [
  'PLANNED',
  'IN_PREPARATION',
  'ADOPTED',
  'IN_IMPLEMENTATION',
  'SUPERSEDED',
  'UNKNOWN',
];
const kinds = ['GEMEINDE', 'GEMEINDE', 'GEMEINDE', 'STADT', 'GROSSE_KREISSTADT'];
const slugs = ['digilab', 'lokale-strategie', 'service-bw', 'menschen-mitnehmen', 'e-akte', 'qualifizierung'];

/** The statements that fill an empty, migrated database; parents come first. */
function statements({ municipalities, projects }: Size): string[] {
  const contacts = municipalities * 2;
  const strategies = Math.ceil(municipalities / 2);
  const each = (count: number) => `generate_series(1, ${count}) AS i`;
  return [
    `INSERT INTO revision (number, created_at, actor, message) SELECT i, now(), 'bench', 'Generated' FROM ${each(1000)}`,
    `INSERT INTO field (slug, position, name_de, changed_revision, changed_at)
     SELECT slug, position, slug, 1, now() FROM unnest(ARRAY[${slugs.map((slug) => `'${slug}'`)}]) WITH ORDINALITY AS f(slug, position)`,
    `INSERT INTO topic (slug, name_de, changed_revision, changed_at) SELECT 'thema-' || i, 'Thema ' || i, 1, now() FROM ${each(40)}`,
    `INSERT INTO municipality (ags, name, name_sort, kind, source, changed_revision, changed_at)
     SELECT ${district('i')}, 'Landkreis ' || i, 'landkreis ' || i, 'LANDKREIS', 'bench', 1, now() FROM ${each(300)}`,
    `INSERT INTO municipality (ags, name, name_sort, kind, district, population, latitude, longitude, source, changed_revision, changed_at)
     SELECT ${ags('i')}, ${name('i')}, lower(${name('i')}), ${pick('i', 7, kinds, 'municipality_kind')}, ${district('i')},
       200 + ${draw('i', 8, 60000)}, 47.5 + ${draw('i', 9, 7000)} / 1000.0, 6 + ${draw('i', 10, 9000)} / 1000.0, 'bench', ${changed('i')}
     FROM ${each(municipalities)}`,
    // Every tenth is a person, and half of these have consented.
    `INSERT INTO contact (slug, organisation, organisation_sort, person, email, phone, municipality, consent_on, consent_review_on, source_url, changed_revision, changed_at)
     SELECT 'amt-' || i, 'Amt ' || i, 'amt ' || i, CASE WHEN i % 10 = 0 THEN 'Person ' || i END, 'amt-' || i || '@example.org', '+49 761 ' || i,
       ${ags(`1 + i % ${municipalities}`)}, CASE WHEN i % 20 = 0 THEN '2026-01-01' END, CASE WHEN i % 20 = 0 THEN '2099-01-01' END,
       'https://example.org', ${changed('i')} FROM ${each(contacts)}`,
    `INSERT INTO contact_field (contact, field) SELECT 'amt-' || i, ${pick('i', 11, slugs)} FROM ${each(contacts)}`,
    `INSERT INTO strategy (slug, title, title_sort, status, adopted_on, contact, source_url, changed_revision, changed_at)
     SELECT 'strategie-' || i, 'Strategie ' || i, 'strategie ' || i, ${pick('i', 12, strategyStatuses, 'strategy_status')}, ${day('i', 13)},
       'amt-' || (1 + ${draw('i', 14, contacts)}), 'https://example.org', ${changed('i')} FROM ${each(strategies)}`,
    `INSERT INTO strategy_owner (strategy, municipality, position)
     SELECT 'strategie-' || i, ${ags(`1 + ${draw('i', 15, municipalities)}`)}, 0 FROM ${each(strategies)}`,
    `INSERT INTO strategy_field (strategy, field) SELECT 'strategie-' || i, ${pick('i', 16, slugs)} FROM ${each(strategies)}`,
    `INSERT INTO project (slug, title, title_sort, status, period_start, period_end, region_wide, summary_de, contact, reusable, source_url, confirmed_at, changed_revision, changed_at)
     SELECT 'projekt-' || i, ${title('i')}, lower(${title('i')}), ${pick('i', 17, statuses, 'project_status')},
       ${day('i', 18)}, ${day('i', 19)}, i % 500 = 0, 'Ein Vorhaben der Kommunen rund um ' || ${pick('i', 20, things)} || ' und ' || ${pick('i', 21, things)},
       CASE WHEN i % 3 > 0 THEN 'amt-' || (1 + ${draw('i', 22, contacts)}) END, i % 5 = 0,
       'https://example.org', CASE WHEN i % 2 = 0 THEN ${day('i', 23)} END, ${changed('i')} FROM ${each(projects)}`,
    `INSERT INTO participation (project, municipality, role, position)
     SELECT 'projekt-' || i, ${ags(`1 + ${draw('i', 24, municipalities)}`)}, 'LEAD', 0 FROM ${each(projects)}`,
    `INSERT INTO participation (project, municipality, role, position)
     SELECT 'projekt-' || i, ${ags(`1 + (${draw('i', 24, municipalities)} + 1 + ${draw('i', 25, municipalities - 1)}) % ${municipalities}`)}, 'PARTNER', 1
     FROM ${each(projects)} WHERE i % 2 = 0`,
    `INSERT INTO project_field (project, field) SELECT 'projekt-' || i, ${pick('i', 26, slugs)} FROM ${each(projects)}`,
    `INSERT INTO project_topic (project, topic) SELECT 'projekt-' || i, 'thema-' || (1 + ${draw('i', 27, 40)}) FROM ${each(projects)}`,
    searchEntries('projects', 'slug', 'title', "t.title || ' ' || t.summary_de", 'project t'),
    searchEntries('strategies', 'slug', 'title', 't.title', 'strategy t'),
    searchEntries('municipalities', 'ags', 'name', 't.name', 'municipality t'),
    searchEntries('contacts', 'slug', 'organisation', 't.organisation', 'contact t'),
    'INSERT INTO search_word (word, entries) SELECT word, count(*) FROM search_entry, words_to_mean(folded) word GROUP BY word',
  ];
}

// The texts have no umlauts and no punctuation; what else folding does to them is done here.
const folded = (text: string) => `regexp_replace(lower(${text}), '([aou])e', '\\1', 'g')`;

const searchEntries = (entity: string, key: string, titleColumn: string, text: string, from: string) =>
  `INSERT INTO search_entry (entity, key, title, name, folded, words)
   SELECT '${entity}', key, title, name, folded, setweight(to_tsvector('german', name), 'A') || to_tsvector('german', folded)
   FROM (SELECT t.${key} AS key, t.${titleColumn} AS title, ${folded(`t.${titleColumn}`)} AS name, ${folded(text)} AS folded FROM ${from}) entry`;

/** Fills the database. Indices are made after the rows, foreign keys are not checked row by row: the data are ours. */
export async function generate(runner: { query(text: string): Promise<{ rows: unknown[] }> }, size: Size) {
  await runner.query('SET session_replication_role = replica');
  await runner.query("SET maintenance_work_mem = '256MB'");
  const { rows } =
    await runner.query(`SELECT c.relname::text AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 1`);
  const indices = rows as { name: string; definition: string }[];
  for (const index of indices) await runner.query(`DROP INDEX "${index.name}"`);
  for (const statement of statements(size)) await runner.query(statement);
  for (const { definition } of indices) await runner.query(definition);
  await runner.query('RESET session_replication_role');
  await runner.query('VACUUM ANALYZE');
}

/** Changes with the data: a database that was filled by another generator is not used. */
export const generatorText = (size: Size) => statements(size).join('\n');
