import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { listen } from '../support/listen.ts';

const file = createRequire(import.meta.url).resolve;
const script = (name: string) => gzipSync(readFileSync(file(name)));

const head = '<!doctype html><html lang="de"><meta charset="utf-8"><title>Rathaus</title>';

/**
 * A town hall's page with the widget at `/widget`, and at `/bare` one that draws the same boundaries, of the same
 * hub, with Leaflet and nothing else. Both wait for one script and then for what it loads.
 */
export async function servePages(hub: string, boundaries: string) {
  const pages: Readonly<Record<string, [type: string, body: string | Buffer]>> = {
    '/widget': [
      'text/html',
      `${head}<script type="module" src="${hub}/map.js"></script><digitale-wege-map></digitale-wege-map>`,
    ],
    '/bare': [
      'text/html',
      `${head}<link rel="stylesheet" href="/leaflet.css"><div id="map" style="height: 40rem"></div>
<script src="/leaflet.js"></script><script src="/topojson.js"></script><script>
const map = L.map('map', { zoomSnap: 0 });
fetch('${hub}${boundaries}').then((response) => response.json()).then((shapes) => {
  const areas = L.geoJSON(topojson.feature(shapes, shapes.objects.municipalities), { weight: 1 });
  map.fitBounds(areas.getBounds());
  areas.addTo(map);
});
</script>`,
    ],
    '/leaflet.js': ['text/javascript', script('leaflet/dist/leaflet.js')],
    '/topojson.js': ['text/javascript', script('topojson-client/dist/topojson-client.min.js')],
    '/leaflet.css': ['text/css', script('leaflet/dist/leaflet.css')],
  };
  const server = await listen((request, response) => {
    const [type, body] = pages[request.url ?? ''] ?? [];
    if (!type) return response.writeHead(404).end();
    response.setHeader('content-type', type);
    if (body instanceof Buffer) response.setHeader('content-encoding', 'gzip');
    return response.end(body);
  });
  return { url: server.origin, stop: server.close };
}
