import type { Feature } from 'geojson';
import { href } from '../../language.ts';
import { Layout, type Site } from '../../publishing/layout.tsx';
import type { Link } from './documents.ts';

type Shown = {
  readonly title: string;
  readonly description?: string;
  readonly links: readonly Link[];
  /** What the document lists, each with its address. */
  readonly entries?: readonly { readonly name: string; readonly address: string }[];
  readonly facts?: readonly (readonly [name: string, value: unknown])[];
};

/** A document of the OGC door for people: what it says, and where its links lead. */
export function OgcPage({ site, path, shown }: { site: Site; path: string; shown: Shown }) {
  const { title, description, links, entries = [], facts = [] } = shown;
  return (
    <Layout site={site} title={`${title} – OGC API`} description={description ?? title} path={path}>
      <p class="kicker">
        <a href={href('/ogc', site.lang)}>OGC API Features</a>
      </p>
      <h1>{title}</h1>
      {description && <p class="lead">{description}</p>}
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(([name, value]) => (
            <>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{String(value)}</dd>
            </>
          ))}
        </dl>
      )}
      {entries.length > 0 && (
        <ul class="records">
          {entries.map(({ name, address }) => (
            <li>
              <a href={address}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <h2>Links</h2>
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href}>{link.title ?? link.rel}</a>{' '}
            <span class="muted">{[link.rel, link.type].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

/** What people call a feature. */
export const nameOf = ({ id, properties }: Pick<Feature, 'id' | 'properties'>) =>
  String(properties?.title ?? properties?.name ?? id);
