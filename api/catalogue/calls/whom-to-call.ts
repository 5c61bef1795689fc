import { known } from '../../../map-widget/model/known.ts';
import { commaJoin, identifier, type Sql, sql, unionAll } from '../../database/sql.ts';
import { catalogue } from '../entities/catalogue.ts';
import type { EntityName } from '../model/entity.ts';
import { type Reader, type Viewer, visible } from '../model/visibility.ts';
import {
  type Call,
  type CallStep,
  callSteps,
  type Subject,
  stepsOf,
  subjects,
  told,
  whoOf,
} from './chain.ts';

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
