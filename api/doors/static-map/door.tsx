import { type Context, Hono } from 'hono';
import { layers } from '../../../map-widget/model/filters.ts';
import { catalogue } from '../../catalogue/entities/catalogue.ts';
import { namesOf } from '../../catalogue/query/names.ts';
import { readFilter } from '../../catalogue/query/read-filter.ts';
import { sql } from '../../database/sql.ts';
import { badInput } from '../../errors.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import type { Hub } from '../../hub.ts';
import type { Language } from '../../language.ts';
import { filterNames, readParameters } from '../../publishing/datasets/read-parameters.ts';
import { icon, touchIcon } from '../../publishing/icon.ts';
import { card } from '../../publishing/layout.tsx';
import { coloursOf, themes } from '../../publishing/pictures/colours.ts';
import { inCard } from '../../publishing/pictures/in-card.ts';
import { rasterise } from '../../publishing/pictures/rasterise.ts';
import { asXml } from '../../publishing/xml.ts';
import { texts } from '../../texts/texts.ts';
import { placeName } from '../../texts/words.ts';
import { Locator } from './locator.tsx';
import { MapPicture } from './map-picture.tsx';
import { type About, readPicture } from './read-picture.ts';
import { shapesOf } from './shapes.ts';

const anywhere = { 'access-control-allow-origin': '*' };
const svgType = { 'content-type': 'image/svg+xml; charset=utf-8' };
const widths = { least: 300, usual: 1200, most: 2400 };

/** The sign of the hub for those that take no SVG: tabs of old browsers, and home screens. */
const icons = [
  ['/favicon.ico', icon, 48],
  ['/apple-touch-icon.png', touchIcon, 180],
] as const;

/** The map as a picture for print, newsletters and previews: `/map.svg` and `/map.png`. */
export function staticMapDoor(hub: Hub): Hono {
  const door = new Hono();
  const names = filterNames(catalogue.projects);
  const draw = async (c: Context, options: readonly ('layer' | 'theme' | 'width')[]) => {
    const { filter, lang, given } = readParameters(new URL(c.req.url).searchParams, names, [
      ...options,
      'project',
      'lang',
    ]);
    const { municipality, ...others } = filter;
    await readFilter(hub, catalogue.projects, municipality ? { municipality } : {}, '?');
    const about = await readAbout(hub, (municipality ?? []) as string[], given.project, lang);
    const colours = coloursOf(readOne('theme', themes, given.theme));
    const width = readWidth(given.width);
    const picture = await readPicture(
      hub,
      others,
      readOne('layer', layers, given.layer),
      lang,
      baseUrlOf(c.req.raw, hub.settings),
      about,
    );
    const svg = asXml(
      String(<MapPicture picture={picture} shapes={shapesOf(hub.region)} colours={colours} />),
    );
    return { svg, width };
  };
  door.get('/map.svg', async (c) => {
    const { svg } = await draw(c, ['layer', 'theme']);
    return c.body(svg, 200, { ...anywhere, ...svgType });
  });
  door.get('/map.png', async (c) => {
    const { svg, width } = await draw(c, ['layer', 'theme', 'width']);
    const png = await rasterise(svg, width);
    return c.body(png, 200, { ...anywhere, 'content-type': 'image/png' });
  });
  door.get('/map/card.png', async (c) => {
    const { svg } = await draw(c, ['layer', 'theme']);
    const png = await rasterise(inCard(svg), card.width);
    return c.body(new Uint8Array(png), 200, { ...anywhere, 'content-type': 'image/png' });
  });
  for (const [path, svg, size] of icons)
    door.get(path, async (c) => {
      const png = await rasterise(svg, size);
      return c.body(png, 200, { 'content-type': 'image/png' });
    });
  door.get('/map/locator.svg', async (c) => {
    const search = new URL(c.req.url).searchParams;
    const { filter, lang, given } = readParameters(search, ['municipality', 'regionWide'], ['theme', 'lang']);
    await readFilter(hub, catalogue.projects, filter, '?');
    const ags = (filter.municipality ?? []) as string[];
    const places = await namesOf(hub, new Map([['municipalities', ags]]), lang);
    const names = ags.map((key) => placeName(key, places.municipalities?.[key] ?? key, texts[lang]));
    const whole = String(filter.regionWide) === 'true';
    const locator = (
      <Locator
        title={texts[lang].locator(whole ? texts[lang].regionWide : names.join(', '))}
        ags={whole ? [...shapesOf(hub.region).districts.keys()] : ags}
        shapes={shapesOf(hub.region)}
        colours={coloursOf(readOne('theme', themes, given.theme))}
      />
    );
    return c.body(asXml(String(locator)), 200, { ...anywhere, ...svgType });
  });
  return door;
}

/** What the picture is about: its places are marked, and those around them are shown all the same. */
async function readAbout(
  hub: Hub,
  places: readonly string[],
  project: string | undefined,
  lang: Language,
): Promise<About | null> {
  const wanted = new Map([
    ['municipalities', places],
    ['projects', project === undefined ? [] : [project]],
  ] as const);
  const { municipalities, projects } = await namesOf(hub, wanted, lang);
  if (project === undefined)
    return places.length === 0
      ? null
      : {
          title: places.map((ags) => placeName(ags, municipalities?.[ags] ?? ags, texts[lang])).join(', '),
          places,
        };
  const title = projects?.[project];
  if (title === undefined) throw badInput('?project', project, 'there is no such project');
  const rows = await hub.database.rows<{ ags: string }>(
    sql`SELECT p.municipality AS ags FROM participation p WHERE p.project = ${project} ORDER BY p.position`,
  );
  return { title, places: rows.map(({ ags }) => ags) };
}

/** One of these; the first unless told. */
function readOne<Value extends string>(
  name: string,
  values: readonly Value[],
  given: string | undefined,
): Value {
  const value = given === undefined ? values[0] : values.find((one) => one === given);
  if (!value) throw badInput(`?${name}`, given ?? '', `allowed are ${values.join(', ')}`);
  return value;
}

function readWidth(given: string | undefined): number {
  if (given === undefined) return widths.usual;
  const width = Number(given);
  if (!/^\d+$/.test(given) || width < widths.least || width > widths.most)
    throw badInput('?width', given, `allowed are whole numbers from ${widths.least} to ${widths.most}`);
  return width;
}
