import { svgElement } from '../dom/icon.ts';
import type { Look } from '../model/layer.ts';
import { cell, textureOf } from '../model/texture.ts';

export const looks: Look[] = ['none', 'a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'b3', 'b4', 'b5'];

export const fillOf = (look: Look, place: string): string => `url(#${place}-${look})`;

/** A pattern of its own for each place: one that lives in the map is gone when the map fails. */
export function pattern(look: Look, place: string): SVGPatternElement {
  const texture = textureOf(look);
  const element = svgElement('pattern', {
    id: `${place}-${look}`,
    width: String(cell),
    height: String(cell),
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  element.append(svgElement('rect', { class: `ground ${look}`, width: String(cell), height: String(cell) }));
  if (texture) element.append(svgElement('path', { class: `texture ${look}`, d: texture }));
  return element;
}

/** A small area as in the map. */
export function swatch(look: Look): SVGSVGElement {
  const svg = svgElement('svg', { class: 'swatch', viewBox: '0 0 22 16', 'aria-hidden': 'true' });
  svg.append(
    pattern(look, 'swatch'),
    svgElement('rect', {
      class: 'area',
      x: '1',
      y: '1',
      width: '20',
      height: '14',
      fill: fillOf(look, 'swatch'),
    }),
  );
  return svg;
}
