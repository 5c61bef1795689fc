import { html } from 'hono/html';
import { type Embed, embedQuery, widgetAttributes } from './read-embed.ts';

type Size = { readonly width?: number; readonly height?: number };

/** The frame, and a link for whoever does not see it. */
export const iframeSnippet = (base: string, embed: Embed, title: string, size: Size = {}): string => {
  const query = embedQuery(embed);
  const height = size.height ?? 720;
  return String(
    html`<iframe src="${`${base}/embed${query}`}" title="${title}" width="${size.width ?? '100%'}" height="${height}" loading="lazy" allow="fullscreen; clipboard-write"></iframe>
<p><a href="${`${base}/${query}`}">${title}</a></p>`,
  );
};

/** The frame of one plot, and a link for whoever does not see it. */
export const plotSnippet = (frame: string, page: string, title: string): string =>
  String(
    html`<iframe src="${frame}" title="${title}" width="100%" height="560" loading="lazy"></iframe>
<p><a href="${page}">${title}</a></p>`,
  );

/** Makes the frame as high as what is in it. */
export const heightSnippet = (base: string): string =>
  String(html`<script type="module" src="${`${base}/embed.js`}"></script>`);

/** The element itself, without a frame, and a link in it for pages that run no script. */
export const scriptSnippet = (base: string, embed: Embed, title: string): string => {
  const attributes = Object.entries(widgetAttributes(embed)).map(
    ([name, value]) => html` ${name}="${value}"`,
  );
  return String(
    html`<script type="module" src="${`${base}/map.js`}"></script>
<digitale-wege-map${attributes}><a href="${`${base}/${embedQuery(embed)}`}">${title}</a></digitale-wege-map>`,
  );
};
