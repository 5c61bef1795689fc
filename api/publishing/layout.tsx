import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Hub } from '../hub.ts';
import { href, type Language, languages, locales } from '../language.ts';
import { insightTexts } from '../texts/insight/insight.ts';
import { lawTexts } from '../texts/law/law.ts';
import { listWords } from '../texts/pages/list-words.ts';
import { texts } from '../texts/texts.ts';
import { germanIn } from '../texts/words.ts';
import { licences } from './licences.ts';

/** What every page is given. */
export type Site = {
  readonly hub: Hub;
  readonly lang: Language;
  /** Address of the hub; an error has no page of its own and so no address. */
  readonly base?: string;
  /** Parameters of the address that the page does not know. */
  readonly unknown?: readonly string[] | undefined;
};

/** A link in the head of a page. */
export type Alternate = { readonly type: string; readonly href: string; readonly title: string };

type Page = {
  readonly site: Site;
  readonly title: string;
  readonly description: string;
  /** Path of this page, for the language switch and the canonical address. */
  readonly path: string;
  readonly script?: string;
  /** Path of the picture that a preview of the page shows. */
  readonly picture?: string;
  /** The page in the words of schema.org. */
  readonly data?: object;
  /** Path of what other sites embed of the page, with its parameters. */
  readonly embeds?: string;
  /** The same in other forms, and the feeds that tell what changes. */
  readonly alternates?: readonly Alternate[];
  readonly children?: Child;
};

/** Where a content management system finds how to embed this address. */
export const OembedLinks = ({ address, base, title }: { address: string; base: string; title: string }) => (
  <>
    {(['json', 'xml'] as const).map((format) => (
      <link
        rel="alternate"
        type={format === 'json' ? 'application/json+oembed' : 'text/xml+oembed'}
        href={`${base}/oembed?${new URLSearchParams({ format, url: address })}`}
        title={title}
      />
    ))}
  </>
);

/** The pages of the law that every page and frame links to. */
export function LegalLinks({ site: { hub, lang, base = '' } }: { site: Site }) {
  const t = lawTexts[lang];
  const { EASY_LANGUAGE_URL, SIGN_LANGUAGE_URL } = hub.settings;
  return (
    <nav aria-label={t.legal}>
      {(['imprint', 'privacy', 'accessibility'] as const).map((name) => (
        <a href={base + href(`/${name}`, lang)}>{t[name]}</a>
      ))}
      {EASY_LANGUAGE_URL && <a href={EASY_LANGUAGE_URL}>{t.easyLanguage}</a>}
      {SIGN_LANGUAGE_URL && <a href={SIGN_LANGUAGE_URL}>{t.signLanguage}</a>}
      <a href={`${base}${href('/imprint', lang)}#report`}>{texts[lang].report}</a>
    </nav>
  );
}

/** The picture of a preview, in pixels: as wide as it is shown, and small enough to be fetched by every service. */
export const card = { width: 680, height: 356 };

/** Somebody else's words in a note of ours are no longer than a word. */
const shown = (name: string) => (name.length > 40 ? `${name.slice(0, 40)}…` : name);

/** Data in a page: no text in it can end the element. */
const asScript = (data: object) => JSON.stringify(data).replaceAll('<', '\\u003c');

/** Says that the page is shown without what its address has and it does not know. */
export const UnknownParameters = ({ lang, names }: { lang: Language; names: Site['unknown'] }) =>
  names ? <p role="status">{texts[lang].unknownParameters(names.map(shown))}</p> : null;

/** The frame of every page. No script or style stands in the page itself. */
export function Layout({
  site: { hub, lang, base, unknown },
  title,
  description,
  path,
  children,
  ...more
}: Page) {
  const { script, picture = '/map/card.png', data, embeds, alternates = [] } = more;
  const t = texts[lang];
  const licence = licences[hub.settings.CATALOGUE_LICENCE];
  return html`<!doctype html>${(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        {base === undefined ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="canonical" href={base + href(path, lang)} />
            {languages.map((other) => (
              <link rel="alternate" hreflang={other} href={base + href(path, other)} />
            ))}
            <link rel="alternate" hreflang="x-default" href={base + path} />
            <meta property="og:type" content="website" />
            <meta property="og:url" content={base + href(path, lang)} />
            <meta property="og:title" content={title} />
            <meta property="og:description" content={description} />
            <meta property="og:site_name" content={hub.region.title[lang]} />
            <meta property="og:image" content={base + href(picture, lang)} />
            <meta property="og:image:type" content="image/png" />
            <meta property="og:image:width" content={String(card.width)} />
            <meta property="og:image:height" content={String(card.height)} />
            <meta property="og:image:alt" content={t.pictureOfMap(hub.region.title[lang])} />
            <meta name="twitter:card" content="summary_large_image" />
            <meta property="og:locale" content={locales[lang].replace('-', '_')} />
          </>
        )}
        {embeds !== undefined && base !== undefined && (
          <OembedLinks address={`${base}${embeds}`} base={base} title={title} />
        )}
        {alternates.map(({ type, href: address, title: name }) => (
          <link rel="alternate" type={type} href={address} title={name} />
        ))}
        {data && <script type="application/ld+json">{raw(asScript(data))}</script>}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="stylesheet" href="/pages.css" />
        {script && <script type="module" src={script} />}
      </head>
      <body>
        <a class="skip" href="#content">
          {t.skip}
        </a>
        <header>
          <nav aria-label={hub.region.name[lang]}>
            <a class="home" href={href('/', lang)}>
              Digitale Wege
            </a>
            <div class="sections">
              <a href={href('/projects', lang)}>{t.projects}</a>
              <a href={href('/municipalities', lang)}>{t.municipalities}</a>
              <a href={href('/search', lang)}>{listWords[lang].searchTitle}</a>
              <a href={href('/insight', lang)}>{insightTexts[lang].title}</a>
              <a href={href('/data', lang)}>{t.data}</a>
              <a href={href('/embed/builder', lang)}>{t.embed.title}</a>
              <a href="/graphql">{t.api}</a>
            </div>
            <div class="languages">
              {languages
                .filter((other) => other !== lang)
                .map((other) => (
                  <a href={href(path, other)} lang={other} hreflang={other}>
                    {texts[other].language}
                  </a>
                ))}
            </div>
          </nav>
        </header>
        <main id="content">
          <UnknownParameters lang={lang} names={unknown} />
          {children}
        </main>
        <footer>
          <LegalLinks site={{ hub, lang }} />
          <p>
            {t.named(t.licence, '')}
            {/* Licences are named as their German text names them. */}
            <a href={licence.url} lang={germanIn(lang)}>
              {licence.name}
            </a>
            . {hub.region.attribution[lang].join(' · ')}.{' '}
            <a href={`${href('/data', lang)}#sources`}>{t.imprintOfData}</a>
          </p>
        </footer>
      </body>
    </html>
  )}`;
}
