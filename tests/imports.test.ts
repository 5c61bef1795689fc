import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** What a folder may import; beside it, every folder of `api/` may import the files that lie in `api/` itself. */
const mayImport: Record<string, string[]> = {
  api: ['api/catalogue', 'api/database'],
  'api/database': [],
  'api/catalogue': ['api/database'],
  'api/curation': ['api/catalogue', 'api/database'],
  'api/texts': ['api/catalogue', 'api/database'],
  'api/frame': ['api/texts'],
  'api/graphql': ['api/catalogue', 'api/database'],
  'api/exports': ['api/frame', 'api/texts', 'api/catalogue', 'api/database'],
  'api/static-map': ['api/exports', 'api/texts', 'api/catalogue', 'api/database', 'map-widget'],
  'api/pages': ['api/exports', 'api/frame', 'api/texts', 'api/catalogue', 'api/database', 'map-widget'],
  'map-widget': [],
};

/** They put the house together. */
const entrances = ['api/app.ts', 'api/server.ts'];

/** The parts of the widget that are data, classes and words, which the hub draws and says as well. */
const shared = [
  'boundaries',
  'classes',
  'contract',
  'filters',
  'headline',
  'label-place',
  'layer',
  'texture',
  'view',
];
const isShared = (file: string) =>
  file.startsWith('map-widget/texts/') || shared.some((name) => file === `map-widget/${name}.ts`);

const folderOf = (file: string) =>
  file.startsWith('api/') ? file.split('/').slice(0, -1).slice(0, 2).join('/') : 'map-widget';

const files = ['api', 'map-widget'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/(^|\/)(generated|dist)\//.test(name))
    .map((name) => join(root, name)),
);
const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) => ({
    file,
    imported: join(dirname(file), path!),
  })),
);
const told = (wrong: typeof imports) => wrong.map(({ file, imported }) => `${file} imports ${imported}`);

test('arrows between the folders run one way', () => {
  expect(imports.length).toBeGreaterThan(500);
  const wrong = imports.filter(({ file, imported }) => {
    const [from, to] = [folderOf(file), folderOf(imported)];
    if (from === to || entrances.includes(file)) return false;
    return !(to === 'api' && from !== 'map-widget') && !mayImport[from]?.includes(to);
  });
  expect(told(wrong)).toEqual([]);
});

test('what the hub shares with the widget needs no browser', () => {
  const needing = imports.filter(
    ({ file, imported }) =>
      (file.startsWith('api/') || isShared(file)) &&
      imported.startsWith('map-widget/') &&
      !isShared(imported),
  );
  expect(told(needing)).toEqual([]);
  for (const file of files.filter(isShared))
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/from 'leaflet'|\b(document|window)\./);
});
