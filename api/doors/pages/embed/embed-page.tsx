import { LegalLinks, OembedLinks, type Site, UnknownParameters } from '../../../publishing/layout.tsx';
import type { ShownMap } from '../../../publishing/map-data.ts';
import type { FilterWord } from '../../../texts/filter-words.ts';
import { texts } from '../../../texts/texts.ts';
import { EmbedDocument } from './embed-document.tsx';
import { MapList } from './map-list.tsx';
import { type Embed, embedQuery, widgetAttributes } from './read-embed.ts';

type Shown = {
  readonly site: Site;
  readonly embed: Embed;
  readonly data: ShownMap;
  readonly words: readonly FilterWord[];
};

/** `/embed`: the map in the frame of another site; where no script runs, the list is the page. */
export function EmbedPage({ site: { hub, lang, base = '', unknown }, embed, data, words }: Shown) {
  const t = texts[lang];
  const title = hub.region.title[lang];
  const { theme } = embed.options;
  const query = embedQuery(embed);
  return (
    <EmbedDocument
      lang={lang}
      title={title}
      theme={theme === 'auto' ? undefined : theme}
      head={
        <>
          <meta name="description" content={hub.region.intro[lang]} />
          <link rel="canonical" href={`${base}/${query}`} />
          <OembedLinks address={`${base}/embed${query}`} base={base} title={title} />
          <script type="module" src="/map.js" />
        </>
      }
    >
      <main aria-labelledby="title">
        <h1 id="title">{title}</h1>
        <UnknownParameters lang={lang} names={unknown} />
        <digitale-wege-map {...widgetAttributes(embed)}>
          <MapList embed={embed} data={data} words={words} path="/embed" />
        </digitale-wege-map>
        <footer>
          <LegalLinks site={{ hub, lang, base }} />
          <p>
            <span class="sources">{data.attribution.join(' · ')}.</span>{' '}
            <a href={`${base}/${query}`}>{t.openHub}</a>
          </p>
        </footer>
      </main>
    </EmbedDocument>
  );
}
