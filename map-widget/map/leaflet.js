// @ts-nocheck: the types of Leaflet describe the whole of it, not its parts.
// The parts of Leaflet that this map uses; the rest of it (images, markers, pop-ups, controls) stays out of map.js.
import { svg } from 'leaflet/src/layer/vector/SVG.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import { Map as LeafletMap } from 'leaflet/src/map/Map.js';

export { toLatLng as latLng } from 'leaflet/src/geo/LatLng.js';
export { toLatLngBounds as latLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
export { Layer } from 'leaflet/src/layer/Layer.js';
export { layerGroup } from 'leaflet/src/layer/LayerGroup.js';
export { GridLayer } from 'leaflet/src/layer/tile/GridLayer.js';
export { tileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
export { polygon } from 'leaflet/src/layer/vector/Polygon.js';
export { polyline } from 'leaflet/src/layer/vector/Polyline.js';
export { createMap as map } from 'leaflet/src/map/Map.js';

// In place of Leaflet's Renderer.getRenderer.js, which brings a canvas as well: shapes are drawn as SVG alone.
LeafletMap.include({
  getRenderer({ options: { pane } }) {
    this._paneRenderers[pane] ??= svg({ pane });
    const renderer = this._paneRenderers[pane];
    if (!this.hasLayer(renderer)) this.addLayer(renderer);
    return renderer;
  },
});
