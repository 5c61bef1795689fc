// Runs in a thread of its own, which reads JavaScript only.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const fonts = join(dirname(createRequire(import.meta.url).resolve('source-sans/package.json')), 'TTF');
const fontFiles = ['Regular', 'Semibold'].map((weight) => join(fonts, `SourceSans3-${weight}.ttf`));

/** The picture in pixels, as PNG. A server may have no fonts, so the rasteriser brings its own. */
export default function ({ svg, width }) {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles,
      loadSystemFonts: false,
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
    },
  });
  return new Uint8Array(image.render().asPng());
}
