import { beforeAll, describe, expect, it } from 'vitest';
import { writeCursor } from '../../api/doors/graphql/base/cursor.ts';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const told = async (path: string) => {
  const response = await hub.app.request(path);
  return { status: response.status, text: await response.text() };
};

/** What asks for a date or a moment, at every kind of door. */
const doors = [
  '/data/projects.json?changedSince=',
  '/data/projects.json?startedSince=',
  '/map.json?confirmedSince=',
  '/feeds/projects.json?changedSince=',
  '/ogc/collections/projects/items?changedSince=',
  '/ogc/collections/projects/items?datetime=',
  '/insight/meeting?field=e-akte&since=',
];

describe('a date that no calendar has', () => {
  it.each(
    doors.flatMap((door) =>
      ['0000-01-01', '10000-01-01', '-0001-01-01', '+010000-01-01', '294277-01-01', '2023-02-29'].map(
        (date) => door + encodeURIComponent(date),
      ),
    ),
  )('is refused in our words: %s', async (path) => {
    const { status, text } = await told(path);
    expect(status).toBe(400);
    expect(text).toContain('is not allowed; allowed is ');
  });

  it.each(['0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00', '2024-01-01T00:00:00+99:99'])(
    'is refused as a moment, also where its place on earth makes it one: %s',
    async (moment) => {
      for (const door of ['/data/projects.json?changedSince=', '/ogc/collections/projects/items?datetime=']) {
        const { status, text } = await told(door + encodeURIComponent(moment));
        expect([door, status]).toEqual([door, 400]);
        expect(text).toContain('is not allowed; allowed is');
      }
    },
  );
});

describe('the first and the last day', () => {
  it.each(['0001-01-01', '9999-12-31'])('are dates as others are: %s', async (date) => {
    for (const door of doors) expect([door, (await told(door + date)).status]).toEqual([door, 200]);
    const { errors } = await hub.query(`{ changes(since: "${date}") { totalCount } }`);
    expect(errors).toBeUndefined();
  });

  it.each(['9999-12-31/..', '../9999-12-31', '0001-01-01/9999-12-31', '9999-12-31T23:59:59.999Z'])(
    'are an interval: %s',
    async (interval) => {
      expect((await told(`/ogc/collections/projects/items?datetime=${interval}`)).status).toBe(200);
    },
  );
});

describe('a cursor that somebody has made', () => {
  const list = (value: string | number, key: string) => [
    ['projects', 'TITLE', writeCursor({ name: 'projects in the order TITLE', type: 'text' }, { value, key })],
    [
      'municipalities',
      'POPULATION',
      writeCursor({ name: 'municipalities in the order POPULATION', type: 'integer' }, { value, key }),
    ],
  ];
  const refusal = async (field: string, order: string, cursor: string) => {
    const { errors } = await hub.query(`{ ${field}(order: ${order}, after: "${cursor}") { totalCount } }`);
    return errors?.[0]?.message;
  };

  it.each([2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e300])(
    'is refused where its number is none of a record: %d',
    async (value) => {
      const [, [field, order, cursor]] = list(value, '08311000') as [unknown, [string, string, string]];
      expect(await refusal(field, order, cursor)).toMatch(/is not allowed; a cursor that this hub gave out/);
    },
  );

  it.each([
    ['a\0', 'x'],
    ['x', 'a\0'],
    ['\ud800', 'x'],
    ['x', 'a\udfff'],
  ])('is refused where its text is none: %j, %j', async (value, key) => {
    const [[field, order, cursor]] = list(value, key) as [[string, string, string]];
    expect(await refusal(field, order, cursor)).toMatch(/is not allowed; a cursor that this hub gave out/);
  });
});

describe('a search of a hundred words', () => {
  it.each(['a '.repeat(100), 'a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(4).slice(0, 200)])(
    'has an answer at every door: %s',
    async (text) => {
      const asked = encodeURIComponent(text);
      for (const path of ['/search?q=', '/map.json?text=', '/data/projects.json?text=', '/suggest.json?q='])
        expect([path, (await told(path + asked)).status]).toEqual([path, 200]);
      const { errors } = await hub.query('query($text: String!) { search(text: $text) { totalCount } }', {
        text,
      });
      expect(errors).toBeUndefined();
    },
  );
});

it.each(['/map.json', '/map.svg', '/projects', '/embed', '/feeds/projects.json', '/data/projects.json'])(
  'two mistakes at once are told as one alone is: %s',
  async (path) => {
    for (const query of ['slug=x&startedUntil=TITLE', "district=''--&notConfirmedSince=<!--"])
      expect([query, (await told(`${path}?${query}`)).status]).toEqual([query, 400]);
  },
);
