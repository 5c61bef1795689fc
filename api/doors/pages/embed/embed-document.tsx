import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language } from '../../../language.ts';

type Shown = {
  readonly lang: Language;
  readonly title: string;
  /** `light` or `dark`; without it as the visitor has set. */
  readonly theme?: string | undefined;
  /** What the head has beside what every frame has. */
  readonly head?: Child;
  readonly children?: Child;
};

/**
 * A document for the frame of another site: as high as it is, and no page of the hub opens within it unless
 * a link says so itself.
 */
export function EmbedDocument({ lang, title, theme, head, children }: Shown) {
  return html`<!doctype html>${(
    <html lang={lang} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <base target="_blank" />
        <meta name="robots" content="noindex" />
        {head}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/pages.css" />
        <script type="module" src="/embed/height.js" />
      </head>
      <body class="embed">{children}</body>
    </html>
  )}`;
}
