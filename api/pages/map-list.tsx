import { textsFor } from '../../map-widget/texts/texts.ts';
import type { MapData } from '../exports/map-data.ts';
import type { FilterWord } from './filter-words.ts';
import { texts } from './layout.tsx';
import { type Embed, embedQuery } from './read-embed.ts';
import { placeName, wordFor } from './words.ts';

type Listed = {
  readonly embed: Embed;
  readonly data: MapData;
  readonly words: readonly FilterWord[];
  /** Path of the page that shows the list. */
  readonly path: '/' | '/embed';
};

/** Everything the map shows as a list with filters that are links: the whole page where no script runs. */
export function MapList({ embed, data, words, path }: Listed) {
  const { lang, filter, locked } = embed;
  const t = texts[lang];
  const w = textsFor(lang);
  const municipalities = data.municipalities.filter(({ kind }) => kind !== 'LANDKREIS');
  const active = municipalities.filter(({ projects }) => projects > 0).length;
  const free = words.filter(({ name }) => !locked.includes(name));
  const without = (names: readonly string[]) =>
    path + embedQuery(embed, Object.fromEntries(names.map((name) => [name, []])));
  // A page of the hub does not open in the frame of another site.
  const page = (url: string) => ({
    href: lang === 'de' ? url : `${url}?lang=${lang}`,
    ...(path === '/embed' && { target: '_blank' }),
  });
  return (
    <div class="map-list">
      <p class="lead" role="status">
        <strong>{data.total > 0 ? w.summary(data.total, active) : w.summaryNone}</strong>{' '}
        {data.regionWide > 0 && <span class="muted">{w.regionWide(data.regionWide)}</span>}
      </p>
      {words.length > 0 && (
        <ul class="inline chosen">
          {words.map(({ name, label, values }) => (
            <li>
              {t.named(label, values.join(', '))}
              {!locked.includes(name) && (
                <>
                  {' '}
                  <a href={without(name === 'near' ? ['near', 'km'] : [name])} rel="nofollow">
                    {t.remove}
                    <span class="hidden"> {t.named(label, values.join(', '))}</span>
                  </a>
                </>
              )}
            </li>
          ))}
          {free.length > 1 && (
            <li>
              <a href={without(free.map(({ name }) => name))} rel="nofollow">
                {t.removeAll}
              </a>
            </li>
          )}
        </ul>
      )}
      {(['field', 'status', 'district', 'sizeClass', 'topic'] as const)
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
                      href={path + embedQuery(embed, { [name]: chosen ? [] : [value] })}
                      aria-current={chosen ? 'true' : undefined}
                      rel="nofollow"
                    >
                      {word}
                    </a>{' '}
                    <span class="muted">{count}</span>
                  </li>
                ) : null;
              })}
            </ul>
          </details>
        ))}
      {!locked.includes('text') && (
        <search>
          <form class="search" action={path}>
            {[...new URLSearchParams(embedQuery(embed, { text: [] }))].map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <label for="list-text">{t.searchLabel}</label>
            <input id="list-text" name="text" type="search" value={filter.text?.[0] ?? ''} maxlength={200} />
            <button type="submit">{t.search}</button>
          </form>
        </search>
      )}
      <h2>{t.projects}</h2>
      {data.total === 0 && <p>{t.nothingFound}</p>}
      <ul class="records">
        {data.projects.map(({ title, url, status }) => (
          <li>
            <a {...page(url)}>{title}</a>{' '}
            {status !== 'UNKNOWN' && <span class="muted">{wordFor(t.values, status)}</span>}
          </li>
        ))}
      </ul>
      <h2>{t.municipalities}</h2>
      <ul class="columns">
        {data.municipalities.map(({ ags, name, url, projects }) => (
          <li>
            <a {...page(url)}>{placeName(ags, name, t)}</a>{' '}
            <span class="muted">{projects > 0 ? t.projectCount(projects) : t.nobodyYet}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
