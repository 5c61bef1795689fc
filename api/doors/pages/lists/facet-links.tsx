import type { Filter } from '../../../catalogue/model/entity.ts';
import type { Facets } from '../../../catalogue/query/facets.ts';
import type { Names } from '../../../catalogue/query/names.ts';
import { type Language, locales } from '../../../language.ts';
import { texts } from '../../../texts/texts.ts';
import { namedIn, placeName, wordFor } from '../../../texts/words.ts';

type Choices = {
  readonly filters: Readonly<Record<string, Filter>>;
  readonly facets: Facets;
  readonly names: Names;
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly lang: Language;
  /** The address with this filter set to these values. */
  readonly to: (name: string, values: readonly string[]) => string;
};

/** Each value that a filter has, as a link with the number that it would find; a second click takes it back. */
export function FacetLinks({ filters, facets, names, chosen, lang, to }: Choices) {
  const t = texts[lang];
  const number = new Intl.NumberFormat(locales[lang]);
  const open = Object.keys(facets)[0];
  return (
    <>
      {Object.entries(facets)
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => (
          <details open={name === open || chosen[name] !== undefined}>
            <summary>{wordFor(t.filterLabels, name)}</summary>
            <ul class="choices">
              {values.map(({ value, count }) => {
                const own = chosen[name] ?? [];
                const isChosen = own.includes(value);
                const references = filters[name]?.references;
                const given = references ? (names[references]?.[value] ?? value) : wordFor(t.values, value);
                return (
                  <li>
                    <a
                      lang={namedIn(references, lang)}
                      href={to(name, isChosen ? own.filter((one) => one !== value) : [...own, value])}
                      rel="nofollow"
                      aria-current={isChosen ? 'true' : undefined}
                    >
                      {references === 'municipalities' ? placeName(value, given, t) : given}
                    </a>{' '}
                    <span class="muted">{number.format(count)}</span>
                  </li>
                );
              })}
            </ul>
          </details>
        ))}
    </>
  );
}
