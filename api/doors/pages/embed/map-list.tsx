import { layers, type State } from '../../../../map-widget/model/filters.ts';
import { headline, regionDetail } from '../../../../map-widget/model/headline.ts';
import { around } from '../../../../map-widget/model/texts/around.ts';
import { textsFor } from '../../../../map-widget/model/texts/texts-for.ts';
import { fewDistricts, type View, viewOf } from '../../../../map-widget/model/view.ts';
import { placeFilters } from '../../../catalogue/map/map-counts.ts';
import { href, type Language } from '../../../language.ts';
import type { ShownMap } from '../../../publishing/map-data.ts';
import { texts } from '../../../texts/texts.ts';
import { germanIn, placeName, wordFor } from '../../../texts/words.ts';
import { listOf, withoutDistricts } from '../insight/block.ts';
import { ChosenFilters, FacetLinks, Phrase, SearchForm, without } from './list-filters.tsx';
import type { Listed } from './listed.ts';
import type { Embed } from './read-embed.ts';

/** More of them than anybody reads on one page have pages of their own, which tell which they are. */
export const mostProjects = 500;
/** And so many municipalities. */
const mostPlaces = 500;

/** Everything the map shows as a list with filters that are links: the whole page where no script runs. */
export function MapList(listed: Listed) {
  const { embed, data } = listed;
  const { lang } = embed;
  const t = texts[lang];
  const w = textsFor(lang);
  const view = viewOf(w, data, stateOf(embed), null);
  const { layer } = view.state;
  const folded = new Set(view.folded);
  const shown = view.shown.filter((row) => !folded.has(row));
  return (
    <div class="map-list">
      <p class="lead" role="status">
        <strong>{headline(layer, w, view.shown, data.counts)}</strong>{' '}
        {regionDetail(layer, w, data.counts).map((detail) => (
          <span class="muted">{detail}</span>
        ))}
      </p>
      <ChosenFilters {...listed} />
      <FacetLinks {...listed} />
      <SearchForm {...listed} />
      <OpenProject {...listed} />
      <h2>{t.projects}</h2>
      {data.total === 0 ? <EmptyResult {...listed} /> : <Projects projects={data.projects} lang={lang} />}
      {data.total > data.projects.length && (
        <p>
          <a href={listOf('projects', embed.filter, lang)}>{w.all(data.total)}</a>
        </p>
      )}
      <h2>{t.municipalities}</h2>
      {view.districts.length > fewDistricts ? (
        <details>
          <summary>
            {w.districts} <span class="muted">{w.number(view.districts.length)}</span>
          </summary>
          <Places rows={view.districts} view={view} lang={lang} />
        </details>
      ) : (
        <Places rows={view.districts} view={view} lang={lang} />
      )}
      <Places rows={shown.slice(0, mostPlaces)} view={view} lang={lang} />
      {view.folded.length > 0 && (
        <details>
          <summary>{w.withoutEntry(view.folded.length)}</summary>
          <Places rows={view.folded.slice(0, mostPlaces)} view={view} lang={lang} />
        </details>
      )}
      {Math.max(shown.length, view.folded.length) > mostPlaces && (
        <p>
          <a href={listOf('municipalities', { ...withoutDistricts, ...ofPlaces(embed.filter) }, lang)}>
            {w.all(view.inPlace.length)}
          </a>
        </p>
      )}
    </div>
  );
}

/** The filters that say where, which the list of municipalities has as well. */
const ofPlaces = (filter: Embed['filter']): Embed['filter'] =>
  Object.fromEntries(
    Object.entries(filter).filter(([name]) => [...placeFilters, 'municipality'].includes(name)),
  );

/** What the widget would show: without a script nothing is open, and a chosen municipality is a filter. */
const stateOf = ({ filter, options }: Embed): State => ({
  filters: Object.fromEntries(Object.entries(filter).map(([name, values]) => [name, values.join(' ')])),
  municipality: null,
  home: null,
  project: null,
  layer: layers.find((name) => name === options.layer) ?? 'projects',
  view: 'both',
  locked: new Set(),
  hidden: '',
});

function Places({ rows, view, lang }: { rows: View['shown']; view: View; lang: Language }) {
  const t = texts[lang];
  if (rows.length === 0) return null;
  return (
    <ul class="columns">
      {rows.map((row) => (
        <li>
          <a href={href(row.url, lang)}>{placeName(row.ags, row.name, t)}</a>{' '}
          <span class="muted">
            {view.state.layer === 'projects'
              ? row.projects > 0
                ? t.projectCount(row.projects)
                : t.nobodyYet
              : view.layer.figure(row)
                ? view.layer.classOf(row).label
                : view.layer.none}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The project that the widget would open stands above the others. */
function OpenProject({ embed: { lang }, data: { open } }: Listed) {
  return open ? <Projects projects={[open]} lang={lang} /> : null;
}

function Projects({ projects, lang }: { projects: ShownMap['projects']; lang: Language }) {
  return (
    <ul class="records">
      {projects.map(({ title, url, status }) => (
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
  const [before, after] = around(w.nothingFound);
  const wider = data.wider.flatMap(({ filter, total }) => {
    const word = words.find(({ name }) => name === filter);
    return word && total > 0 && !embed.locked.includes(filter) ? [{ filter, total, word }] : [];
  });
  return (
    <>
      <p>
        {words.length > 0
          ? [before, words.map((word, at) => [at > 0 && ' · ', <Phrase word={word} t={t} />]), after]
          : t.nothingFound}
      </p>
      <ul class="inline">
        {wider.map(({ filter, total, word }) => {
          const [lead, rest] = around((told) => w.without(told, total));
          return (
            <li>
              <a {...without(listed, [filter])}>
                {lead}
                <Phrase word={word} t={t} />
                {rest}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
