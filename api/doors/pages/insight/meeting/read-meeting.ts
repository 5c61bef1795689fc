import { catalogue } from '../../../../catalogue/entities/catalogue.ts';
import { countCoverage } from '../../../../catalogue/insight/coverage.ts';
import { listMissing } from '../../../../catalogue/insight/missing.ts';
import { dayOf } from '../../../../catalogue/model/freshness.ts';
import { isPartialDate } from '../../../../catalogue/model/partial-date.ts';
import { nameIn, namesOf } from '../../../../catalogue/query/names.ts';
import type { Row } from '../../../../catalogue/query/page.ts';
import { sql } from '../../../../database/sql.ts';
import { badInput } from '../../../../errors.ts';
import type { Hub } from '../../../../hub.ts';
import type { Language } from '../../../../language.ts';
import { type FoundRecord, requireRecord } from '../../../../publishing/records/record.ts';
import { monthBefore } from '../blocks/changes.ts';

/** What a meeting on a field wants to know. */
export type Meeting = {
  readonly field: FoundRecord;
  /** The day from which on something is new. */
  readonly since: string;
  readonly active: readonly Row[];
  readonly planned: readonly Row[];
  readonly changed: readonly Row[];
  readonly missing: readonly { readonly ags: string; readonly name: string }[];
  /** All that could take part; Landkreise are not counted. */
  readonly municipalities: number;
  /** Names of those who take part, by AGS. */
  readonly places: Readonly<Record<string, string>>;
};

const isPlan = ({ status }: Row) => status === 'IDEA' || status === 'PLANNED';

/**
 * @param since a day; without it a month ago.
 * @throws CallerError where there is no such field or day.
 */
export async function readMeeting(
  hub: Hub,
  slug: string,
  since: string | undefined,
  lang: Language,
): Promise<Meeting> {
  const from = since ?? monthBefore(dayOf(Date.now()));
  if (from.length !== 10 || !isPartialDate(from))
    throw badInput('?since', from, 'allowed is a day, such as 2026-07-14');
  const [field, missing, coverage] = await Promise.all([
    requireRecord(hub, catalogue.fields, slug, lang),
    listMissing(hub, slug),
    countCoverage(hub, 'FIELD', slug, sql`t.kind <> 'LANDKREIS'`),
  ]);
  const projects = field.related.projects?.rows ?? [];
  const keys = new Set(projects.flatMap((row) => (row.municipalities as string[] | null) ?? []));
  const names = await namesOf(hub, new Map([['municipalities', keys]]), lang);
  return {
    field,
    since: from,
    active: projects.filter((row) => !isPlan(row)),
    planned: projects.filter(isPlan),
    changed: projects.filter((row) => dayOf(new Date(row.changed_at as string)) >= from),
    missing,
    municipalities: coverage[0]?.municipalities ?? 0,
    places: names.municipalities ?? {},
  };
}

/** Slug and name of each field of action, in their order. */
export async function listFields(
  { database }: Hub,
  lang: Language,
): Promise<readonly (readonly [slug: string, name: string])[]> {
  const rows = await database.rows<{ slug: string; name: string }>(
    sql`SELECT t.slug, ${nameIn.fields(lang)} AS name FROM field t ORDER BY t.position, t.slug`,
  );
  return rows.map(({ slug, name }) => [slug, name]);
}
