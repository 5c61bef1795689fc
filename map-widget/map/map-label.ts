import { type LatLng, Layer, type Map as LeafletMap, type ZoomAnimEvent } from 'leaflet';
import { node } from '../dom/build-node.ts';

/** Something small that stands at a point of the map: what a marker of Leaflet does, without all that it could do. */
export class MapLabel extends Layer {
  readonly #at: LatLng;
  readonly #element: HTMLElement;

  constructor(at: LatLng, content: HTMLElement) {
    super();
    this.#at = at;
    this.#element = node('div', { class: 'map-label leaflet-zoom-animated' }, content);
  }

  override onAdd(map: LeafletMap): this {
    map.getPane('markerPane')?.append(this.#element);
    this.#move(map.latLngToLayerPoint(this.#at));
    return this;
  }

  override onRemove(): this {
    this.#element.remove();
    return this;
  }

  override getEvents() {
    const stay = () => this.#move(this._map.latLngToLayerPoint(this.#at));
    const follow = ({ zoom, center }: ZoomAnimEvent) => {
      const map = this._map;
      const corner = map.project(center, zoom).subtract(map.getSize().divideBy(2));
      // Where the map's own pane has been dragged to is part of every position.
      const dragged = map.containerPointToLayerPoint([0, 0]);
      this.#move(map.project(this.#at, zoom).subtract(corner).add(dragged));
    };
    return { zoom: stay, viewreset: stay, zoomanim: follow as never };
  }

  #move({ x, y }: { x: number; y: number }): void {
    this.#element.style.transform = `translate3d(${Math.round(x)}px, ${Math.round(y)}px, 0)`;
  }
}
