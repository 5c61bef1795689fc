import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// Builds the map widget alone; the server runs from its sources.
export default defineConfig({
  resolve: {
    // Leaflet's default entry would put a global L on the page of our hosts, and is twice as large.
    alias: [
      {
        find: /^leaflet$/,
        replacement: fileURLToPath(new URL('map-widget/map/leaflet.js', import.meta.url)),
      },
    ],
  },
  plugins: [
    {
      name: 'leaflet-without-inner-html',
      // Leaflet asks by innerHTML, which a page with Trusted Types forbids, for what every browser has that runs this.
      transform: (code, id) =>
        id.endsWith('/leaflet/src/core/Browser.js')
          ? code.replace(/var inlineSvg = [\s\S]*?\n\}\)\(\);/, 'var inlineSvg = svg;')
          : null,
    },
  ],
  build: {
    // What the README states. Style sheets stay as they are: model/plain-colours.ts has what old browsers lack.
    target: ['chrome119', 'firefox115', 'safari16.4'],
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: 'map-widget/dist',
    minify: true,
    lib: { entry: 'map-widget/index.ts', formats: ['es'], fileName: () => 'map.js' },
    rolldownOptions: { output: { minify: true, codeSplitting: false } },
  },
});
