import { schema } from '../../api/doors/graphql/schema.ts';
import { readSettings } from '../../api/settings/settings.ts';
import { argumentsFrom, dearestQuery, firstRecords } from '../support/dearest-query.ts';
import { ask, longestWait, startTarget } from './processes.ts';
import type { Finding } from './report.ts';

/** `npm run faults -- dearest`: the dearest query that the limits allow below each field of the query, one by one. */
export async function dearestFaults(): Promise<Finding[]> {
  const hub = await startTarget();
  try {
    const given = argumentsFrom(await ask(hub.url, firstRecords));
    const took: { name: string; ms: number; others: number }[] = [];
    for (const name of Object.keys(schema.getQueryType()?.getFields() ?? {})) {
      const { query } = dearestQuery(schema, name, given[name] ?? '', readSettings({}));
      // What a process does for the first time is no matter of the query.
      await ask(hub.url, query);
      const begun = performance.now();
      const asked = ask(hub.url, `${query} # again`);
      const others = await longestWait(`${hub.url}/healthz`, asked);
      await asked;
      took.push({ name, ms: performance.now() - begun, others });
    }
    const finding = (what: string, key: 'ms' | 'others', most: number): Finding => {
      const [worst, ...rest] = took.sort((one, other) => other[key] - one[key]);
      const after = rest.slice(0, 3).map((one) => `${one.name} ${Math.round(one[key])}`);
      return {
        what,
        measured: `${Math.round(worst?.[key] ?? 0)} ms at the longest (${worst?.name}), then ${after.join(', ')}`,
        goal: `at most ${most} ms`,
        held: (worst?.[key] ?? 0) <= most,
      };
    };
    return [
      finding(`the dearest query below each of ${took.length} fields is answered`, 'ms', 1000),
      finding('/healthz answers meanwhile', 'others', 100),
    ];
  } finally {
    await hub.stop();
  }
}
