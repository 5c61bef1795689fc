import type { Row } from '../catalogue/page.ts';
import { href, Layout, type Site, texts } from './layout.tsx';
import { placeName } from './words.ts';

/** `/`: the map; where no script runs, the list of municipalities is the page. */
export function StartPage({ site, municipalities }: { site: Site; municipalities: Row[] }) {
  const { hub, lang } = site;
  const t = texts[lang];
  const { title, intro } = hub.region;
  return (
    <Layout site={site} title={title[lang]} description={intro[lang]} path="/" script="/map.js">
      <div class="intro">
        <h1>{title[lang]}</h1>
        <p>{intro[lang]}</p>
      </div>
      <digitale-wege-map lang={lang}>
        <h2>{t.municipalities}</h2>
        <ul class="columns">
          {municipalities.map(({ ags, name, projects }) => (
            <li>
              <a href={href(`/municipalities/${ags}`, lang)}>{placeName(String(ags), String(name), t)}</a>{' '}
              <span class="muted">
                {Number(projects) > 0 ? t.projectCount(Number(projects)) : t.nobodyYet}
              </span>
            </li>
          ))}
        </ul>
      </digitale-wege-map>
    </Layout>
  );
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'digitale-wege-map': HTMLAttributes;
    }
  }
}
