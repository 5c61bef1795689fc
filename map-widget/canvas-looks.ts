import { svgElement } from './icon.ts';
import type { Look } from './layer.ts';
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
  const patterns = looks.map((look) => pattern(look, 'probe'));
  const line = (name: string) => svgElement('path', { class: name });
  const lines = { area: line('area'), casing: line('casing'), 'district-border': line('district-border') };
  probe.append(...patterns, ...Object.values(lines));
  container.append(probe);
  const stroke = (element: Element) => getComputedStyle(element).stroke;
  const read: CanvasLooks = {
    fills: new Map(looks.map((look, at) => [look, fillOf(patterns[at]!, resolution)])),
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
  const { fill } = getComputedStyle(ground!);
  if (!texture) return fill;
  const style = getComputedStyle(texture);
  const canvas = document.createElement('canvas');
  canvas.width = 6 * resolution;
  canvas.height = 6 * resolution;
  const context = canvas.getContext('2d')!;
  context.scale(resolution, resolution);
  context.fillStyle = fill;
  context.fillRect(0, 0, 6, 6);
  context.globalAlpha = Number(style.opacity);
  context.fillStyle = style.fill;
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  const path = new Path2D(texture.getAttribute('d')!);
  context.fill(path);
  context.stroke(path);
  const repeated = context.createPattern(canvas, 'repeat')!;
  repeated.setTransform(new DOMMatrix().rotate(45));
  return repeated;
}
