import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../api/catalogue/entities/catalogue.ts';
import { readFilter } from '../../../api/catalogue/query/read-filter.ts';
import { sql } from '../../../api/database/sql.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const projects = async (text: string) => {
  const where = await readFilter(hub, catalogue.projects, { text }, '?');
  const rows = await hub.database.rows<{ slug: string }>(
    sql`SELECT t.slug FROM project t WHERE ${where} ORDER BY t.slug`,
  );
  return rows.map(({ slug }) => slug);
};

describe('words that mean the same find the same', () => {
  it.each([
    ['Smart City', 'SmartCity', 'Smart-City', 'smartcity'],
    ['E-Akte', 'eAkte', 'e akte', 'E – Akte'],
    ['WLAN', 'W-LAN', 'w lan', 'WiFi'],
    ['KI', 'Künstliche Intelligenz', 'kuenstliche intelligenz'],
    ['Mängelmelder', 'Maengelmelder', 'Schadensmelder'],
    ['Freiburg im Breisgau', 'Freiburg i. Br.', 'Stadt Freiburg', 'Freiburg/Breisgau', 'Rathaus Freiburg'],
    ['Riegel am Kaiserstuhl', 'Riegel a.K.', 'Gemeinde Riegel', 'Riegel'],
    ['Sankt Peter', 'St. Peter', 'St Peter'],
    ['Kreis Emmendingen', 'Landkreis Emmendingen', 'LK Emmendingen', 'Landratsamt Emmendingen'],
  ])('%s', async (first, ...others) => {
    const found = await projects(first);
    if (first !== 'Sankt Peter') expect(found.length).toBeGreaterThan(0);
    for (const other of others) expect(await projects(other), other).toEqual(found);
  });

  it('a word is not cut where a half is in every text: «nachbar» is no «nach Bar»', async () => {
    expect(await projects('nachapp')).toEqual([]);
    expect((await projects('cityapp')).length).toBeGreaterThan(0);
  });

  it('the name of a place finds what belongs to it, also where no text has the name', async () => {
    const rows = await hub.database.rows<{ project: string }>(
      sql`SELECT project FROM participation WHERE municipality = '08316039' ORDER BY 1`,
    );
    expect(await projects('Gemeinde Sexau')).toEqual(expect.arrayContaining(rows.map((row) => row.project)));
    expect(rows.length).toBeGreaterThan(0);
  });
});
