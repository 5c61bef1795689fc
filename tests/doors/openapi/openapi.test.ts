import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasets, formatsOf } from '../../../api/publishing/datasets/register.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.database.close());

type Document = { paths: Record<string, { get: { parameters?: { name: string; in: string }[] } }> };
const source = async () => (await hub.app.request('/openapi.json')).text();

async function lint(text: string): Promise<string[]> {
  const problems = await lintFromString({
    source: text,
    absoluteRef: 'openapi.json',
    config: await createConfig({ extends: ['recommended'] }),
  });
  return problems.map(
    ({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`,
  );
}

describe('/openapi.json', () => {
  it("is valid by Redocly's recommended rules", async () => {
    expect(await lint(await source())).toEqual([]);
  });

  it('is refused by them when it is broken', async () => {
    const document = JSON.parse(await source());
    delete document.paths['/catalog'].get.responses;
    expect((await lint(JSON.stringify(document))).join('\n')).toContain('responses');
  });

  it('describes every file with its filters', async () => {
    const { paths } = JSON.parse(await source()) as Document;
    for (const dataset of datasets.values())
      for (const { extension } of formatsOf(dataset)) {
        const parameters = paths[`/data/${dataset.name}.${extension}`]?.get.parameters?.map(
          ({ name }) => name,
        );
        expect(parameters).toEqual(
          expect.arrayContaining([...Object.keys(dataset.filters), 'columns', 'order']),
        );
      }
  });

  it('has no address that is not there', async () => {
    const { paths } = JSON.parse(await source()) as Document;
    const keys: Record<string, string> = {
      municipality: '08311000',
      project: 'frelo-leihraeder',
      strategy: 'neuenburg-smart-city-2022',
      contact: 'gemeinde-rheinhausen',
      field: 'e-akte',
      event: 'digitaltag-freiburg-2025',
      topic: 'bauen',
    };
    const all = Object.keys(paths).map((path) => {
      const record = /^\/(?:ogc\/collections\/)?(\w+)\//.exec(path)?.[1] ?? '';
      const singular = Object.keys(keys).find((one) => record.startsWith(one.slice(0, -1))) ?? '';
      return path.replace(/\{\w+\}/, keys[singular] ?? '');
    });
    expect(all.length).toBeGreaterThan(50);
    const required: Record<string, string> = { '/suggest.json': '?q=wald' };
    for (const path of all)
      expect((await hub.app.request(path + (required[path] ?? ''))).status, path).toBe(200);
  });
});
