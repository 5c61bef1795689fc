import { type Context, Hono } from 'hono';
import { layers } from '../../../map-widget/model/filters.ts';
import { catalogue } from '../../catalogue/entities/catalogue.ts';
import { namesOf } from '../../catalogue/query/names.ts';
import { readFilter } from '../../catalogue/query/read-filter.ts';
import { badInput } from '../../errors.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import type { Hub } from '../../hub.ts';
import { filterNames, readParameters } from '../../publishing/datasets/read-parameters.ts';
import { icon, touchIcon } from '../../publishing/icon.ts';
import { coloursOf, themes } from '../../publishing/pictures/colours.ts';
import { rasterise } from '../../publishing/pictures/rasterise.ts';
import { texts } from '../../texts/texts.ts';
import { placeName } from '../../texts/words.ts';
import { Locator } from './locator.tsx';
import { MapPicture } from './map-picture.tsx';
import { readPicture } from './read-picture.ts';
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
      'lang',
    ]);
    const colours = coloursOf(readOne('theme', themes, given.theme));
    const width = readWidth(given.width);
    const picture = await readPicture(
      hub,
      filter,
      readOne('layer', layers, given.layer),
      lang,
      baseUrlOf(c.req.raw, hub.settings),
    );
    const svg = String(<MapPicture picture={picture} shapes={shapesOf(hub.region)} colours={colours} />);
    return { svg, width };
  };
  door.get('/map.svg', async (c) => {
    const { svg } = await draw(c, ['layer', 'theme']);
    return c.body(svg, 200, { ...anywhere, ...svgType });
  });
  door.get('/map.png', async (c) => {
    const { svg, width } = await draw(c, ['layer', 'theme', 'width']);
    const png = await rasterise(svg, width);
    return c.body(new Uint8Array(png), 200, { ...anywhere, 'content-type': 'image/png' });
  });
  for (const [path, svg, size] of icons)
    door.get(path, async (c) => {
      const png = await rasterise(svg, size);
      return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png' });
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
    return c.body(String(locator), 200, { ...anywhere, ...svgType });
  });
  return door;
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
