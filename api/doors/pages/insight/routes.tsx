import { type Context, Hono } from 'hono';
import { known } from '../../../../map-widget/model/known.ts';
import { CallerError } from '../../../errors.ts';
import { baseUrlOf } from '../../../http/base-url.ts';
import { embedHeaders, pageHeaders } from '../../../http/headers.ts';
import type { Hub } from '../../../hub.ts';
import { href, readLanguage } from '../../../language.ts';
import { readParameters } from '../../../publishing/datasets/read-parameters.ts';
import { card } from '../../../publishing/layout.tsx';
import { inCard } from '../../../publishing/pictures/in-card.ts';
import { rasterise } from '../../../publishing/pictures/rasterise.ts';
import { insightTexts } from '../../../texts/insight/insight.ts';
import { texts } from '../../../texts/texts.ts';
import { plotSnippet } from '../embed/snippets.ts';
import { Snippet } from '../snippet.tsx';
import { blocks } from './blocks.ts';
import { EmbedBlockPage } from './embed-block-page.tsx';
import { drawAlone, readPicture, tableFormats, writeTable } from './files.tsx';
import { BlockPage, InsightPage } from './insight-page.tsx';
import { MeetingPage } from './meeting/meeting-page.tsx';
import { listFields, readMeeting } from './meeting/read-meeting.ts';
import { readInsight } from './read-insight.ts';

const anywhere = { 'access-control-allow-origin': '*' };

/** `/insight`, its questions one by one, and each as frame, picture and table. */
export function insightRoutes(hub: Hub): Hono {
  const routes = new Hono();
  const headers = pageHeaders(hub.settings);
  const site = (c: Context) => ({
    hub,
    lang: readLanguage(c.req.query('lang')),
    base: baseUrlOf(c.req.raw, hub.settings),
  });
  routes.get('/insight', async (c) => {
    const page = site(c);
    const insight = await readInsight(hub, page.lang, blocks);
    return c.html(<InsightPage site={page} insight={insight} />, 200, headers);
  });
  routes.get('/insight/meeting', async (c) => {
    const page = site(c);
    const { field, since } = c.req.query();
    const [meeting, fields] = await Promise.all([
      field ? readMeeting(hub, field, since || undefined, page.lang) : null,
      listFields(hub, page.lang),
    ]);
    return c.html(<MeetingPage site={page} meeting={meeting} fields={fields} />, 200, headers);
  });
  for (const block of blocks) {
    const path = `/insight/${block.name}`;
    routes.get(path, async (c) => {
      const page = site(c);
      const { lang, base } = page;
      const insight = await readInsight(hub, lang, [block]);
      const t = texts[lang].embed;
      const address = base + href(`/embed${path}`, lang);
      return c.html(
        <BlockPage site={page} insight={insight}>
          <h2>{insightTexts[lang].embed}</h2>
          <Snippet
            id="frame"
            label={t.iframe}
            code={plotSnippet(address, base + href(path, lang), insightTexts[lang].blocks[block.name].title)}
            copy={t.copy}
            done={t.copied}
          />
        </BlockPage>,
        200,
        headers,
      );
    });
    routes.get(`/embed${path}`, async (c) => {
      const page = site(c);
      const insight = await readInsight(hub, page.lang, [block]);
      return c.html(<EmbedBlockPage site={page} insight={insight} />, 200, embedHeaders(hub.settings));
    });
    for (const format of ['csv', 'xlsx'] as const)
      routes.get(`${path}.${format}`, async (c) => {
        const { lang } = site(c);
        const { blocks } = await readInsight(hub, lang, [block], true);
        const shown = known(blocks[0], block.name);
        const parts: Uint8Array[] = [];
        for await (const part of writeTable(format, hub, lang, shown)) parts.push(Buffer.from(part));
        return c.body(Buffer.concat(parts), 200, {
          ...anywhere,
          'content-type': tableFormats[format].contentType,
          'content-disposition': `attachment; filename="${block.name}.${format}"`,
        });
      });
    const draw = async (c: Context) => {
      const { given, lang } = readParameters(new URL(c.req.url).searchParams, [], ['theme', 'width', 'lang']);
      const asked = readPicture(given);
      const svg = drawAlone(await readInsight(hub, lang, [block]), site(c).base, asked);
      if (svg === null) throw new CallerError('NOT_FOUND', `${path} has nothing to draw.`);
      return { svg, width: asked.width };
    };
    routes.get(`${path}.svg`, async (c) => {
      const { svg } = await draw(c);
      return c.body(svg, 200, { ...anywhere, 'content-type': 'image/svg+xml; charset=utf-8' });
    });
    routes.get(`${path}/card.png`, async (c) => {
      const { svg } = await draw(c);
      const png = await rasterise(inCard(svg), card.width);
      return c.body(new Uint8Array(png), 200, { ...anywhere, 'content-type': 'image/png' });
    });
    routes.get(`${path}.png`, async (c) => {
      const { svg, width } = await draw(c);
      // Twice as many pixels as units: what is printed or shown on a fine screen stays sharp.
      const png = await rasterise(svg, 2 * width);
      return c.body(new Uint8Array(png), 200, { ...anywhere, 'content-type': 'image/png' });
    });
  }
  return routes;
}
