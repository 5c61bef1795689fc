import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Ahead,
  type Place,
  peerPoints,
  rankPeer,
  reasonCodes,
} from '../../../api/catalogue/insight/peer-ranking.ts';
import { distanceKm, kilometres } from '../../../api/catalogue/model/distance.ts';
import { sql } from '../../../api/database/sql.ts';
import { languages } from '../../../api/language.ts';
import { reasonInWords } from '../../../api/texts/calls/peer-words.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

const here = {
  ags: '1',
  kind: 'GEMEINDE',
  population: 2000,
  latitude: 48,
  longitude: 8,
  district: 'A',
  neighbours: ['2'],
};
const twin: Place & Ahead = {
  ...here,
  ags: '2',
  stage: 'COMPLETED',
  projects: 2,
  strategies: 1,
  contactOf: 'WORK',
};
const pointsOf = (there: Place & Ahead) =>
  Object.fromEntries(rankPeer(here, there).reasons.map(({ code, points }) => [code, points]));

describe('the ranking of peers', () => {
  it('gives a hundred points to a twin next door that has done much and can be called', () => {
    expect(rankPeer(here, twin).score).toBe(100);
    expect(pointsOf(twin)).toEqual(peerPoints);
  });

  it('gives points for size by the ratio of the populations, either way', () => {
    const sizes = [200, 500, 1000, 2000, 4000, 8000, 20_000, 200_000];
    expect(sizes.map((population) => pointsOf({ ...twin, population }).SIZE)).toEqual([
      0, 12, 21, 30, 21, 12, 0, 0,
    ]);
  });

  it('gives points for distance up to 50 km', () => {
    const degreesOf = (km: number) => 48 + km / 111.195;
    expect(
      [0, 10, 25, 40, 50, 200].map((km) => pointsOf({ ...twin, latitude: degreesOf(km) }).DISTANCE),
    ).toEqual([20, 16, 10, 4, 0, 0]);
  });

  it('has no reason that is not true', () => {
    expect(
      pointsOf({
        ...twin,
        ags: '9',
        kind: 'LANDKREIS',
        district: 'B',
        population: null,
        latitude: null,
        longitude: null,
        stage: 'ADOPTED',
        projects: 1,
        strategies: 0,
        contactOf: 'MUNICIPALITY',
      }),
    ).toEqual({ STAGE: 6, EXPERIENCE: 2, CONTACT: 3 });
  });

  it('says every reason in every language, with its numbers', () => {
    const { reasons } = rankPeer({ ...here, latitude: 48.1 }, { ...twin, population: 2893 });
    expect(reasons.map(({ code }) => code)).toEqual(reasonCodes);
    const said = Object.fromEntries(
      languages.map((language) => [language, reasons.map((reason) => reasonInWords(reason, language))]),
    );
    expect(said).toEqual({
      de: [
        '2.893 Einwohner (hier 2.000)',
        'dieselbe Art von Kommune',
        '11,1 km entfernt (Luftlinie)',
        'grenzt an',
        'im selben Landkreis',
        'hat ein Projekt abgeschlossen',
        '3 Projekte und Strategien dazu',
        'Kontakt zum Vorhaben',
      ],
      en: [
        '2,893 inhabitants (here 2,000)',
        'the same kind of municipality',
        '11.1 km away (as the crow flies)',
        'shares a border',
        'in the same district',
        'has completed a project',
        '3 projects and strategies on this',
        'contact for this work',
      ],
      fr: [
        '2\u202f893 habitants (ici 2\u202f000)',
        'même type de commune',
        'à 11,1 km (à vol d’oiseau)',
        'commune voisine',
        'dans le même arrondissement',
        'a achevé un projet',
        '3 projets et stratégies à ce sujet',
        'contact pour ce projet',
      ],
    });
  });

  it('names what there is experience with', () => {
    const said = (projects: number, strategies: number) =>
      languages.map((language) => {
        const { reasons } = rankPeer(here, { ...twin, projects, strategies });
        return reasonInWords(reasons.find(({ code }) => code === 'EXPERIENCE')!, language);
      });
    expect(said(1, 0)).toEqual(['ein Projekt dazu', 'one project on this', 'un projet à ce sujet']);
    expect(said(2, 0)).toEqual(['2 Projekte dazu', '2 projects on this', '2 projets à ce sujet']);
    expect(said(0, 1)).toEqual(['eine Strategie dazu', 'one strategy on this', 'une stratégie à ce sujet']);
    expect(said(0, 2)).toEqual(['2 Strategien dazu', '2 strategies on this', '2 stratégies à ce sujet']);
  });
});

describe('the distance', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await openHub();
    return () => hub.database.close();
  });

  it('is the same in memory and in the database, for every pair', async () => {
    type Point = { latitude: number; longitude: number };
    const pairs = await hub.database.prisma.$queryRaw<{ a: Point; b: Point; km: number }[]>`
      SELECT jsonb_build_object('latitude', a.latitude, 'longitude', a.longitude) AS a,
        jsonb_build_object('latitude', b.latitude, 'longitude', b.longitude) AS b,
        ${distanceKm(sql`a`, sql`b`)} AS km
      FROM municipality a JOIN municipality b ON a.ags < b.ags AND a.latitude IS NOT NULL AND b.latitude IS NOT NULL`;
    expect(pairs).toHaveLength((75 * 74) / 2);
    for (const { a, b, km } of pairs) expect(kilometres(a, b)).toBeCloseTo(km, 9);
  });
});
