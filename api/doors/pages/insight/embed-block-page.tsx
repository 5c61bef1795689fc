import { html } from 'hono/html';
import { href } from '../../../language.ts';
import { LegalLinks, type Site } from '../../../publishing/layout.tsx';
import { insightTexts } from '../../../texts/insight/insight.ts';
import { BlockSection } from './block-section.tsx';
import type { Insight } from './read-insight.ts';

/** `/embed/insight/{block}`: one question in the frame of another site. */
export function EmbedBlockPage({ site, insight }: { site: Site; insight: Insight }) {
  const { hub, lang, base = '' } = site;
  const t = insightTexts[lang];
  const [of] = insight.blocks;
  if (!of) return null;
  const { title } = t.blocks[of.block.name];
  return html`<!doctype html>${(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${hub.region.title[lang]}`}</title>
        {/* Pages of the hub do not open in the frame of another site. */}
        <base target="_blank" />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={base + href(`/insight/${of.block.name}`, lang)} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/pages.css" />
        <script type="module" src="/embed/height.js" />
      </head>
      <body class="embed">
        <main class="insight alone">
          <h1>{title}</h1>
          <BlockSection hub={hub} lang={lang} of={of} alone />
          <footer>
            <LegalLinks site={site} />
            <p>
              {hub.region.attribution.join(' · ')}.{' '}
              <a href={base + href('/insight', lang)}>{`${t.whole}: ${hub.region.title[lang]}`}</a>
            </p>
          </footer>
        </main>
      </body>
    </html>
  )}`;
}
