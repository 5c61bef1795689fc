import type { LabelPlace } from './label-place.ts';

/** What a line of a label takes, a letter of it, and what stays free around it, in pixels. */
const lineHeight = 14;
const letter = 6.4;
const air = 2;

/**
 * The name of an area in one line or two, or its short form, where it has room; else none.
 * @param scale pixels of the map for one of zoom 0
 * @param figure whether a figure stands below the name
 */
export function nameLines(name: string, place: LabelPlace, scale: number, figure: boolean): string[] {
  const fits = (lines: string[]) => {
    const reach = ((lines.length + Number(figure)) * lineHeight) / 2;
    // The figure is the last line, and short.
    const width = place.width(reach / scale, (reach - Number(figure) * lineHeight) / scale) * scale;
    const longest = Math.max(...lines.map(({ length }) => length));
    return place.clearance * scale > reach + air && width > longest * letter + 2 * air;
  };
  return [[name], inHalves(name), [shortName(name)]].find(fits) ?? [];
}

/** What people of the region say: without the river, the mountains or the valley that tells a name from others. */
export const shortName = (name: string): string =>
  name.replace(/\s*(\(|,|\/|\s(im|in|am|an|bei|ob|vor|auf|unter|i\.|a\.|b\.)\s).*$/, '') || name;

/** How large a label is on the map, in pixels. */
export const sizeOf = (lines: readonly string[], figure: boolean): [width: number, height: number] => [
  Math.max(...lines.map(({ length }) => length)) * letter + 2 * air,
  (lines.length + Number(figure)) * lineHeight,
];

/** Broken where a name may break, as near to its middle as can be. */
function inHalves(name: string): string[] {
  const breaks = [...name.matchAll(/[ /-](?=.)/g)].map(({ index }) => index + 1);
  const off = (at: number) => Math.abs(at - name.length / 2);
  const [middle] = breaks.sort((a, b) => off(a) - off(b));
  return middle ? [name.slice(0, middle).trim(), name.slice(middle)] : [name];
}
