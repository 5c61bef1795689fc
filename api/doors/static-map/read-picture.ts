import type { LayerName } from '../../../map-widget/model/filters.ts';
import { headline, regionDetail } from '../../../map-widget/model/headline.ts';
import { textsFor } from '../../../map-widget/model/texts/texts-for.ts';
import { catalogue } from '../../catalogue/entities/catalogue.ts';
import type { FilterInput } from '../../catalogue/query/read-filter.ts';
import type { Hub } from '../../hub.ts';
import type { Language } from '../../language.ts';
import { licences } from '../../publishing/licences.ts';
import { readMap } from '../../publishing/map-data.ts';
import { filterWords } from '../../texts/filter-words.ts';
import { texts } from '../../texts/texts.ts';
import { readableDate } from '../../texts/words.ts';
import type { Picture } from './picture.ts';

/** What a picture is about, in the middle of the region: a place, or a project with its participants. */
export type About = { readonly title: string; readonly places: readonly string[] };

/** What the map shows under these filters, in the words that the widget uses. */
export async function readPicture(
  hub: Hub,
  filter: FilterInput,
  layer: LayerName,
  lang: Language,
  base: string,
  about: About | null,
): Promise<Picture> {
  const [data, words, { createdAt }] = await Promise.all([
    readMap(hub, filter, lang, { most: 0 }),
    filterWords(hub, catalogue.projects, filter, lang),
    hub.database.revision.current(),
  ]);
  const widgetTexts = textsFor(lang);
  const t = texts[lang];
  const municipalities = data.municipalities.filter(({ kind }) => kind !== 'LANDKREIS');
  const inPlace = municipalities.filter(({ outside }) => !outside);
  return {
    title: about?.title ?? data.title,
    layer,
    summary: headline(layer, widgetTexts, inPlace, data.counts),
    details: [
      ...regionDetail(layer, widgetTexts, data.counts),
      ...words.map(({ label, values }) => t.named(label, values.join(', '))),
    ],
    municipalities,
    marked: about?.places ?? [],
    sources: [
      ...hub.region.attribution[lang],
      t.named(t.licence, licences[hub.settings.CATALOGUE_LICENCE].name),
      t.named(t.date, readableDate(createdAt, lang)),
      base.replace(/^https?:\/\//, ''),
    ],
    texts: widgetTexts,
  };
}
