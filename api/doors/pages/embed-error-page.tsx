import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { href } from '../../language.ts';
import { LegalLinks, type Site } from '../../publishing/layout.tsx';
import { texts } from '../../texts/texts.ts';

type Shown = { readonly site: Site; readonly title: string; readonly children?: Child };

/** What went wrong, in the frame of another site: as high as it is, and a way to the hub. */
export function EmbedErrorPage({ site, title, children }: Shown) {
  const { lang } = site;
  return html`<!doctype html>${(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {/* Pages of the hub do not open in the frame of another site. */}
        <base target="_blank" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/pages.css" />
        <script type="module" src="/embed/height.js" />
      </head>
      <body class="embed">
        <main>
          {children}
          <footer>
            <LegalLinks site={site} />
            <p>
              <a href={href('/', lang)}>{texts[lang].openHub}</a>
            </p>
          </footer>
        </main>
      </body>
    </html>
  )}`;
}
