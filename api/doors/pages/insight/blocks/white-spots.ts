import { listWhiteSpots } from '../../../../catalogue/insight/white-spots.ts';
import { column } from '../../../../catalogue/model/columns.ts';
import { namesOf } from '../../../../catalogue/query/names.ts';
import { href } from '../../../../language.ts';
import { insightTexts } from '../../../../texts/insight/insight.ts';
import { texts } from '../../../../texts/texts.ts';
import { germanIn, placeName } from '../../../../texts/words.ts';
import { type Block, figure, listOf, withoutDistricts, written } from '../block.ts';

/** So many stand on a page; the file has all of them. */
const mostListed = 500;

/** Of whom nothing is entered yet, with whom to ask there. */
export const whiteSpots: Block = {
  name: 'white-spots',
  async read({ hub, lang, figures, whole }) {
    const spots = await listWhiteSpots(hub, whole ? null : mostListed);
    const headline = await figures;
    const districts = new Set(spots.flatMap(({ district }) => district ?? []));
    const names = await namesOf(hub, new Map([['municipalities', districts]]), lang);
    const own = insightTexts[lang].blocks['white-spots'];
    const text = (value: string | null) => ({ value, text: value ?? '', lang: germanIn(lang) });
    return {
      sentence:
        headline.whiteSpots > 0
          ? own.sentence(
              figure(headline.whiteSpots, href('/insight/white-spots', lang), lang),
              figure(headline.municipalities, listOf('municipalities', withoutDistricts, lang), lang),
            )
          : [own.nobody],
      note: own.note,
      more: headline.whiteSpots - spots.length,
      plot: null,
      columns: [
        column('ags', 'key', 'Official municipality key.'),
        column('name', 'text', 'Name.'),
        column('district', 'key', 'AGS of the Landkreis.'),
        column('population', 'integer', 'Number of inhabitants.'),
        column('office', 'text', 'Name of the administration.'),
        column('street', 'text', 'Street and number.'),
        column('postcode', 'text', 'Postcode.'),
        column('place', 'text', 'Place.'),
        column('email', 'email', 'E-mail address.'),
        column('phone', 'phone', 'Telephone number.'),
      ],
      rows: spots.map((spot) => ({
        ags: { value: spot.ags },
        name: { value: spot.name, href: href(`/municipalities/${spot.ags}`, lang) },
        district: {
          value: spot.district,
          text: spot.district
            ? placeName(spot.district, names.municipalities?.[spot.district] ?? spot.district, texts[lang])
            : '',
        },
        population: {
          value: spot.population,
          text: spot.population === null ? '' : written(spot.population, lang),
        },
        office: text(spot.office),
        street: text(spot.street),
        postcode: text(spot.postcode),
        place: text(spot.place),
        email: {
          value: spot.email,
          text: spot.email ?? '',
          href: spot.email ? `mailto:${spot.email}` : undefined,
        },
        phone: text(spot.phone),
      })),
    };
  },
};
