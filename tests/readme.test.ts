import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from './support/hub.ts';

const readme = readFileSync('README.md', 'utf8');
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] ?? '').join('\n');

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

describe('the README', () => {
  it('names only npm scripts that exist', () => {
    const named = [...commands.matchAll(/npm (?:run )?(start|test|import|boundaries|\w+)\b/g)].map(
      (match) => match[1],
    );
    expect(named.filter((name) => name !== 'install' && !scripts.includes(name ?? ''))).toEqual([]);
    expect(named).toContain('start');
  });

  it('shows a query that answers with the running projects of Landkreis Emmendingen', async () => {
    const body = /-d '(\{"query":[\s\S]*?\})'\n/.exec(commands)?.[1] ?? '';
    const { query } = JSON.parse(body) as { query: string };
    const answer = (await hub.query(query)) as never as { data: { projects: { totalCount: number } } };
    expect(answer).not.toHaveProperty('errors');
    expect(answer.data.projects.totalCount).toBeGreaterThan(10);
  });

  it('shows downloads that have records', async () => {
    const paths = [...commands.matchAll(/curl -s 'http:\/\/localhost:4000(\/data[^']*)'/g)].map(
      (match) => match[1] ?? '',
    );
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const response = await hub.app.request(path);
      expect(response.status, path).toBe(200);
      expect((await response.text()).length, path).toBeGreaterThan(200);
    }
  });

  it('lists the attributes of the map as the widget has them', async () => {
    const element = readFileSync('map-widget/element.ts', 'utf8');
    const table = /const attributes = \{([^}]+)\}/.exec(element)?.[1] ?? '';
    const attributes = [...table.matchAll(/: '([\w-]+)'/g)].map((match) => match[1]);
    expect(attributes).toContain('locked');
    const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
    for (const attribute of attributes)
      expect(
        rows.some((row) => row.split('|')[1]!.includes(`\`${attribute}\``)),
        attribute,
      ).toBe(true);
  });
});
