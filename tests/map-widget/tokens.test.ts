import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../map-widget/tokens.css', import.meta.url), 'utf8');

function colour(name: string, theme: 0 | 1): string {
  const value = new RegExp(`--dw-${name}: ([^;]+);`).exec(css)?.[1];
  if (!value) throw new Error(`tokens.css has no --dw-${name}`);
  const other = /^var\(--dw-([\w-]+)\)$/.exec(value)?.[1];
  return other ? colour(other, theme) : value.match(/#[\da-f]{6}/g)![theme]!;
}

/** Contrast of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, two) => two - one);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const text: [string, string][] = [
  ...['ink', 'ink-muted', 'accent'].flatMap((ink): [string, string][] => [
    [ink, 'ground'],
    [ink, 'ground-soft'],
  ]),
  ['on-accent', 'accent'],
  ...[1, 2, 3, 4, 5].flatMap((step): [string, string][] => [
    [`on-sequence-${step}`, `sequence-${step}`],
    [`on-sequence-${step}`, `second-${step}`],
  ]),
];
const shapes: [string, string][] = ['line-strong', 'focus', 'strategy'].map((shape) => [shape, 'ground']);

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('tokens in the %s theme', (_, theme) => {
  test.each(text)('%s can be read on %s', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)('%s stands out from %s', (shape, ground) => {
    expect(contrast(colour(shape, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(['sequence', 'second'])('each step of the %s hue is further from the ground', (hue) => {
    const steps = [1, 2, 3, 4, 5].map((step) =>
      contrast(colour(`${hue}-${step}`, theme), colour('ground', theme)),
    );
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });
});
