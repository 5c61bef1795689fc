import { known } from '../../../map-widget/model/known.ts';
import { countRecords } from '../../catalogue/query/page.ts';
import { baseUrlOfFiles } from '../../http/base-url.ts';
import type { Hub } from '../../hub.ts';
import { archive } from '../data-package/archive.ts';
import { everything, recipeOf } from '../datasets/content.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { datasets, formatsOf } from '../datasets/register.ts';
import type { Generation } from '../files/generation.ts';
import type { MadeFile } from '../files/write-file.ts';
import type { Format } from '../formats/format.ts';
import type { Sizes } from './distribution.ts';
import { catalogueGraph } from './graph.ts';
import { type Quality, qualityOf } from './quality.ts';

/** A dataset with more rows is not made into files for the sake of their sizes. */
const cheapUpTo = 20_000;

/**
 * The datasets whose files have their sizes told, and whether the archive of all is among them. Which ones depends
 * on the catalogue alone, not on what was asked for before: the same revision is described in the same words.
 */
async function cheapDatasets(hub: Hub): Promise<{ cheap: Dataset[]; all: boolean }> {
  const all = [...datasets.values()];
  const counts = await Promise.all(
    all.map((dataset) => {
      const { where } = everything(dataset, known(formatsOf(dataset)[0], `format of ${dataset.name}`));
      return countRecords(hub, dataset, where);
    }),
  );
  const cheap = all.filter((_, at) => (counts[at] ?? 0) <= cheapUpTo);
  return { cheap, all: cheap.length === datasets.size };
}

const pathOf = (dataset: Dataset, { extension }: Format) => `${dataset.name}.${extension}`;

/** Size and checksum of each file that is cheap to make. */
export async function readSizes(hub: Hub, files: Generation): Promise<Sizes> {
  const base = baseUrlOfFiles(hub.settings);
  const sizes = new Map<string, MadeFile>();
  const { cheap, all } = await cheapDatasets(hub);
  for (const dataset of cheap)
    for (const format of formatsOf(dataset))
      sizes.set(pathOf(dataset, format), await files.made(recipeOf(hub, base, everything(dataset, format))));
  if (all) sizes.set('all.zip', await files.made(archive(hub, base, files)));
  return sizes;
}

/** The quality of the hub's own catalogue. That a size is told counts, not which: no file is made for it. */
export async function readQuality(hub: Hub, base: string): Promise<Quality> {
  const { cheap, all } = await cheapDatasets(hub);
  const paths = cheap.flatMap((dataset) => formatsOf(dataset).map((format) => pathOf(dataset, format)));
  const unmeasured: MadeFile = { path: '', size: 0, sha256: '' };
  const sizes = new Map([...paths, ...(all ? ['all.zip'] : [])].map((path) => [path, unmeasured]));
  return qualityOf(await catalogueGraph(hub, base, sizes));
}
