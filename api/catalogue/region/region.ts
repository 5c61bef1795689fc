import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Language } from '../../language.ts';
import { SettingsError } from '../../settings/settings.ts';
import { noWords, readVocabulary, type Vocabulary, type WordsFile, wordsFile } from '../model/vocabulary.ts';

/** A text in every language; French may be missing and is then German. */
const text = z
  .object({ de: z.string(), en: z.string(), fr: z.string().optional() })
  .transform(({ de, en, fr }): Record<Language, string> => ({ de, en, fr: fr ?? de }));

/** A line that a source wants under what is made of it; names and years alone are the same in every language. */
const line = z.union([text, z.string().transform((same) => ({ de: same, en: same, fr: same }))]);

/** Whom people can turn to; the address is a postal one, its lines separated by commas. */
const authority = z.object({ name: z.string(), address: z.string().optional(), url: z.url() });

/** `region.json`: what the hub says about a region and where each file of its data comes from. */
const regionFile = z.object({
  slug: z.string(),
  name: text,
  title: text,
  intro: text,
  attribution: z.array(line).transform(
    (lines): Record<Language, string[]> => ({
      de: lines.map(({ de }) => de),
      en: lines.map(({ en }) => en),
      fr: lines.map(({ fr }) => fr),
    }),
  ),
  /** Of the Land, for privacy page and accessibility statement. */
  authorities: z
    .object({
      accessibilityLaw: text.optional(),
      conciliation: authority.optional(),
      dataProtection: authority.optional(),
    })
    .optional(),
  sources: z.array(
    z.object({
      file: z.string(),
      title: text,
      source: z.string(),
      date: z.string(),
      licence: z.object({ name: z.string(), url: z.string() }),
      attribution: line,
      note: text.optional(),
    }),
  ),
});

export type Region = z.infer<typeof regionFile> & {
  /** Folder of the region's data. */
  readonly folder: string;
  /** What people call its places and things; of `words.json`, where there is one. */
  readonly vocabulary: Vocabulary;
  /** TopoJSON of the boundaries, and the address that changes with its content. */
  readonly boundaries: {
    readonly body: string;
    readonly path: string;
    /** Names of the files with finer boundaries, which a large region has; each changes with its content. */
    readonly finer: ReadonlySet<string>;
  };
};

const readWords = (file: string): WordsFile =>
  existsSync(file) ? wordsFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : noWords;

const regionsFolder = fileURLToPath(new URL('../../../seed/regions/', import.meta.url));

/**
 * Reads a region's folder.
 * @param regions where the folders of the regions are.
 * @throws SettingsError when there is no such region.
 */
export function readRegion(slug: string, regions = regionsFolder): Region {
  const folder = join(regions, slug);
  if (!existsSync(join(folder, 'region.json')))
    throw new SettingsError(`REGION is "${slug}"; allowed is one of ${readdirSync(regions).join(', ')}.`);
  const body = readFileSync(join(folder, 'boundaries.topo.json'), 'utf8');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const details = join(folder, 'boundaries');
  const finer = new Set(existsSync(details) ? readdirSync(details) : []);
  return {
    ...regionFile.parse(JSON.parse(readFileSync(join(folder, 'region.json'), 'utf8'))),
    folder,
    vocabulary: readVocabulary(readWords(join(folder, 'words.json'))),
    boundaries: { body, path: `/map/boundaries-${hash}.json`, finer },
  };
}
