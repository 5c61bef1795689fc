import { distances, facetNames, usualDistance } from '../../../../map-widget/model/filters.ts';
import { textsFor } from '../../../../map-widget/model/texts/texts-for.ts';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { Texts } from '../../../texts/de.ts';
import type { FilterWord } from '../../../texts/filter-words.ts';
import { texts } from '../../../texts/texts.ts';
import { namedIn, placeName, wordFor } from '../../../texts/words.ts';
import { choice } from '../choice.tsx';
import { placesToChoose } from '../places-to-choose.ts';
import { Sentence } from '../sentence.tsx';
import type { Listed } from './listed.ts';
import { embedQuery } from './read-embed.ts';

/** `Handlungsfeld: Menschen mitnehmen` */
export const Phrase = ({ word: { label, values, lang }, t }: { word: FilterWord; t: Texts }) => (
  <Sentence pieces={[t.named(label, ''), { text: values.join(', '), lang }]} />
);

/** What leads on within the page, the one in a frame too. */
const here = (href: string) => ({ href, target: '_self', rel: 'nofollow' });

/** A link to the list without these filters; a circle without its centre is none, unless its size is held. */
export const without = ({ path, embed }: Listed, names: readonly string[]) => {
  const gone = names.includes('near') && !embed.locked.includes('km') ? [...names, 'km'] : names;
  return here(path + embedQuery(embed, Object.fromEntries(gone.map((name) => [name, []]))));
};

/** What narrows the list, each with a link that takes it away unless it is locked. */
export function ChosenFilters(listed: Listed) {
  const { embed, words } = listed;
  if (words.length === 0) return null;
  const t = texts[embed.lang];
  const free = words.filter(({ name }) => !embed.locked.includes(name));
  return (
    <ul class="inline chosen">
      {words.map((word) => (
        <li>
          <Phrase word={word} t={t} />
          {free.includes(word) && (
            <>
              {' '}
              <a {...without(listed, [word.name])}>
                {t.remove}
                <span class="hidden">
                  {' '}
                  <Phrase word={word} t={t} />
                </span>
              </a>
            </>
          )}
        </li>
      ))}
      {free.length > 1 && (
        <li>
          <a
            {...without(
              listed,
              free.map(({ name }) => name),
            )}
          >
            {t.removeAll}
          </a>
        </li>
      )}
    </ul>
  );
}

/** Every choice that leads on, with its count. */
export function FacetLinks({ embed, data, path }: Listed) {
  const { lang, filter, locked } = embed;
  const t = texts[lang];
  return (
    <>
      {facetNames
        .filter((name) => !locked.includes(name))
        .map((name) => (
          <details open={name === 'field'}>
            <summary>{wordFor(t.filterLabels, name)}</summary>
            <ul class="inline">
              {data.facets[name].map(({ value, name: given, count }) => {
                const chosen = filter[name]?.includes(value);
                const word = name === 'district' ? placeName(value, given, t) : wordFor(t.values, given);
                return count > 0 || chosen ? (
                  <li>
                    <a
                      {...here(path + embedQuery(embed, { [name]: chosen ? [] : [value] }))}
                      lang={namedIn(catalogue.projects.filters[name]?.references, lang)}
                      aria-current={chosen ? 'true' : undefined}
                    >
                      {word}
                    </a>
                    {'\u00a0'}
                    <span class="muted">{count}</span>
                  </li>
                ) : null;
              })}
            </ul>
          </details>
        ))}
    </>
  );
}

/** Free text and what is near, within everything else that is chosen. */
export function SearchForm({ embed, data, path }: Listed) {
  const { lang, filter, locked } = embed;
  const asked = ['text', 'near', 'km'].filter((name) => !locked.includes(name));
  if (!asked.includes('text') && !asked.includes('near')) return null;
  const t = texts[lang];
  const w = textsFor(lang);
  const others = embedQuery(embed, Object.fromEntries(asked.map((name) => [name, []])));
  const all = data.municipalities.filter(({ kind }) => kind !== 'LANDKREIS');
  const places = placesToChoose(all, filter);
  const km = Number(filter.km?.[0] ?? usualDistance);
  const circles = [...new Set([...distances, km])].sort((one, other) => one - other);
  return (
    <search>
      <form class="search" action={path} target="_self">
        {[...new URLSearchParams(others)].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {asked.includes('text') && (
          <label class="field">
            {t.searchLabel}
            <input name="text" type="search" value={filter.text?.[0] ?? ''} maxlength={200} />
          </label>
        )}
        {asked.includes('near') &&
          places.length > 0 &&
          choice(
            'near',
            w.filterNames.near,
            [['', w.anywhere], ...places.map(({ ags, name }) => [ags, name] as const)],
            filter.near?.[0] ?? '',
          )}
        {asked.includes('km') &&
          places.length > 0 &&
          choice(
            'km',
            w.filterNames.km,
            circles.map((value) => [String(value), w.km(value)]),
            String(km),
          )}
        <button type="submit">{t.search}</button>
      </form>
    </search>
  );
}
