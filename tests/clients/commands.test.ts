import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandsFor } from '../../api/doors/pages/data/commands.ts';
import { datasets } from '../../api/publishing/datasets/register.ts';
import { serveHub } from '../support/serve.ts';

const all = [...datasets.values()];
let hub: Awaited<ReturnType<typeof serveHub>>;
let folder: string;
let counts: Record<string, number>;
beforeAll(async () => {
  hub = await serveHub();
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
  counts = {};
  for (const { name } of all)
    counts[name] = ((await (await fetch(`${hub.base}/data/${name}.json`)).json()) as object[]).length;
  return async () => {
    rmSync(folder, { recursive: true });
    await hub.close();
  };
});

const run = async (program: string, ...given: string[]) =>
  (await promisify(execFile)(program, given, { cwd: folder, maxBuffer: 64_000_000 })).stdout;

describe('the commands of a page of data, as they stand there,', () => {
  it('fetch every dataset with curl', async () => {
    await run('bash', '-ec', all.map((one) => commandsFor(one, hub.base).curl).join('\n'));
    const fetched = all.map(({ name }) => [
      name,
      parse(readFileSync(join(folder, `${name}.csv`))).length - 1,
    ]);
    expect(Object.fromEntries(fetched)).toEqual(counts);
  });

  it('read every dataset with pandas; AGS and years stay texts', async () => {
    const script = [
      ...all.map((one) => commandsFor(one, hub.base).python),
      'import json',
      `print(json.dumps([{${all.map(({ name }) => `"${name}": len(${name.replaceAll('-', '_')})`)}},`,
      'municipalities.ags.iloc[0], list(projects.set_index("slug").loc["ag-breitband-hochschwarzwald", ["period_start", "municipalities"]])]))',
    ].join('\n');
    const [read, ags, [year, places]] = JSON.parse(await run('/usr/bin/python3', '-c', script));
    expect(read).toEqual(counts);
    expect(ags).toMatch(/^0831\d+$/);
    expect(year).toBe('2016');
    expect(places).toContain('08315039');
  });
});
