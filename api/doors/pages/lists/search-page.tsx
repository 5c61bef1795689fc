import { entities } from '../../../catalogue/entities/catalogue.ts';
import type { TextPart } from '../../../catalogue/search/highlight.ts';
import { searchFilters } from '../../../catalogue/search/search-filter.ts';
import { href, locales } from '../../../language.ts';
import { Layout, type Site } from '../../../publishing/layout.tsx';
import { listWords } from '../../../texts/pages/list-words.ts';
import { texts } from '../../../texts/texts.ts';
import { germanIn } from '../../../texts/words.ts';
import { FacetLinks } from './facet-links.tsx';
import { PageLinks } from './page-links.tsx';
import { type FoundPage, type SearchPageRequest, searchQuery } from './read-search.ts';

type Page = { readonly site: Site; readonly request: SearchPageRequest; readonly found: FoundPage };

/** `/search?q=`: everything in one ranked list, with the words marked and the choices counted. */
export function SearchPage({ site, request, found }: Page) {
  const { hub, lang } = site;
  const { q, list, filter, page } = request;
  const t = texts[lang];
  const w = listWords[lang];
  const number = (value: number) => value.toLocaleString(locales[lang]);
  const to = (changed: SearchPageRequest['filter']) => `/search${searchQuery(request, changed)}`;
  const pageOf = (at: number): Record<string, string[]> => (at > 1 ? { page: [String(at)] } : {});
  const path = `/search${searchQuery({ ...request, lang: 'de' }, pageOf(page))}`;
  return (
    <Layout
      site={site}
      title={`${q ? `${q} – ` : ''}${w.searchTitle} – ${hub.region.title[lang]}`}
      description={w.searchLead}
      path={path}
      alternates={[
        { type: 'application/json', href: path.replace('/search', '/search.json'), title: 'JSON' },
      ]}
    >
      <h1>{w.searchTitle}</h1>
      <search>
        <form class="search" action="/search">
          {Object.entries({ list, ...filter }).flatMap(([name, values]) =>
            values.map((value) => <input type="hidden" name={name} value={value} />),
          )}
          {lang !== 'de' && <input type="hidden" name="lang" value={lang} />}
          <label class="field">
            {w.searchLabel}
            <input name="q" type="search" value={q} maxlength={200} />
          </label>
          <button type="submit">{t.search}</button>
        </form>
      </search>
      {q === '' ? (
        <p>{w.searchLead}</p>
      ) : (
        <>
          <p class="lead" role="status">
            <strong>{w.results(number(found.total))}</strong>{' '}
            {found.corrected && <span class="muted">{w.corrected}</span>}
          </p>
          <div class="list-page">
            <div class="narrow">
              <h2>{w.kinds}</h2>
              <ul class="choices">
                {entities
                  .filter(({ name }) => (found.counts[name] ?? 0) > 0 || list.includes(name))
                  .map(({ name }) => (
                    <li>
                      <a
                        href={to({
                          list: list.includes(name) ? list.filter((one) => one !== name) : [...list, name],
                        })}
                        rel="nofollow"
                        aria-current={list.includes(name) ? 'true' : undefined}
                      >
                        {t[name]}
                      </a>{' '}
                      <span class="muted">{number(found.counts[name] ?? 0)}</span>
                    </li>
                  ))}
              </ul>
              <h2>{w.narrow}</h2>
              <FacetLinks
                filters={searchFilters}
                facets={found.facets}
                names={found.names}
                chosen={filter}
                lang={lang}
                to={(name, values) => to({ [name]: values })}
              />
            </div>
            <div>
              {found.records.length === 0 && <p>{w.nothing}</p>}
              <ul class="records">
                {found.records.map(({ list: kind, url, parts, snippet }) => (
                  <li>
                    <a href={href(url, lang)} lang={germanIn(lang)}>
                      <Marked parts={parts} />
                    </a>{' '}
                    <span class="muted">{t.singular[kind]}</span>
                    {snippet && (
                      <div lang={germanIn(lang)}>
                        <Marked parts={snippet} />
                      </div>
                    )}
                  </li>
                ))}
              </ul>
              <PageLinks page={page} pages={found.pages} lang={lang} to={(at) => to(pageOf(at))} />
            </div>
          </div>
        </>
      )}
    </Layout>
  );
}

const Marked = ({ parts }: { parts: readonly TextPart[] }) => (
  <>{parts.map(({ text, matched }) => (matched ? <mark>{text}</mark> : text))}</>
);
