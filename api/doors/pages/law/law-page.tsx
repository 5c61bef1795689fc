import type { Child } from 'hono/jsx';
import { Layout, type Site } from '../../../publishing/layout.tsx';
import { linesOf, missingOfOperator } from '../../../publishing/operator.ts';
import { lawTexts } from '../../../texts/law/law.ts';
import type { LawSection } from '../../../texts/law/law-facts.ts';
import { texts } from '../../../texts/texts.ts';
import { shortAddress, telephone } from '../../../texts/words.ts';

type Shown = {
  readonly site: Site;
  readonly title: string;
  readonly path: string;
  readonly children?: Child;
};

/** A page of the law: plain text, one column, and what the operator has not told yet above it. */
export function LawPage({ site, title, path, children }: Shown) {
  const t = lawTexts[site.lang];
  const missing = missingOfOperator(site.hub.settings);
  const name = site.hub.region.title[site.lang];
  return (
    <Layout site={site} title={`${title} – ${name}`} description={`${title}: ${name}`} path={path}>
      <article class="law">
        <h1>{title}</h1>
        {missing.length > 0 && (
          <p class="notice">
            <strong>{t.notYet}.</strong> {t.missing(missing.join(', '))}
          </p>
        )}
        {children}
      </article>
    </Layout>
  );
}

export function LawSections({ sections }: { sections: readonly LawSection[] }) {
  return (
    <>
      {sections.map(({ id, heading, paragraphs, list = [] }) => (
        <section id={id}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          {list.length > 0 && (
            <ul>
              {list.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}

/** Who runs the hub and how to reach him, as far as the settings tell. */
export function Operator({ site: { hub, lang } }: { site: Site }) {
  const t = lawTexts[lang];
  const { OPERATOR_NAME, OPERATOR_ADDRESS, OPERATOR_REPRESENTATIVE, OPERATOR_EMAIL, OPERATOR_PHONE } =
    hub.settings;
  return (
    <address>
      <strong>{OPERATOR_NAME || t.notTold}</strong>
      {linesOf(OPERATOR_ADDRESS).map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
      {OPERATOR_REPRESENTATIVE && (
        <>
          <br />
          {t.representative} {OPERATOR_REPRESENTATIVE}
        </>
      )}
      {OPERATOR_EMAIL && (
        <>
          <br />
          {texts[lang].named(t.email, '')}
          <a href={`mailto:${OPERATOR_EMAIL}`}>{OPERATOR_EMAIL}</a>
        </>
      )}
      {OPERATOR_PHONE && (
        <>
          <br />
          {texts[lang].named(t.phone, '')}
          <a href={telephone(OPERATOR_PHONE)}>{OPERATOR_PHONE}</a>
        </>
      )}
    </address>
  );
}

type Named = { readonly name: string; readonly address?: string | undefined; readonly url: string };

/** An authority of the Land. */
export function Authority({ authority: { name, address = '', url } }: { authority: Named }) {
  return (
    <address lang="de">
      <strong>{name}</strong>
      {linesOf(address).map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
      <br />
      <a href={url}>{shortAddress(url)}</a>
    </address>
  );
}
