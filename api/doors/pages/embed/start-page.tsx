import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import { Layout, type Site } from '../../../publishing/layout.tsx';
import type { ShownMap } from '../../../publishing/map-data.ts';
import type { FilterWord } from '../../../texts/filter-words.ts';
import { texts } from '../../../texts/texts.ts';
import { feedLinks } from '../feed-links.tsx';
import { MapList } from './map-list.tsx';
import { type Embed, embedQuery, widgetAttributes } from './read-embed.ts';

type Shown = {
  readonly site: Site;
  readonly embed: Embed;
  readonly data: ShownMap;
  readonly words: readonly FilterWord[];
};

/** `/`: the map; where no script runs, the list is the page. */
export function StartPage({ site, embed, data, words }: Shown) {
  const { hub, lang } = site;
  const { title, intro } = hub.region;
  const t = texts[lang];
  const places = data.municipalities.filter(
    ({ kind, projects }) => kind !== 'LANDKREIS' && projects > 0,
  ).length;
  return (
    <Layout
      site={site}
      title={title[lang]}
      description={intro[lang]}
      path="/"
      embeds={`/${embedQuery(embed)}`}
      script="/map.js"
      alternates={feedLinks(catalogue.projects, lang, texts[lang].projects, embed.filter)}
    >
      <div class="intro">
        <h1>{t.question}</h1>
        {/* What the map opens narrows only the list without a script, and is no figure of the region. */}
        {!embed.filter.municipality && <p>{t.figures(data.total, places)}</p>}
      </div>
      <digitale-wege-map {...widgetAttributes(embed)} hide={embed.options.hide ?? 'title'}>
        <MapList embed={embed} data={data} words={words} path="/" />
      </digitale-wege-map>
      <script type="module" src="/address.js" />
    </Layout>
  );
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'digitale-wege-map': HTMLAttributes & Record<string, unknown>;
    }
  }
}
