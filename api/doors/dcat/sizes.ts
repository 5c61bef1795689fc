import { countRecords } from '../../catalogue/query/page.ts';
import type { Hub } from '../../hub.ts';
import { archive } from '../../publishing/data-package/archive.ts';
import { everything, recipeOf } from '../../publishing/datasets/content.ts';
import { datasets, formatsOf } from '../../publishing/datasets/register.ts';
import type { Generation } from '../../publishing/files/generation.ts';
import type { MadeFile } from '../../publishing/files/write-file.ts';
import type { Sizes } from './distribution.ts';

/** A dataset with more rows is not made into files for the sake of their sizes. */
const cheapUpTo = 20_000;

/**
 * Size and checksum of each file that is cheap to make. Which ones depends on the catalogue alone, not on what was
 * asked for before: the same revision is described in the same words.
 */
export async function readSizes(hub: Hub, base: string, files: Generation): Promise<Sizes> {
  const sizes = new Map<string, MadeFile>();
  let allCheap = true;
  for (const dataset of datasets.values()) {
    const count = await countRecords(hub, dataset, everything(dataset, formatsOf(dataset)[0]!).where);
    if (count > cheapUpTo) allCheap = false;
    else
      for (const format of formatsOf(dataset))
        sizes.set(
          `${dataset.name}.${format.extension}`,
          await files.made(recipeOf(hub, base, everything(dataset, format))),
        );
  }
  if (allCheap) sizes.set('all.zip', await files.made(archive(hub, base, files)));
  return sizes;
}
