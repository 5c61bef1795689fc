import { beforeAll, describe, expect, it } from 'vitest';
import { unzip } from '../../api/publishing/files/zip.ts';
import { asXml } from '../../api/publishing/xml.ts';
import { openHub, type TestHub } from '../support/hub.ts';

/** All that stays in UTF-8 and that XML has no way to write; `\0` the database does not take. */
const forbidden = '\u0001\u0008\u000b\u001f\ufffe\uffff';
const spoilt = /[^\P{Cc}\t\n\r\x7f-\x9f]|\p{Noncharacter_Code_Point}|&#(x0*)?(1|8|b|11|1f|31);/u;

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ CATALOGUE_PUBLISHER: `Amt${forbidden}` });
  const { prisma } = hub.database;
  // As only another program can write it: no change of ours has such characters.
  const text = `Vorher${forbidden}Nachher`;
  await prisma.project.update({
    where: { slug: 'frelo-leihraeder' },
    data: { title: text, summaryDe: text },
  });
  await prisma.fieldOfAction.updateMany({ data: { nameDe: text } });
  await prisma.topic.updateMany({ data: { nameDe: text } });
  await prisma.municipality.update({ where: { ags: '08311000' }, data: { name: text } });
  await prisma.event.updateMany({ data: { title: text } });
  return () => hub.database.close();
});

const asked = encodeURIComponent(forbidden);
const inner = encodeURIComponent(`https://hub.example/?text=${asked}`);
const documents = [
  '/map.svg',
  `/map.svg?text=Vorher${asked}`,
  '/map.svg?field=e-akte&municipality=08311000',
  '/map.svg?project=frelo-leihraeder',
  '/map/locator.svg?municipality=08311000',
  '/insight/coverage.svg',
  '/insight/partners.svg',
  '/feeds/projects.atom',
  `/feeds/projects.atom?text=Vorher${asked}`,
  '/feeds/fields.atom',
  '/feeds/events.atom',
  '/oembed?format=xml&url=https://hub.example/projects/frelo-leihraeder',
  `/oembed?format=xml&url=${inner}`,
  '/catalog.rdf',
  '/sitemap.xml',
];

describe('what XML has no way to write', () => {
  it('is left out of a text, and nothing else is', () => {
    const kept = '\t\n\r ~\u007f\u0085\u2028\ufffd\u{1f600}\u{10fffd}äß';
    expect(asXml(`a\0${forbidden}\ud800${kept}\udfff`)).toBe(`a${kept}`);
  });

  it.each(documents)('is in no document, from the catalogue or from who asks: %s', async (path) => {
    const response = await hub.app.request(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('xml'),
    ]);
    expect(spoilt.exec(await response.text())).toBeNull();
  });

  it.each(['/map.png?width=300&text=%01', '/map/card.png', '/insight/coverage.png'])(
    'keeps no picture from being drawn: %s',
    async (path) => {
      const response = await hub.app.request(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    },
  );

  it.each(['/data/projects.xlsx', '/data/municipalities.xlsx', '/insight/coverage.xlsx'])(
    'is in no part of a workbook: %s',
    async (path) => {
      const workbook = new Uint8Array(await (await hub.app.request(path)).arrayBuffer());
      for (const part of await unzip(workbook))
        expect([part.path, spoilt.exec(new TextDecoder().decode(part.bytes))]).toEqual([part.path, null]);
    },
  );
});
