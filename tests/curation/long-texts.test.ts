import { beforeAll, describe, expect, it } from 'vitest';
import { changeRecords } from '../support/change.ts';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

/** Text that nothing makes shorter: no two of its characters have to do with each other. */
function random(length: number, first: number, count: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647;
    return String.fromCodePoint(first + (state % count));
  }).join('');
}
const words = (text: string) => text.replace(/(.{7})./gu, '$1 ').trim();

describe('the longest texts that have room', () => {
  it.each([
    ['letters that fall into three when they are sorted', random(500, 0xac00, 11_172)],
    ['letters of four bytes', random(250, 0x20_000, 40_000)],
    ['one word', random(500, 0x61, 26)],
    ['signs that are no letters', '!'.repeat(500)],
  ])('stand in a name, which is sorted and found: %s', async (_, title) => {
    await changeRecords(hub.database, { projects: [{ slug: 'frelo-leihraeder', title }] });
    const { data } = await hub.query('{ project(slug: "frelo-leihraeder") { title } }');
    expect(data).toEqual({ project: { title } });
    const { errors } = await hub.query(
      '{ projects(order: TITLE, first: 100) { edges { cursor } pageInfo { endCursor } } }',
    );
    expect(errors).toBeUndefined();
  });

  it.each([
    ['one word', random(20_000, 0x61, 26)],
    ['one word of foreign letters', random(20_000, 0x4e00, 20_000)],
    ['words, no two alike', words(random(20_000, 0x61, 26))],
    ['words of foreign letters, no two alike', words(random(20_000, 0xac00, 11_172))],
  ])('stand in every text of a record: %s', async (_, text) => {
    const texts = { summary_de: text, summary_en: text.split('').reverse().join('') };
    await changeRecords(hub.database, { projects: [{ slug: 'frelo-leihraeder', ...texts }] });
    const { data } = await hub.query('{ project(slug: "frelo-leihraeder") { summary(lang: DE) } }');
    expect(data).toEqual({ project: { summary: text } });
    expect((await hub.query('{ search(text: "frelo") { totalCount } }')).errors).toBeUndefined();
  });
});
