import type { Context } from 'hono';
import { catalogue } from '../../catalogue/entities/catalogue.ts';
import { checkFilter } from '../../catalogue/query/read-filter.ts';
import type { Hub } from '../../hub.ts';
import { filterNames, readParameters } from '../../publishing/datasets/read-parameters.ts';
import { findAnswers } from '../../publishing/records/answers.ts';

/**
 * `GET /answers.json?home=08316042&topic=e-akte`: who can help a municipality with something, and whom to call there.
 * Parameters: `home`, the AGS of who asks; every filter of projects; `lang`.
 * @throws CallerError for a filter or value that does not exist.
 */
export async function answers(c: Context, hub: Hub): Promise<Response> {
  const names = filterNames(catalogue.projects);
  const { filter, given, lang } = readParameters(new URL(c.req.url).searchParams, names, ['home', 'lang']);
  await checkHome(hub, given.home);
  const checked = await checkFilter(hub, catalogue.projects, filter, '?');
  const [{ number }, found] = await Promise.all([
    hub.database.revision.current(),
    findAnswers(hub, given.home ?? null, checked, lang),
  ]);
  c.set('complete', true);
  return c.json({ revision: number, lang, ...found }, 200, { 'access-control-allow-origin': '*' });
}

/** @throws CallerError where the municipality that asks does not exist. */
export async function checkHome(hub: Hub, home: string | undefined): Promise<void> {
  if (home === undefined) return;
  await checkFilter(hub, { ...catalogue.projects, filters: { home: homeFilter } }, { home }, '?');
}

const homeFilter = { type: 'key', references: 'municipalities', description: '' } as const;
