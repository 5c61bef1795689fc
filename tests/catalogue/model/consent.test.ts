import { beforeAll, expect, it } from 'vitest';
import { changeRecords } from '../../support/change.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
const slug = 'frau-beispiel';
beforeAll(async () => {
  hub = await openHub();
  await changeRecords(hub.database, {
    contacts: [
      {
        slug,
        organisation: 'Gemeinde',
        person: 'Erika Beispiel',
        region_wide: false,
        source_url: 'https://example.org/',
      },
    ],
  });
  return () => hub.database.close();
});

const consent = (consentOn: string | null, consentReviewOn: string | null) =>
  hub.database.prisma.contact.update({ where: { slug }, data: { consentOn, consentReviewOn } });
const isPublic = async () => {
  const { data } = await hub.query(`{ contact(slug: "${slug}") { slug } }`);
  return (data as unknown as { contact: object | null }).contact !== null;
};
const day = (daysFromNow: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(
    Date.now() + daysFromNow * 86_400_000,
  );

it.each([
  ['was given and is not to be asked for again yet', '2020-01-01', '2099-01-01', true],
  ['was given today', day(0), '2099', true],
  ['was given this year, on a day that nobody noted', day(0).slice(0, 4), '2099', true],
  ['will be given in two days', day(2), '2099-01-01', false],
  ['will be given next century', '2100', '2100-01-01', false],
  ['was to be asked for again', '2020-01-01', day(-1), false],
  ['has no end', '2020-01-01', null, false],
  ['has no beginning', null, '2099-01-01', false],
])('a consent that %s shows the person: %s to %s is %s', async (_, on, reviewOn, shows) => {
  await consent(on, reviewOn);
  expect(await isPublic()).toBe(shows);
});

it('a consent that has not begun is none that ran out', async () => {
  await consent('2098-01-01', '2099-01-01');
  const { data } = await hub.query('{ changes(since: "2020", first: 100) { edges { node { key } } } }');
  expect(JSON.stringify(data)).not.toContain(slug);
});
