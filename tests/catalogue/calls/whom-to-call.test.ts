import { beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../../api/catalogue/calls/chain.ts';
import { whomToCall } from '../../../api/catalogue/calls/whom-to-call.ts';
import { catalogue } from '../../../api/catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../api/catalogue/model/entity.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const calls = async (entity: EntityName, key: string, from: string | null = null) =>
  (await whomToCall(hub, entity, [key], from)).get(key) ?? [];
const inShort = ({ step, organisation, phone, email }: Call) => [step, organisation, phone ?? email];
const change = (statement: string) => hub.database.prisma.$executeRawUnsafe(statement);

describe('whom to call', () => {
  it('is about a project its own contact first, then the town hall, the Landkreis and the region', async () => {
    expect((await calls('projects', 'muellheim-kita-vormerkung')).map(inShort)).toEqual([
      ['OWN_CONTACT', 'Stadt Müllheim im Markgräflerland', '07631 801-379'],
      ['LEAD_OFFICE', 'Stadt Müllheim im Markgräflerland', '07631 801-0'],
      ['DISTRICT_OFFICE', 'Landratsamt Breisgau-Hochschwarzwald', 'poststelle@lkbh.de'],
    ]);
  });

  it('skips a town hall without number and mail, and names it last with its address', async () => {
    const found = await calls('projects', 'denzlingen-kita-vormerkung');
    expect(found.map(inShort)).toEqual([
      ['DISTRICT_OFFICE', 'Landratsamt Emmendingen', 'mail@landkreis-emmendingen.de'],
      ['OFFICE_ADDRESS', 'Gemeinde Denzlingen', null],
    ]);
    expect([found[1]?.street, found[1]?.website]).toEqual(['Hauptstraße 110', 'https://www.denzlingen.de']);
  });

  it('never offers a contact of another field, and a contact of the field before the town hall', async () => {
    const slug = 'emmendingen-virtuelles-bauamt';
    const steps = async () => (await calls('projects', slug)).map(({ step }) => step);
    const before = await steps();
    expect(before[0]).toBe('LEAD_OFFICE');
    await change(`INSERT INTO project_field (project, field) VALUES ('${slug}', 'e-akte')`);
    expect(await steps()).toEqual(before);
    await change(
      `INSERT INTO contact_field (contact, field) VALUES ('stadt-emmendingen-buergerbeteiligung', 'e-akte')`,
    );
    expect(await steps()).toEqual(['FIELD_CONTACT', ...before]);
    await change(
      `UPDATE contact SET person = 'Erika Muster' WHERE slug = 'stadt-emmendingen-buergerbeteiligung'`,
    );
    expect(await steps()).toEqual(before);
  });

  it('has of many participants the nearest to who asks', async () => {
    const places = async (from: string | null) =>
      (await calls('projects', 'ag-breitband-hochschwarzwald', from))
        .filter(({ step }) => step === 'PARTICIPANT_OFFICE')
        .map(({ municipalityName }) => municipalityName);
    expect(await places(null)).toHaveLength(3);
    expect(await places('08315016')).not.toEqual(await places('08315037'));
    expect((await places('08315016'))[0]).toBe('Breitnau');
  });

  it('leads somewhere from every record with a place: to a number or a mail address', async () => {
    for (const entity of ['municipalities', 'projects', 'strategies'] as const) {
      const { table, key } = catalogue[entity];
      const rows = await hub.database.prisma.$queryRawUnsafe<{ key: string; placed: boolean }[]>(
        `SELECT ${key} AS key, ${entity === 'projects' ? `EXISTS (SELECT 1 FROM participation p WHERE p.project = slug)` : 'TRUE'} AS placed FROM ${table.stored}`,
      );
      const keys = rows.filter(({ placed }) => placed).map((row) => row.key);
      const found = await whomToCall(hub, entity, keys);
      const nobody = keys.filter((one) => !found.get(one)?.[0]?.email && !found.get(one)?.[0]?.phone);
      expect(nobody).toEqual([]);
    }
  });
});
