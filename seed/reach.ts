/**
 * `npm run reach`: who can be reached. Prints for all records how many lead to a telephone number or an e-mail
 * address, by the record's own contact alone and by the whole chain, and what the suggestions of all municipalities
 * end with. Exit code 1 where a record with a place leads nowhere, or a suggestion that nobody can be called about
 * stands before one with somebody.
 */
import { Console } from 'node:console';
import { type CallStep, callSteps } from '../api/catalogue/calls/chain.ts';
import { whomToCall } from '../api/catalogue/calls/whom-to-call.ts';
import { entities } from '../api/catalogue/entities/catalogue.ts';
import { findPeers } from '../api/catalogue/insight/peers.ts';
import { type Reader, thePublic } from '../api/catalogue/model/visibility.ts';
import { readRegion } from '../api/catalogue/region/region.ts';
import { openDatabase } from '../api/database/open-database.ts';
import { identifier, sql } from '../api/database/sql.ts';
import { environmentWithFile, readSettings } from '../api/settings/settings.ts';

const { table: print, log } = new Console(process.stdout);

const percent = (some: number, all: number) => (all === 0 ? '' : `${Math.round((some / all) * 1000) / 10} %`);

async function chains(reader: Reader) {
  const table: Record<string, Record<string, string | number>> = {};
  let nowhere = 0;
  for (const { name, table: stored, key } of entities) {
    const rows = await reader.database.rows<{ key: string }>(
      sql`SELECT t.${identifier(key)} AS key FROM ${identifier(stored.stored)} t`,
    );
    const found = await whomToCall(
      reader,
      name,
      rows.map((row) => row.key),
    );
    const first = new Map<CallStep | 'NOBODY', number>();
    for (const calls of found.values()) {
      const step = calls[0]?.step ?? 'NOBODY';
      first.set(step, (first.get(step) ?? 0) + 1);
    }
    const lost = (first.get('NOBODY') ?? 0) + (first.get('OFFICE_ADDRESS') ?? 0);
    nowhere += lost;
    table[name] = {
      records: rows.length,
      'by own contact': percent(first.get('OWN_CONTACT') ?? 0, rows.length),
      'by the chain': percent(rows.length - lost, rows.length),
      ...Object.fromEntries(callSteps.map((step) => [step, first.get(step) ?? 0])),
      NOBODY: first.get('NOBODY') ?? 0,
    };
  }
  print(table);
  return nowhere;
}

async function suggestions(reader: Reader) {
  const places = await reader.database.rows<{ ags: string }>(sql`SELECT t.ags FROM municipality t`);
  const found = await findPeers(
    reader,
    [],
    places.map(({ ags }) => ags),
    Number.POSITIVE_INFINITY,
  );
  let shown = 0;
  let reachable = 0;
  let behind = 0;
  for (const { ranked } of found.values()) {
    const peers = await ranked();
    const best = peers.slice(0, 5);
    shown += best.length;
    reachable += best.filter(({ way }) => way).length;
    const last = peers.findLastIndex(({ way }) => way);
    behind += peers.slice(0, last + 1).filter(({ way }) => !way).length;
  }
  log(
    `Suggestions: ${shown} for ${places.length} municipalities, ${reachable} (${percent(reachable, shown)}) with somebody to call; ${behind} without one stand before one with.`,
  );
  return behind;
}

const settings = readSettings(environmentWithFile(process.env));
const database = await openDatabase(settings);
try {
  const reader = { database, viewer: thePublic, region: readRegion(settings.REGION) };
  const [nowhere, behind] = [await chains(reader), await suggestions(reader)];
  process.exitCode = nowhere + behind > 0 ? 1 : 0;
} finally {
  await database.close();
}
process.exit();
