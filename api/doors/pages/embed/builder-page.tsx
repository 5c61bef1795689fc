import { facetNames, parts } from '../../../../map-widget/model/filters.ts';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { Language } from '../../../language.ts';
import { Layout, type Site } from '../../../publishing/layout.tsx';
import type { ShownMap } from '../../../publishing/map-data.ts';
import { texts } from '../../../texts/texts.ts';
import { namedIn, placeName, wordFor } from '../../../texts/words.ts';
import { Snippet } from '../snippet.tsx';
import { type Embed, embedOptions, embedQuery } from './read-embed.ts';
import { heightSnippet, iframeSnippet, scriptSnippet } from './snippets.ts';

/** `/embed/builder`: a form, the map as it would be, and the lines to paste. Without a script a button shows them. */
export function BuilderPage({ site, embed, data }: { site: Site; embed: Embed; data: ShownMap }) {
  const { hub, lang, base = '' } = site;
  const t = texts[lang];
  const title = hub.region.title[lang];
  const query = embedQuery(embed);
  const choose = (
    name: string,
    label: string,
    values: readonly (readonly [string, string])[],
    chosen?: string,
    none = t.embed.any,
    language?: Language,
  ) => (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{none}</option>
        {values.map(([value, word]) => (
          <option value={value} selected={value === chosen} lang={language}>
            {word}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <Layout
      site={site}
      title={`${t.embed.title} – ${title}`}
      description={t.embed.intro}
      path="/embed/builder"
      script="/embed/builder.js"
    >
      <h1>{t.embed.title}</h1>
      <p class="lead">{t.embed.intro}</p>
      <div class="builder">
        <form id="builder" action="/embed/builder">
          {facetNames.map((name) =>
            choose(
              name,
              wordFor(t.filterLabels, name),
              data.facets[name].map(({ value, name: given }) => [
                value,
                name === 'district' ? placeName(value, given, t) : wordFor(t.values, given),
              ]),
              embed.filter[name]?.[0],
              t.embed.any,
              namedIn(catalogue.projects.filters[name]?.references, lang),
            ),
          )}
          {choose(
            'municipality',
            t.filterLabels.municipality,
            data.municipalities.map(({ ags, name }) => [ags, placeName(ags, name, t)]),
            embed.filter.municipality?.[0],
          )}
          {Object.entries(embedOptions).map(([name, values]) =>
            choose(
              name,
              wordFor(t.embed.options, name),
              values.map((value) => [value, wordFor(t.embed.optionValues, value)]),
              embed.options[name as 'view'],
              t.embed.usual,
            ),
          )}
          <p>
            <label for="height">{t.embed.options.height}</label>
            <input
              id="height"
              name="height"
              type="text"
              value={embed.options.height ?? ''}
              placeholder="30rem"
            />
          </p>
          <p>
            <label for="lang">{t.embed.options.lang}</label>
            <select id="lang" name="lang">
              {Object.entries(texts).map(([value, { language }]) => (
                <option value={value} selected={value === lang}>
                  {language}
                </option>
              ))}
            </select>
          </p>
          <fieldset>
            <legend>{t.embed.hide}</legend>
            {parts.map((name) => (
              <label class="check">
                <input
                  type="checkbox"
                  name="hide"
                  value={name}
                  checked={embed.options.hide?.split(' ').includes(name)}
                />{' '}
                {t.embed.parts[name]}
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>{t.embed.locked}</legend>
            {[...facetNames, 'municipality' as const].map((name) => (
              <label class="check">
                <input type="checkbox" name="locked" value={name} checked={embed.locked.includes(name)} />{' '}
                {wordFor(t.filterLabels, name)}
              </label>
            ))}
          </fieldset>
          <p>
            <button type="submit">{t.embed.show}</button>
          </p>
        </form>
        <div id="result" aria-live="polite">
          <h2>{t.embed.preview}</h2>
          <iframe src={`/embed${query}`} title={title} loading="lazy" height="560" />
          <Snippet
            id="iframe"
            label={t.embed.iframe}
            code={iframeSnippet(base, embed, title)}
            copy={t.embed.copy}
            done={t.embed.copied}
          />
          <Snippet
            id="auto-height"
            label={t.embed.autoHeight}
            code={heightSnippet(base)}
            copy={t.embed.copy}
            done={t.embed.copied}
          />
          <Snippet
            id="script"
            label={t.embed.script}
            code={scriptSnippet(base, embed, title)}
            copy={t.embed.copy}
            done={t.embed.copied}
          />
        </div>
      </div>
      <section id="privacy">
        <h2>{t.embed.privacyTitle}</h2>
        {t.embed.privacy(base).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </section>
    </Layout>
  );
}
