import { textsFor } from '../../map-widget/texts/texts.ts';
import type { MapData } from '../exports/map-data.ts';
import type { FilterWord } from './filter-words.ts';
import { href, texts } from './layout.tsx';
import { ChosenFilters, FacetLinks, phrase, SearchForm, without } from './list-filters.tsx';
import type { Embed } from './read-embed.ts';
import { germanIn, placeName, wordFor } from './words.ts';

export type Listed = {
  readonly embed: Embed;
  readonly data: MapData;
  readonly words: readonly FilterWord[];
  /** Path of the page that shows the list. */
  readonly path: '/' | '/embed';
};

/** Everything the map shows as a list with filters that are links: the whole page where no script runs. */
export function MapList(listed: Listed) {
  const { embed, data } = listed;
  const { lang } = embed;
  const t = texts[lang];
  const w = textsFor(lang);
  const municipalities = data.municipalities.filter(({ kind }) => kind !== 'LANDKREIS');
  const active = municipalities.filter(({ projects }) => projects > 0).length;
  return (
    <div class="map-list">
      <p class="lead" role="status">
        <strong>{data.total > 0 ? w.summary(data.total, active) : w.summaryNone}</strong>{' '}
        {data.regionWide > 0 && <span class="muted">{w.regionWide(data.regionWide)}</span>}
      </p>
      <ChosenFilters {...listed} />
      <FacetLinks {...listed} />
      <SearchForm {...listed} />
      <h2>{t.projects}</h2>
      {data.total === 0 ? <EmptyResult {...listed} /> : <Projects {...listed} />}
      <h2>{t.municipalities}</h2>
      <ul class="columns">
        {data.municipalities
          .filter(({ outside }) => !outside)
          .map(({ ags, name, url, projects }) => (
            <li>
              <a href={href(url, lang)}>{placeName(ags, name, t)}</a>{' '}
              <span class="muted">{projects > 0 ? t.projectCount(projects) : t.nobodyYet}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}

function Projects(listed: Listed) {
  const {
    embed: { lang },
    data,
  } = listed;
  return (
    <ul class="records">
      {data.projects.map(({ title, url, status }) => (
        <li>
          <a href={href(url, lang)} lang={germanIn(lang)}>
            {title}
          </a>{' '}
          {status !== 'UNKNOWN' && <span class="muted">{wordFor(texts[lang].values, status)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Nothing found: says what was asked, and offers the questions that are one filter wider. */
function EmptyResult(listed: Listed) {
  const { embed, data, words } = listed;
  const t = texts[embed.lang];
  const w = textsFor(embed.lang);
  const wider = data.wider.flatMap(({ filter, total }) => {
    const word = words.find(({ name }) => name === filter);
    return word && total > 0 && !embed.locked.includes(filter) ? [{ filter, total, word }] : [];
  });
  return (
    <>
      <p>
        {words.length > 0 ? w.nothingFound(words.map((word) => phrase(word, t)).join(' · ')) : t.nothingFound}
      </p>
      <ul class="inline">
        {wider.map(({ filter, total, word }) => (
          <li>
            <a {...without(listed, [filter])}>{w.without(phrase(word, t), total)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
