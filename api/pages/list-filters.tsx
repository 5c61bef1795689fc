import type { FilterWord } from './filter-words.ts';
import { texts } from './layout.tsx';
import type { Listed } from './map-list.tsx';
import { embedQuery } from './read-embed.ts';
import type { Texts } from './texts/de.ts';
import { placeName, wordFor } from './words.ts';

/** `Handlungsfeld: Menschen mitnehmen` */
export const phrase = ({ label, values }: FilterWord, t: Texts): string => t.named(label, values.join(', '));

/** The list without these filters; a circle without its centre is none. */
export const listAddress = ({ path, embed }: Listed, without: readonly string[]): string => {
  const names = without.includes('near') ? [...without, 'km'] : without;
  return path + embedQuery(embed, Object.fromEntries(names.map((name) => [name, []])));
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
          {phrase(word, t)}
          {free.includes(word) && (
            <>
              {' '}
              <a href={listAddress(listed, [word.name])} rel="nofollow">
                {t.remove}
                <span class="hidden"> {phrase(word, t)}</span>
              </a>
            </>
          )}
        </li>
      ))}
      {free.length > 1 && (
        <li>
          <a
            href={listAddress(
              listed,
              free.map(({ name }) => name),
            )}
            rel="nofollow"
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
    </>
  );
}

/** Free text, within everything else that is chosen. */
export function SearchForm({ embed, path }: Listed) {
  const { lang, filter, locked } = embed;
  if (locked.includes('text')) return null;
  const t = texts[lang];
  return (
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
  );
}
