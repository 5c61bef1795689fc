import { href } from '../../../language.ts';
import { LegalLinks, type Site } from '../../../publishing/layout.tsx';
import { insightTexts } from '../../../texts/insight/insight.ts';
import { texts } from '../../../texts/texts.ts';
import { EmbedDocument } from '../embed/embed-document.tsx';
import { BlockSection } from './block-section.tsx';
import type { Insight } from './read-insight.ts';

/** `/embed/insight/{block}`: one question in the frame of another site. */
export function EmbedBlockPage({ site, insight }: { site: Site; insight: Insight }) {
  const { hub, lang, base = '' } = site;
  const t = insightTexts[lang];
  const [of] = insight.blocks;
  if (!of) return null;
  const { title } = t.blocks[of.block.name];
  return (
    <EmbedDocument
      lang={lang}
      title={`${title} – ${hub.region.title[lang]}`}
      head={<link rel="canonical" href={base + href(`/insight/${of.block.name}`, lang)} />}
    >
      <main class="insight alone">
        <h1>{title}</h1>
        <BlockSection hub={hub} lang={lang} of={of} alone />
        <footer>
          <LegalLinks site={site} />
          <p>
            {hub.region.attribution[lang].join(' · ')}.{' '}
            <a href={base + href('/insight', lang)}>{texts[lang].named(t.whole, hub.region.title[lang])}</a>
          </p>
        </footer>
      </main>
    </EmbedDocument>
  );
}
