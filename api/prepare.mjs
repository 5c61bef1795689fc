/**
 * Brings a checkout to where its TypeScript can run: packages, generated code, the widget. Runs before
 * `npm start` and `npm test`, in plain JavaScript because nothing is installed yet. A step whose inputs have
 * not changed since it last ran is skipped.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
/** npm's own program: npm names it to what it runs; Node brings it along where this runs without npm. */
const npm = process.env.npm_execpath ?? npmOfNode();
// Generators are found by name.
const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) };

const steps = [
  {
    what: 'Installing packages',
    inputs: ['package-lock.json'],
    stamp: 'node_modules/.prepared',
    // Nothing here needs the packages' own install scripts, some of which would download.
    command: [npm, 'ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
  },
  {
    what: 'Generating the database client',
    inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
    stamp: 'api/database/generated/.prepared',
    command: ['node_modules/prisma/build/index.js', 'generate'],
  },
  {
    what: 'Building the map widget',
    inputs: ['map-widget', 'vite.config.ts', 'package-lock.json'],
    stamp: 'map-widget/dist/.prepared',
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
];

function npmOfNode() {
  const bin = dirname(realpathSync(process.execPath));
  const places = ['../lib/node_modules', '../share/nodejs', 'node_modules', '../share'].map((place) =>
    join(bin, place, 'npm/bin/npm-cli.js'),
  );
  const found = places.find(existsSync);
  if (found) return found;
  process.stderr.write(
    'npm is not where Node usually has it: run «npm start» or «npm test», which prepare themselves.\n',
  );
  process.exit(1);
}

/** All files of an input, named from the top of the checkout, in a fixed order; what is built is no input. */
function files(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => name !== 'dist')
    .sort()
    .flatMap((name) => files(posix.join(path, name)));
}

/** The same wherever the checkout lies: one that was moved or copied stays prepared. */
function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(files)) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

for (const { what, inputs, stamp, command } of steps) {
  const expected = fingerprint(inputs);
  const stampFile = join(root, stamp);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === expected) continue;
  process.stdout.write(`${what} …\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  if (status !== 0) {
    process.stderr.write(`${what} failed:\n${stdout}${stderr}\n`);
    process.exit(1);
  }
  writeFileSync(stampFile, expected);
}
