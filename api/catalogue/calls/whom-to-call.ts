import { known } from '../../../map-widget/model/known.ts';
import { commaJoin, identifier, type Sql, sql, unionAll } from '../../database/sql.ts';
import { catalogue } from '../entities/catalogue.ts';
import { distanceKm } from '../model/distance.ts';
import type { EntityName } from '../model/entity.ts';
import { districtOf } from '../model/places.ts';
import { type Reader, type Viewer, visible, visibleContacts } from '../model/visibility.ts';
import { hasReachableOffice, isReachable } from './reachable.ts';

/** The steps of the chain, the best first. The last has neither telephone nor e-mail, but an address. */
export const callSteps = [
  'OWN_CONTACT',
  'FIELD_CONTACT',
  'OWN_OFFICE',
  'LEAD_OFFICE',
  'PARTICIPANT_OFFICE',
  'DISTRICT_OFFICE',
  'REGION_CONTACT',
  'OFFICE_ADDRESS',
] as const;
export type CallStep = (typeof callSteps)[number];

/** Somebody to call about a record, and which step of the chain led there. */
export type Call = {
  readonly step: CallStep;
  /** Slug of the contact; null where it is an office. */
  readonly contact: string | null;
  /** AGS of the municipality that it belongs to; null where it belongs to none. */
  readonly municipality: string | null;
  readonly municipalityName: string | null;
  /** Kind of that municipality: a town hall or a Landratsamt. */
  readonly kind: string | null;
  readonly organisation: string;
  readonly unit: string | null;
  readonly roleDe: string | null;
  readonly roleEn: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  /** Of an office whose number is from others or old: the date of that source, or empty where it has none. */
  readonly unconfirmedSince: string | null;
  /** The field that a FIELD_CONTACT deals with, and the record as well. */
  readonly field: string | null;
};

/** What the chain knows of a record, as SQL over its alias `t`. */
export type Subject = {
  /** Its own contacts: `slug`, in the order in which they are to be called as `position`. */
  readonly contacts: Sql;
  /** The municipalities that it is about: `ags`, its `part` in it (OWN, LEAD or PARTNER), `position`. */
  readonly places: Sql;
  /** Its fields of action: `field`. */
  readonly fields: Sql;
};

const none = {
  contacts: sql`SELECT NULL::text AS slug, 0 AS position WHERE FALSE`,
  places: sql`SELECT NULL::text AS ags, NULL::text AS part, 0 AS position WHERE FALSE`,
  fields: sql`SELECT NULL::text AS field WHERE FALSE`,
};

export const aboutProject = (t: Sql): Subject => ({
  contacts: sql`SELECT ${t}.contact AS slug, 0 AS position`,
  places: sql`SELECT pp.municipality AS ags, pp.role::text AS part, pp.position FROM participation pp WHERE pp.project = ${t}.slug`,
  fields: sql`SELECT pf.field FROM project_field pf WHERE pf.project = ${t}.slug`,
});

const t = sql`t`;

/** What the chain knows of a record of each entity. */
const subjects: Readonly<Record<EntityName, Subject>> = {
  projects: aboutProject(t),
  strategies: {
    contacts: sql`SELECT t.contact AS slug, 0 AS position`,
    places: sql`SELECT so.municipality AS ags, 'OWN' AS part, so.position FROM strategy_owner so WHERE so.strategy = t.slug`,
    fields: sql`SELECT sf.field FROM strategy_field sf WHERE sf.strategy = t.slug`,
  },
  municipalities: { ...none, places: sql`SELECT t.ags, 'OWN' AS part, 0 AS position` },
  contacts: {
    ...none,
    contacts: sql`SELECT t.slug, 0 AS position`,
    places: sql`SELECT t.municipality AS ags, 'OWN' AS part, 0 AS position`,
  },
  fields: {
    ...none,
    contacts: sql`SELECT cf.contact AS slug, 0 AS position FROM contact_field cf WHERE cf.field = t.slug`,
  },
  topics: none,
  events: none,
};

/**
 * The steps of the chain: each gives `contact` or `office` (an AGS) and its `position` within the step. An office
 * stands once, at its best step.
 * @param from AGS of who asks: among participants the nearest are first.
 */
function stepsOf({ contacts, places, fields }: Subject, viewer: Viewer, from: string | null): Sql[] {
  const known = visibleContacts(viewer);
  const contact = (step: CallStep, position: Sql, rest: Sql, field = sql`NULL::text`) =>
    sql`SELECT ${callSteps.indexOf(step)}::integer AS step, c.slug AS contact, NULL::text AS office, ${position}::double precision AS position, ${field} AS field ${rest}`;
  const office = (step: CallStep, position: Sql, rest: Sql) =>
    sql`SELECT ${callSteps.indexOf(step)}::integer AS step, NULL::text AS contact, m.ags AS office, ${position}::double precision AS position, NULL::text AS field ${rest}`;
  const nearest = from
    ? sql`coalesce((SELECT ${distanceKm(sql`o`, sql`m`)} FROM municipality o WHERE o.ags = ${from}), 1000 + pl.position)`
    : sql`pl.position`;
  const ofPlace = sql`FROM (${places}) pl JOIN municipality m ON m.ags = pl.ags`;
  const ofPart = (step: CallStep, part: string) =>
    office(step, nearest, sql`${ofPlace} WHERE pl.part = ${part} AND ${hasReachableOffice(sql`m`)}`);
  return [
    contact(
      'OWN_CONTACT',
      sql`own.position`,
      sql`FROM (${contacts}) own JOIN ${known} c ON c.slug = own.slug WHERE ${isReachable(sql`c`)}`,
    ),
    contact(
      'FIELD_CONTACT',
      sql`CASE pl.part WHEN 'PARTNER' THEN 1000 ELSE 0 END + pl.position`,
      sql`FROM (${places}) pl JOIN ${known} c ON c.municipality = pl.ags JOIN contact_field cf ON cf.contact = c.slug
        WHERE cf.field IN (${fields}) AND ${isReachable(sql`c`)}`,
      sql`cf.field`,
    ),
    ofPart('OWN_OFFICE', 'OWN'),
    ofPart('LEAD_OFFICE', 'LEAD'),
    ofPart('PARTICIPANT_OFFICE', 'PARTNER'),
    office(
      'DISTRICT_OFFICE',
      sql`min(pl.position)`,
      sql`FROM (${places}) pl JOIN municipality mm ON mm.ags = pl.ags JOIN municipality m ON m.ags = ${districtOf(sql`mm`)}
        WHERE ${hasReachableOffice(sql`m`)} GROUP BY m.ags`,
    ),
    contact(
      'REGION_CONTACT',
      sql`row_number() OVER (ORDER BY c.slug)`,
      sql`FROM ${known} c WHERE c.region_wide AND ${isReachable(sql`c`)}`,
    ),
    office(
      'OFFICE_ADDRESS',
      sql`CASE pl.part WHEN 'PARTNER' THEN 1000 ELSE 0 END + pl.position`,
      sql`${ofPlace} WHERE m.office_organisation IS NOT NULL AND NOT ${hasReachableOffice(sql`m`)}`,
    ),
  ];
}

/** What is told of whoever a step has found, over the aliases `c` (contact) and `m` (municipality). */
const told = sql`c.slug AS contact, m.ags AS municipality, m.name AS "municipalityName", m.kind::text AS kind,
  coalesce(c.organisation, m.office_organisation) AS organisation, c.unit, c.role_de AS "roleDe", c.role_en AS "roleEn",
  CASE WHEN c.slug IS NULL THEN m.office_street END AS street,
  CASE WHEN c.slug IS NULL THEN m.office_postcode END AS postcode,
  CASE WHEN c.slug IS NULL THEN m.office_place END AS place,
  CASE WHEN c.slug IS NULL THEN m.office_email ELSE c.email END AS email,
  CASE WHEN c.slug IS NULL THEN m.office_phone ELSE c.phone END AS phone,
  CASE WHEN c.slug IS NULL THEN m.website ELSE c.website END AS website,
  CASE WHEN c.slug IS NULL AND m.office_confidence = 'SECONDARY' THEN coalesce(m.office_source_date, '') END AS "unconfirmedSince"`;

/** The rows of `told` for a row `w` of a step. */
const whoOf = (
  w: Sql,
  viewer: Viewer,
): Sql => sql`LEFT JOIN ${visibleContacts(viewer)} c ON c.slug = ${w}.contact
  LEFT JOIN municipality m ON m.ags = coalesce(${w}.office, c.municipality)`;

/** So many of one step are named at most: who asks a project of forty needs no forty town halls. */
const perStep = 3;

/**
 * Whom to call about each of some records, the best first. The same rule at every door: the record's own contact,
 * a contact of a participant for its field, the office of who leads or takes part, the Landkreis, the region; last
 * an office of which only the address is known. Who has neither telephone nor e-mail is nobody to call.
 * @param from AGS of who asks: among participants the nearest are first.
 */
export async function whomToCall(
  { database, viewer }: Reader,
  entityName: EntityName,
  keys: readonly string[],
  from: string | null = null,
): Promise<ReadonlyMap<string, readonly Call[]>> {
  const { table, key } = catalogue[entityName];
  const rows = await database.rows<Omit<Call, 'step'> & { key: string; step: number }>(sql`
    SELECT w.key, w.step, w.field, ${told} FROM (
      SELECT t.${identifier(key)} AS key, w.*,
        row_number() OVER (PARTITION BY t.${identifier(key)}, w.step ORDER BY w.position, w.contact, w.office) AS place,
        row_number() OVER (PARTITION BY t.${identifier(key)}, w.contact, w.office ORDER BY w.step, w.position) AS time
      FROM ${visible(table, viewer)} t CROSS JOIN LATERAL (${unionAll(stepsOf(subjects[entityName], viewer, from))}) w
      WHERE t.${identifier(key)} = ANY(${[...keys]})
    ) w ${whoOf(sql`w`, viewer)}
    WHERE w.place <= ${perStep} AND w.time = 1
    ORDER BY w.key, w.step, w.place`);
  const found = new Map<string, Call[]>(keys.map((one) => [one, []]));
  for (const { key: of, step, ...call } of rows)
    found.get(of)?.push({ ...call, step: known(callSteps[step], `step ${step}`) });
  return found;
}

/** Somebody that another question has found: a contact, or the office of a municipality (AGS). */
export type Way = {
  readonly step: CallStep;
  readonly contact: string | null;
  readonly office: string | null;
};

/** What is told of them, in their order; null of a contact that has stopped being public. */
export async function readCalls(
  { database, viewer }: Reader,
  ways: readonly Way[],
): Promise<(Call | null)[]> {
  const rows = await database.rows<Omit<Call, 'step'> & { at: number }>(sql`
    SELECT w.at, NULL::text AS field, ${told}
    FROM jsonb_to_recordset(${JSON.stringify(ways.map((way, at) => ({ ...way, at })))}::jsonb) AS w(at integer, contact text, office text)
    ${whoOf(sql`w`, viewer)} WHERE c.slug IS NOT NULL OR w.office IS NOT NULL`);
  const byPlace = new Map(rows.map(({ at, ...call }) => [at, call]));
  return ways.map(({ step }, at) => {
    const call = byPlace.get(at);
    return call ? { ...call, step } : null;
  });
}

/**
 * The first of the chain for a row of a larger statement, as a join that gives `call_to`: `step` (its number) and
 * the columns of `told`. A step is only looked for where those before it found nobody.
 */
export function joinFirstCall(subject: Subject, viewer: Viewer): Sql {
  const first = stepsOf(subject, viewer, null).map(
    (step) => sql`(SELECT to_jsonb(s) FROM (${step}) s ORDER BY s.position, s.contact, s.office LIMIT 1)`,
  );
  return sql`LEFT JOIN LATERAL (
    SELECT w.step, ${told} FROM (
      SELECT (f.one->>'step')::integer AS step, f.one->>'contact' AS contact, f.one->>'office' AS office
      FROM (SELECT coalesce(${commaJoin(first)}) AS one) f
    ) w ${whoOf(sql`w`, viewer)} WHERE w.step IS NOT NULL
  ) call_to ON TRUE`;
}
