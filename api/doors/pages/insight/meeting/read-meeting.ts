import { catalogue } from '../../../../catalogue/entities/catalogue.ts';
import { type Missing, readMissing } from '../../../../catalogue/insight/missing.ts';
import { dayOf } from '../../../../catalogue/model/freshness.ts';
import { isPartialDate } from '../../../../catalogue/model/partial-date.ts';
import { nameIn, namesOf } from '../../../../catalogue/query/names.ts';
import type { FilterInput } from '../../../../catalogue/query/read-filter.ts';
import { ProjectStatus } from '../../../../database/generated/enums.ts';
import { sql } from '../../../../database/sql.ts';
import { badInput } from '../../../../errors.ts';
import type { Hub } from '../../../../hub.ts';
import type { Language } from '../../../../language.ts';
import { type FoundRecord, requireRecord } from '../../../../publishing/records/record.ts';
import { listFirst, type RelatedList } from '../../../../publishing/records/related.ts';
import { monthBefore } from '../blocks/changes.ts';

/** What a meeting on a field wants to know. */
export type Meeting = {
  readonly field: FoundRecord;
  /** The day from which on something is new. */
  readonly since: string;
  readonly active: RelatedList;
  readonly planned: RelatedList;
  readonly changed: RelatedList;
  readonly missing: Missing;
  /** Names of those who take part, by AGS. */
  readonly places: Readonly<Record<string, string>>;
};

const planned = ['IDEA', 'PLANNED'];
const active = Object.values(ProjectStatus).filter((status) => !planned.includes(status));

/** So many projects of each kind are told at most, and so many of who is missing. */
const most = { projects: 10, missing: 500 };

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
  const list = (filter: FilterInput) =>
    listFirst(hub, catalogue.projects, { field: [slug], ...filter }, most.projects, lang);
  const field = await requireRecord(hub, catalogue.fields, slug, lang, { most: 1 });
  const [activeOnes, plannedOnes, changed, missing] = await Promise.all([
    list({ status: active }),
    list({ status: planned }),
    list({ changedSince: from }),
    readMissing(hub, slug, most.missing),
  ]);
  const told = [...activeOnes.rows, ...plannedOnes.rows];
  const keys = new Set(told.flatMap((row) => (row.municipalities as string[] | null) ?? []));
  const names = await namesOf(hub, new Map([['municipalities', keys]]), lang);
  return {
    field,
    since: from,
    active: activeOnes,
    planned: plannedOnes,
    changed,
    missing,
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
