import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';

const fonts = join(dirname(createRequire(import.meta.url).resolve('source-sans/package.json')), 'TTF');
const fontFiles = ['Regular', 'Semibold'].map((weight) => join(fonts, `SourceSans3-${weight}.ttf`));

/** The picture in pixels. A server may have no fonts, so the rasteriser brings its own; it works in a thread. */
export async function rasterise(svg: string, width: number): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles,
      loadSystemFonts: false,
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
    },
  });
  return image.asPng();
}
