import { svgElement } from '../dom/icon.ts';
import { known } from '../model/known.ts';
import type { Look } from '../model/layer.ts';
import { cell } from '../model/texture.ts';
import { looks, pattern } from './look.ts';

/** Colours and textures of the style sheet as a canvas takes them. */
export interface CanvasLooks {
  fills: ReadonlyMap<Look, CanvasPattern | string>;
  lines: Record<'area' | 'casing' | 'district-border', string>;
}

/**
 * Reads them anew, since theme and host page may have changed them.
 * @param resolution pixels of the canvas for one of the page.
 */
export function readLooks(container: HTMLElement, resolution: number): CanvasLooks {
  const probe = svgElement('svg', { class: 'unseen', 'aria-hidden': 'true' });
  const patterns = looks.map((look) => [look, pattern(look, 'probe')] as const);
  const line = (name: string) => svgElement('path', { class: name });
  const lines = { area: line('area'), casing: line('casing'), 'district-border': line('district-border') };
  probe.append(...patterns.map(([, element]) => element), ...Object.values(lines));
  container.append(probe);
  const stroke = (element: Element) => getComputedStyle(element).stroke;
  const read: CanvasLooks = {
    fills: new Map(patterns.map(([look, element]) => [look, fillOf(element, resolution)])),
    lines: {
      area: stroke(lines.area),
      casing: stroke(lines.casing),
      'district-border': stroke(lines['district-border']),
    },
  };
  probe.remove();
  return read;
}

function fillOf(element: SVGPatternElement, resolution: number): CanvasPattern | string {
  const [ground, texture] = element.children;
  const { fill } = getComputedStyle(known(ground, 'ground of a pattern'));
  if (!texture) return fill;
  const style = getComputedStyle(texture);
  // As the style sheet has it the texture repeats along its diagonals; a pattern that is not turned repeats along the
  // edges, every two of its cells, and is filled in a fraction of the time.
  const period = cell * Math.SQRT2;
  const side = Math.round(period * resolution);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = known(canvas.getContext('2d'), 'canvas');
  context.fillStyle = fill;
  context.fillRect(0, 0, side, side);
  context.scale(side / period, side / period);
  context.rotate(Math.PI / 4);
  context.globalAlpha = Number(style.opacity);
  context.fillStyle = style.fill;
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  const path = new Path2D();
  const one = new Path2D(texture.getAttribute('d') ?? '');
  for (const x of [0, 1, 2])
    for (const y of [-2, -1, 0, 1, 2]) path.addPath(one, new DOMMatrix().translate(x * cell, y * cell));
  context.fill(path);
  context.stroke(path);
  return context.createPattern(canvas, 'repeat') ?? fill;
}
