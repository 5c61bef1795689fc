import { badInput } from '../../../errors.ts';
import type { Hub } from '../../../hub.ts';
import type { Language } from '../../../language.ts';
import { csv } from '../../../publishing/formats/csv.ts';
import type { Content } from '../../../publishing/formats/format.ts';
import { xlsx } from '../../../publishing/formats/xlsx.ts';
import { coloursOf, type Theme, themes } from '../../../publishing/pictures/colours.ts';
import { PlotPicture } from '../../../publishing/plots/plot-picture.tsx';
import { asXml } from '../../../publishing/xml.ts';
import { insightTexts } from '../../../texts/insight/insight.ts';
import { readableDate } from '../../../texts/words.ts';
import { plain } from './block.ts';
import type { Insight, ShownBlock } from './read-insight.ts';

export const tableFormats = { csv, xlsx };

/** The table behind a plot as a file, its values as the catalogue has them. */
export function writeTable(
  format: keyof typeof tableFormats,
  hub: Hub,
  lang: Language,
  { block, shown }: ShownBlock,
): AsyncIterable<string | Uint8Array> {
  const rows = shown.rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value])),
  );
  const { title } = insightTexts[lang].blocks[block.name];
  const everywhere = (text: string) => ({ de: text, en: text, fr: text });
  const content: Content = {
    hub,
    dataset: {
      name: block.name,
      title: everywhere(title),
      description: everywhere(plain(shown.sentence)),
    },
    columns: shown.columns,
    pages: onePage(rows),
    options: { profile: 'rfc4180' },
    lang,
  };
  return tableFormats[format].write(content);
}

async function* onePage<Row>(rows: readonly Row[]) {
  yield rows;
}

const widths = { least: 280, usual: 720, most: 2400 };

/** What a picture of a plot can be told. */
export function readPicture(given: Readonly<Partial<Record<string, string>>>): {
  theme: Theme;
  width: number;
} {
  const theme = themes.find((one) => one === (given.theme ?? 'light'));
  if (!theme) throw badInput('?theme', given.theme ?? '', `allowed are ${themes.join(', ')}`);
  const width = Number(given.width ?? widths.usual);
  if (!Number.isInteger(width) || width < widths.least || width > widths.most)
    throw badInput(
      '?width',
      given.width ?? '',
      `allowed are whole numbers from ${widths.least} to ${widths.most}`,
    );
  return { theme, width };
}

/** A plot that stands alone, with its title, its day and its sources; null where there is nothing to draw. */
export function drawAlone(
  { asked: { hub, lang, day }, blocks: [of] }: Insight,
  base: string,
  { theme, width }: { readonly theme: Theme; readonly width: number },
): string | null {
  if (!of?.shown.plot) return null;
  const t = insightTexts[lang];
  const host = base.replace(/^https?:\/\//, '');
  return asXml(
    String(
      <PlotPicture
        plot={of.shown.plot}
        width={width}
        colours={coloursOf(theme)}
        id={of.block.name}
        frame={{
          lines: [
            `${hub.region.title[lang]}. ${t.asOf(readableDate(day, lang))}.`,
            `${host}/insight/${of.block.name}`,
          ],
        }}
      />,
    ),
  );
}
