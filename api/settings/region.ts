import { z } from 'zod';
import { wholePattern } from '../catalogue/model/patterns.ts';

/** Which region is shown, and under which licence. */
export const region = {
  REGION: {
    type: z.string().regex(wholePattern('slug')),
    default: 'freiburg',
    allowed: 'the name of a folder in seed/regions',
    meaning: 'Region whose data is imported at the start and whose boundaries are shown.',
  },
  IMPORT_AT_START: {
    type: z.enum(['true', 'false']).transform((value) => value === 'true'),
    default: 'true',
    allowed: 'true or false',
    meaning: 'Whether the start imports the data of REGION into an empty catalogue.',
  },
  CATALOGUE_LICENCE: {
    type: z.enum(['dl-de/by-2-0', 'dl-de/zero-2-0', 'cc-by/4.0', 'cc-zero']),
    default: 'dl-de/by-2-0',
    allowed: 'dl-de/by-2-0, dl-de/zero-2-0, cc-by/4.0 or cc-zero',
    meaning: "Licence of the catalogue's data.",
  },
} as const;
