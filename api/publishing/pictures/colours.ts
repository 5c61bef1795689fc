import { readFileSync } from 'node:fs';
import { known } from '../../../map-widget/model/known.ts';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export type Colours = (token: string) => string;

const tokens = readFileSync(new URL('../../../map-widget/tokens.css', import.meta.url), 'utf8');
const declared = new Map(
  [...tokens.matchAll(/--dw-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
);

/** The design tokens that pages and widget share, for a picture that knows no CSS. */
export const coloursOf =
  (theme: Theme): Colours =>
  (token) => {
    const value = declared.get(token);
    const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value ?? '') ?? [];
    if (light && dark) return theme === 'light' ? light : dark;
    const [, other] = /^var\(--dw-([\w-]+)\)$/.exec(value ?? '') ?? [];
    if (!other) throw new Error(`--dw-${token} is no colour of tokens.css: ${value}`);
    return coloursOf(theme)(other);
  };

/** The fonts of the pages; the rasteriser reads its own for `sans-serif`. */
export const fontFamily = known(declared.get('font'), '--dw-font');
