import { href, type Language } from '../../../language.ts';
import { catalogueForms } from '../../../publishing/addresses/catalogue.ts';
import { texts } from '../../../texts/texts.ts';

/** The catalogue in each of its forms, for the head of the page. */
export const waysAlternates = catalogueForms.map(({ extension, contentType }) => ({
  type: contentType,
  href: `/catalog.${extension}`,
  title: 'DCAT-AP.de',
}));

/** Ways to the data that are no file of one dataset. */
export function Ways({ lang }: { lang: Language }) {
  const { ways, wayNames } = texts[lang].dataset;
  return (
    <section>
      <h2 id="ways">{ways}</h2>
      <dl class="ways">
        <dt>
          <a href="/data/datapackage.json">/data/datapackage.json</a>
        </dt>
        <dd>{wayNames.package}</dd>
        <dt>
          <a href="/graphql">/graphql</a>
        </dt>
        <dd>{wayNames.graphql}</dd>
        <dt>
          <a href={href('/ogc', lang)}>/ogc</a>
        </dt>
        <dd>{wayNames.ogc}</dd>
        <dt>
          {waysAlternates.map(({ href: address }, at) => (
            <>
              {at > 0 && ' '}
              <a href={address}>{at > 0 ? address.replace('/catalog', '') : address}</a>
            </>
          ))}
        </dt>
        <dd>{wayNames.catalog}</dd>
        <dt>
          <a href="/openapi">/openapi</a>
        </dt>
        <dd>{wayNames.openapi}</dd>
      </dl>
    </section>
  );
}
