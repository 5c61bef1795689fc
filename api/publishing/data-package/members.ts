import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hub } from '../../hub.ts';
import { everything, recipeOf } from '../datasets/content.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { datasets, requireDataset } from '../datasets/register.ts';
import type { Recipe } from '../files/generation.ts';
import { csv } from '../formats/csv.ts';
import { geojson } from '../formats/geojson.ts';
import { tablesOf } from '../licences.ts';

/** A file of the data package: the same behind `/data/` and in the archive. */
export type Member = {
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly contentType: string;
  /** Of a table. */
  readonly dataset?: Dataset;
  /** The files of the region that it goes back to. */
  readonly sources: readonly string[];
  readonly recipe: Recipe;
};

/** All files of the package: every dataset as CSV, the boundaries, and how the data were collected. */
export const membersOf = (hub: Hub, base: string): Member[] => [
  ...[...datasets.values()].map(
    (dataset): Member => ({
      path: `${dataset.name}.csv`,
      name: dataset.name,
      title: dataset.title.en,
      description: dataset.description.en,
      contentType: csv.contentType,
      dataset,
      sources: tablesOf(dataset).map((table) => `${table}.csv`),
      recipe: recipeOf(hub, base, everything(dataset, csv)),
    }),
  ),
  ...otherMembers(hub, base),
];

/** Those that are no dataset of their own: each has an address of its own. */
export function otherMembers(hub: Hub, base: string): Member[] {
  const provenance = join(hub.region.folder, 'PROVENANCE.md');
  const boundaries: Member = {
    path: 'boundaries.geojson',
    name: 'boundaries',
    title: 'Boundaries',
    description: 'Every municipality and Landkreis as an area, simplified for maps.',
    contentType: geojson.contentType,
    sources: ['boundaries.topo.json', 'municipalities.csv'],
    recipe: recipeOf(
      hub,
      base,
      everything(requireDataset('municipalities'), geojson, { geometry: 'boundary' }),
    ),
  };
  if (!existsSync(provenance)) return [boundaries];
  return [
    boundaries,
    {
      path: 'PROVENANCE.md',
      name: 'provenance',
      title: 'Provenance',
      description: 'How the data were collected.',
      contentType: 'text/markdown; charset=utf-8',
      sources: [],
      recipe: {
        key: 'PROVENANCE.md',
        async *make() {
          yield await readFile(provenance);
        },
      },
    },
  ];
}
