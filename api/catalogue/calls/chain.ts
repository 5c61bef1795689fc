import { type Sql, sql } from '../../database/sql.ts';
import { distanceKm } from '../model/distance.ts';
import type { EntityName } from '../model/entity.ts';
import { districtOf } from '../model/places.ts';
import { type Viewer, visibleContacts } from '../model/visibility.ts';
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
export const subjects: Readonly<Record<EntityName, Subject>> = {
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
export function stepsOf({ contacts, places, fields }: Subject, viewer: Viewer, from: string | null): Sql[] {
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
export const told = sql`c.slug AS contact, m.ags AS municipality, m.name AS "municipalityName", m.kind::text AS kind,
  coalesce(c.organisation, m.office_organisation) AS organisation, c.unit, c.role_de AS "roleDe", c.role_en AS "roleEn",
  CASE WHEN c.slug IS NULL THEN m.office_street END AS street,
  CASE WHEN c.slug IS NULL THEN m.office_postcode END AS postcode,
  CASE WHEN c.slug IS NULL THEN m.office_place END AS place,
  CASE WHEN c.slug IS NULL THEN m.office_email ELSE c.email END AS email,
  CASE WHEN c.slug IS NULL THEN m.office_phone ELSE c.phone END AS phone,
  CASE WHEN c.slug IS NULL THEN m.website ELSE c.website END AS website,
  CASE WHEN c.slug IS NULL AND m.office_confidence = 'SECONDARY' THEN coalesce(m.office_source_date, '') END AS "unconfirmedSince"`;

/** The rows of `told` for a row `w` of a step. */
export const whoOf = (
  w: Sql,
  viewer: Viewer,
): Sql => sql`LEFT JOIN ${visibleContacts(viewer)} c ON c.slug = ${w}.contact
  LEFT JOIN municipality m ON m.ags = coalesce(${w}.office, c.municipality)`;
