import { existsSync, readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { known } from '../../../map-widget/model/known.ts';
import { withPlainColours } from '../../../map-widget/model/plain-colours.ts';
import { catalogue } from '../../catalogue/entities/catalogue.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import { builderHeaders, embedHeaders, pageHeaders } from '../../http/headers.ts';
import type { Hub } from '../../hub.ts';
import { readLanguage } from '../../language.ts';
import { datasets, entitiesWithPages, requireDataset } from '../../publishing/datasets/register.ts';
import { icon } from '../../publishing/icon.ts';
import { readMap } from '../../publishing/map-data.ts';
import { requireRecord } from '../../publishing/records/record.ts';
import { filterWords } from '../../texts/filter-words.ts';
import { DataPage } from './data/data-page.tsx';
import { DatasetPage } from './data/dataset-page.tsx';
import { readDatasetFacts, readPreview } from './data/read-facts.ts';
import { BuilderPage } from './embed/builder-page.tsx';
import { EmbedPage } from './embed/embed-page.tsx';
import { mostProjects } from './embed/map-list.tsx';
import { oembed } from './embed/oembed.ts';
import { askedOf, readEmbed } from './embed/read-embed.ts';
import { StartPage } from './embed/start-page.tsx';
import { insightRoutes } from './insight/routes.tsx';
import { lawRoutes } from './law/routes.tsx';
import { listRoutes } from './lists/routes.tsx';
import { readStory } from './records/read-story.ts';
import { RecordPage } from './records/record-page.tsx';
import { robots, sitemap } from './sitemap.ts';
import { leaveOutUnknown } from './unknown-parameters.ts';

/** So many of each list stand on the page of a record, which tells how many there are and where the others are. */
const mostRelated = 100;

const fromRoot = (path: string) => new URL(`../../../${path}`, import.meta.url);

/** The pages for people, and the files they need. */
export function pagesDoor(hub: Hub): Hono {
  const headers = pageHeaders(hub.settings);
  const door = new Hono();
  door.use(leaveOutUnknown);
  const sheets = [
    'api/doors/pages/pages.css',
    'api/doors/pages/records/record.css',
    'api/doors/pages/records/lines.css',
    'api/doors/pages/records/call.css',
    'api/doors/pages/data/data.css',
    'api/doors/pages/snippet.css',
    'api/doors/pages/embed/embed.css',
    'api/doors/pages/law/law.css',
    'api/doors/pages/insight/insight.css',
    'api/doors/pages/lists/lists.css',
    'api/doors/pages/records/print.css',
  ].map((path) => readFileSync(fromRoot(path), 'utf8'));
  const tokens = withPlainColours(readFileSync(fromRoot('map-widget/tokens.css'), 'utf8'));
  const stylesheet = [tokens, ...sheets].join('\n');
  door.get('/pages.css', (c) => c.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8' }));
  door.get('/icon.svg', (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml' }));
  door.get('/map.js', (c) => {
    const widget = fromRoot('map-widget/dist/map.js');
    if (!existsSync(widget)) return c.text('The map widget is not built: npm start builds it.', 503);
    const script = readFileSync(widget, 'utf8').replace('%BOUNDARIES%', hub.region.boundaries.path);
    return c.body(script, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
    });
  });

  door.route('/', lawRoutes(hub));
  door.route('/', insightRoutes(hub));
  door.route('/', listRoutes(hub));
  door.get('/robots.txt', (c) => c.text(robots(baseUrlOf(c.req.raw, hub.settings))));
  door.get('/sitemap.xml', async (c) =>
    c.body(await sitemap(hub, baseUrlOf(c.req.raw, hub.settings)), 200, {
      'content-type': 'application/xml; charset=utf-8',
    }),
  );

  const site = (c: Context) => ({
    hub,
    lang: readLanguage(c.req.query('lang')),
    base: baseUrlOf(c.req.raw, hub.settings),
    unknown: c.get('unknownParameters'),
  });
  /** The map and its list as a page is told to show them. */
  const mapPage = async (c: Context) => {
    const embed = readEmbed(new URL(c.req.url).searchParams);
    const filter = askedOf(embed);
    const [data, words] = await Promise.all([
      readMap(hub, filter, embed.lang, { most: mostProjects, open: embed.options.project }),
      filterWords(hub, catalogue.projects, filter, embed.lang),
    ]);
    return { site: { ...site(c), lang: embed.lang }, embed, data, words };
  };
  door.get('/', async (c) => c.html(<StartPage {...(await mapPage(c))} />, 200, headers));
  door.get('/embed', async (c) =>
    c.html(<EmbedPage {...(await mapPage(c))} />, 200, embedHeaders(hub.settings)),
  );
  door.get('/embed/builder', async (c) =>
    c.html(<BuilderPage {...(await mapPage(c))} />, 200, builderHeaders(hub.settings)),
  );
  door.get('/oembed', (c) => oembed(c, hub));
  const scripts = {
    '/address.js': 'address.js',
    '/copy.js': 'copy.js',
    '/pass-on.js': 'pass-on.js',
    '/embed.js': 'embed.js',
    '/embed/height.js': 'height.js',
    '/embed/builder.js': 'builder.js',
    '/embed/copy.js': 'copy.js',
  };
  for (const [path, file] of Object.entries(scripts)) {
    const script = readFileSync(fromRoot(`api/doors/pages/scripts/${file}`), 'utf8');
    door.get(path, (c) =>
      c.body(script, 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'access-control-allow-origin': '*',
      }),
    );
  }
  door.get('/data', async (c) => {
    const page = site(c);
    const { readQuality } = await import('../../publishing/dcat/sizes.ts');
    const [facts, quality] = await Promise.all([
      readDatasetFacts(hub, datasets.values()),
      readQuality(hub, page.base),
    ]);
    return c.html(<DataPage site={page} datasets={facts} quality={quality} />, 200, headers);
  });
  door.get('/data/:dataset', async (c) => {
    const dataset = requireDataset(c.req.param('dataset'));
    const page = site(c);
    const [[facts], rows] = await Promise.all([
      readDatasetFacts(hub, [dataset]),
      readPreview(hub, dataset, page.base),
    ]);
    return c.html(<DatasetPage site={page} facts={known(facts, dataset.name)} rows={rows} />, 200, headers);
  });
  for (const entity of entitiesWithPages)
    door.get(`/${entity.name}/:key`, async (c) => {
      const key = c.req.param('key');
      const page = site(c);
      const found = await requireRecord(hub, entity, key, page.lang, { most: mostRelated });
      const story = await readStory(hub, entity, found, page.lang);
      return c.html(<RecordPage site={page} entity={entity} found={found} story={story} />, 200, headers);
    });
  return door;
}
