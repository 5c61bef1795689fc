import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** All scripts that the hub has loaded before anybody has asked for anything, as the inspector knows them. */
const script = `
  import { Session } from 'node:inspector';
  await import('./api/app.ts');
  const session = new Session();
  session.connect();
  session.on('Debugger.scriptParsed', ({ params }) => console.log(params.url));
  session.post('Debugger.enable');
  process.exit();`;

test('a hub loads what few answers are made with when it is first asked for one', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toContain('/node_modules/graphql/');
  const packages = new Set(
    [...stdout.matchAll(/node_modules\/((?:@[^/]+\/)?[^/\n]+)\//g)].map(([, name]) => name),
  );
  const rare = ['@zip.js/zip.js', 'feedsmith', 'hucre', 'jsonld', 'n3', 'proj4', '@electric-sql/pglite'];
  expect(rare.filter((name) => packages.has(name))).toEqual([]);
});
