import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The storeys of the house from the top: a file may import what lies in its own storey or below it.
 * Doors stand side by side and do not import each other.
 */
const storeys = [
  'api/doors',
  'api/publishing',
  'api/http',
  'api/texts',
  'api/imports',
  'api/curation',
  'api/access',
  'api/catalogue',
  'api/database',
];

/** The storeys of the widget; the hub may import the lowest, which needs no browser. */
const widgetStoreys = ['map-widget/parts', 'map-widget/map', 'map-widget/dom', 'map-widget/model'];

/** They put the house together, so they may import everything. */
const entrances = ['api/app.ts', 'api/first-import.ts', 'api/server.ts'];

const within = (file: string, folder: string) => file.startsWith(`${folder}/`);
const storeyOf = (file: string, list: string[]) => list.findIndex((storey) => within(file, storey));
const doorOf = (file: string) => (within(file, 'api/doors') ? file.split('/')[2] : undefined);

/** Whether `file` may import `imported`, both as paths from the top. */
function mayImport(file: string, imported: string) {
  if (within(file, 'map-widget')) {
    const [from, to] = [storeyOf(file, widgetStoreys), storeyOf(imported, widgetStoreys)];
    return (
      within(imported, 'map-widget') && (from === -1 || to >= from || /\.css(\?inline)?$/.test(imported))
    );
  }
  if (within(imported, 'map-widget')) return within(imported, 'map-widget/model');
  if (entrances.includes(file)) return true;
  const [from, to] = [storeyOf(file, storeys), storeyOf(imported, storeys)];
  // What lies in api/ itself (settings, errors, language, the hub) serves every storey.
  if (to === -1) return true;
  if (from === -1) return to >= storeys.indexOf('api/catalogue');
  return to > from || (to === from && doorOf(file) === doorOf(imported));
}

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

test('arrows between the storeys run downwards, and no door imports another', () => {
  expect(imports.length).toBeGreaterThan(500);
  expect(
    imports
      .filter(({ file, imported }) => !mayImport(file, imported))
      .map(({ file, imported }) => `${file} imports ${imported}`),
  ).toEqual([]);
});

test('what the hub shares with the widget touches no document', () => {
  for (const file of files.filter((name) => within(name, 'map-widget/model')))
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/from 'leaflet'|\b(document|window)\./);
});
