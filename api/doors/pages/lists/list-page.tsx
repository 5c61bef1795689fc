import type { Entity } from '../../../catalogue/model/entity.ts';
import { href, locales } from '../../../language.ts';
import type { Dataset } from '../../../publishing/datasets/dataset.ts';
import { formatsOf } from '../../../publishing/datasets/register.ts';
import { Layout, type Site } from '../../../publishing/layout.tsx';
import { listWords } from '../../../texts/pages/list-words.ts';
import { texts } from '../../../texts/texts.ts';
import { Phrase } from '../embed/list-filters.tsx';
import { feedLinks } from '../feed-links.tsx';
import { PassOn } from '../pass-on.tsx';
import { FacetLinks } from './facet-links.tsx';
import { ListForm } from './list-form.tsx';
import { ListRow } from './list-row.tsx';
import { mapQuery } from './on-map.ts';
import { PageLinks } from './page-links.tsx';
import { type ListPageData, type ListRequest, listQuery } from './read-list.ts';

type Page = {
  readonly site: Site;
  readonly dataset: Dataset;
  readonly entity: Entity;
  readonly list: ListPageData;
  readonly places: readonly { readonly ags: string; readonly name: string }[];
};

/** `/projects` and its kind: a list with its filters, a page at a time, and the ways to take it along. */
export function ListPage({ site, dataset, entity, list, places }: Page) {
  const { hub, lang } = site;
  const { request, total, all, pages } = list;
  const t = texts[lang];
  const w = listWords[lang];
  const number = (value: number) => value.toLocaleString(locales[lang]);
  const title = dataset.title[lang];
  const address = `/${entity.name}`;
  const to = (changed: ListRequest['filter'], more = {}) => address + listQuery(request, changed, more);
  // What other addresses are given has no language in it: the layout and the links add theirs.
  const german = { ...request, lang: 'de' as const };
  const path = address + listQuery(german, {}, request.page > 1 ? { page: String(request.page) } : {});
  const map = mapQuery(entity.name, request);
  const feeds = feedLinks(entity, lang, title, request.filter);
  return (
    <Layout
      site={site}
      title={`${title} – ${hub.region.title[lang]}`}
      description={dataset.description[lang]}
      path={path}
      script="/pass-on.js"
      alternates={[
        { type: 'application/json', href: `${address}.json${listQuery(german)}`, title: `${title} (JSON)` },
        ...feeds,
      ]}
    >
      <h1>{title}</h1>
      <p class="lead counted">
        <strong>{total === all ? number(total) : w.some(number(total), number(all))}</strong>
        <span class="muted">{dataset.description[lang]}</span>
      </p>
      <Chosen list={list} to={to} lang={lang} />
      <div class="list-page">
        {Object.values(list.facets).some(({ length }) => length > 0) && (
          <div class="narrow">
            <h2>{w.narrow}</h2>
            <FacetLinks
              filters={entity.filters}
              facets={list.facets}
              names={list.facetNames}
              chosen={request.filter}
              lang={lang}
              to={(name, values) => to({ [name]: values })}
            />
          </div>
        )}
        <div>
          <ListForm entity={entity} request={request} places={places} />
          {total === 0 ? (
            <p>{w.nothing}</p>
          ) : (
            <ul class="records">
              {list.rows.map((row) => (
                <li>
                  <ListRow row={row} entity={entity} list={list} lang={lang} />
                </li>
              ))}
            </ul>
          )}
          <PageLinks
            page={request.page}
            pages={pages}
            lang={lang}
            to={(page) => to({}, page > 1 ? { page: String(page) } : {})}
          />
          <PassOn
            lang={lang}
            map={map?.replace(/^/, '/')}
            files={formatsOf(dataset).map(({ extension, label }) => [
              `${address}.${extension}${listQuery(german)}`,
              label,
            ])}
            picture={map?.replace(/^/, '/map.png')}
            embed={map?.replace(/^/, '/embed/builder')}
            feeds={feeds}
          />
          <p>
            <a href={href(`/data/${dataset.name}`, lang)}>{t.named(t.data, title)}</a>
          </p>
        </div>
      </div>
    </Layout>
  );
}

type ChosenProps = {
  readonly list: ListPageData;
  readonly to: (changed: ListRequest['filter']) => string;
  readonly lang: Site['lang'];
};

/** What narrows the list, each with a link that takes it away. */
function Chosen({ list: { words, request }, to, lang }: ChosenProps) {
  if (words.length === 0) return null;
  const t = texts[lang];
  const none = (names: readonly string[]) =>
    Object.fromEntries((names.includes('near') ? [...names, 'km'] : names).map((name) => [name, []]));
  return (
    <ul class="inline chosen">
      {words.map((word) => (
        <li>
          <Phrase word={word} t={t} />{' '}
          <a href={to(none([word.name]))} rel="nofollow">
            {t.remove}
            <span class="hidden">
              {' '}
              <Phrase word={word} t={t} />
            </span>
          </a>
        </li>
      ))}
      {words.length > 1 && (
        <li>
          <a href={to(none(Object.keys(request.filter)))} rel="nofollow">
            {t.removeAll}
          </a>
        </li>
      )}
    </ul>
  );
}
