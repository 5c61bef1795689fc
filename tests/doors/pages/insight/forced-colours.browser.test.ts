import { expect, it } from 'vitest';
import { useHubInBrowser } from '../../../support/hub-in-browser.ts';

const hub = useHubInBrowser();

it.each(['light', 'dark'] as const)(
  'plots in forced colours, %s, have letters and textures in the colour of text and no two looks alike',
  async (colorScheme) => {
    const page = await hub.browser.newPage({ forcedColors: 'active', colorScheme });
    await page.goto(`${hub.base}/insight`);
    const plots = await page.locator('.plot svg').evaluateAll((pictures) => {
      const colour = (element: Element | null, of: 'fill' | 'stroke') =>
        element && getComputedStyle(element)[of];
      const probe = document.body.appendChild(document.createElement('i'));
      const system = (name: string) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      const [ground, letters] = [system('Canvas'), system('CanvasText')];
      return pictures.map((picture) => ({
        looks: [...picture.querySelectorAll('pattern')].map((pattern) => {
          const [rect, path] = [pattern.querySelector('rect'), pattern.querySelector('path')];
          const plain = colour(rect, 'fill') !== ground && path === null;
          const textured = colour(rect, 'fill') === ground && colour(path, 'stroke') === letters;
          return plain || textured ? `${colour(rect, 'fill')} ${path?.getAttribute('d')}` : 'unreadable';
        }),
        texts: [...picture.querySelectorAll('text')].every((text) => {
          const fill = colour(text, 'fill');
          return fill === letters || fill === system('HighlightText');
        }),
      }));
    });
    expect(plots.length).toBeGreaterThan(10);
    for (const { looks, texts } of plots) {
      expect(looks).not.toContain('unreadable');
      expect(new Set(looks).size).toBe(looks.length);
      expect(texts).toBe(true);
    }
  },
);
