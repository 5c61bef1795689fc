import type { Child } from 'hono/jsx';
import { href } from '../../../language.ts';
import { LegalLinks, type Site } from '../../../publishing/layout.tsx';
import { texts } from '../../../texts/texts.ts';
import { EmbedDocument } from './embed-document.tsx';

type Shown = { readonly site: Site; readonly title: string; readonly children?: Child };

/** What went wrong, in the frame of another site: as high as it is, and a way to the hub. */
export function EmbedErrorPage({ site, title, children }: Shown) {
  const { lang } = site;
  return (
    <EmbedDocument lang={lang} title={title}>
      <main>
        {children}
        <footer>
          <LegalLinks site={site} />
          <p>
            <a href={href('/', lang)}>{texts[lang].openHub}</a>
          </p>
        </footer>
      </main>
    </EmbedDocument>
  );
}
