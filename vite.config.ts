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
  build: {
    // The first browsers with light-dark(), on which the design tokens rest.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: 'map-widget/dist',
    minify: true,
    lib: { entry: 'map-widget/index.ts', formats: ['es'], fileName: () => 'map.js' },
    rolldownOptions: { output: { minify: true, codeSplitting: false } },
  },
});
