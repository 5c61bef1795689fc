import {
  map as createMap,
  type LatLngBounds,
  type Map as LeafletMap,
  latLngBounds,
  type TileLayer,
  tileLayer,
} from 'leaflet';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { readBoundaries } from '../model/boundaries.ts';
import { around } from '../model/pieces.ts';
import { concerned, lockedIn, type View } from '../model/view.ts';
import type { AreaEvents, AreaLayer } from './area-layer.ts';
import { CanvasAreas, type LoadPart } from './canvas-areas.ts';
import { MapKeys } from './map-keys.ts';
import { MapLabels } from './map-labels.ts';
import { MapLines } from './map-lines.ts';
import { SvgAreas } from './svg-areas.ts';

/** With more areas than that, shapes of their own would make every step of the visitor slow. */
const manyAreas = 1000;
/** How close a visitor can come: four steps, and near enough for a village in a large region. */
const closest = 12;

/** Who is locked in one Landkreis or municipality sees it as large as the frame. */
function boundsOf(view: View, areas: AreaLayer, map: LeafletMap): LatLngBounds {
  const boxes = lockedIn(view).flatMap((ags) => {
    const box = areas.boxOf(ags);
    return box ? [box] : [];
  });
  if (boxes.length === 0) return areas.bounds;
  const [left, top, right, bottom] = around(boxes);
  return latLngBounds(map.unproject([left, top], 0), map.unproject([right, bottom], 0));
}

/** A map that nothing is drawn on yet: made while the boundaries are on their way. */
export function blankMap(container: HTMLElement): LeafletMap {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return createMap(container, {
    attributionControl: false,
    zoomControl: false,
    // Our own arrow keys walk from municipality to municipality.
    keyboard: false,
    // The page scrolls on over the map; zooming has its buttons, a double click and two fingers.
    scrollWheelZoom: false,
    zoomSnap: 0,
    // Our observer sees the map's own size change, also without its window.
    trackResize: false,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    inertia: !calm,
  });
}

/** The boundaries are the whole map: no tiles, so nobody else learns who looks at it. */
export class RegionMap {
  readonly #map: LeafletMap;
  readonly #areas: AreaLayer;
  readonly #lines: MapLines;
  /** what is fitted into the frame: the region, or the place that the page has locked */
  #bounds: LatLngBounds;
  readonly #labels: MapLabels;
  readonly #keys: MapKeys;
  readonly #observer: ResizeObserver;
  #fitZoom = 0;
  #concerned: ReadonlySet<string> = new Set();
  /** what keeps its name: the municipality that is open, and the one that asks */
  #kept: readonly string[] = [];
  readonly #pointed: (ags: string | null) => void;
  #reachable: ReadonlySet<string> = new Set();
  #tiles: TileLayer | null = null;

  constructor(
    map: LeafletMap,
    topology: Topology,
    choose: (ags: string) => void,
    pointed: (ags: string | null) => void,
    load: LoadPart,
  ) {
    this.#map = map;
    this.#pointed = pointed;
    const events: AreaEvents = {
      open: (ags) => this.#reachable.has(ags) && choose(ags),
      point: (ags) => this.#mark(ags && this.#reachable.has(ags) ? ags : null),
    };
    const { geometries } = topology.objects.municipalities as GeometryCollection;
    const drawn = geometries.length > manyAreas;
    const boundaries = drawn ? null : readBoundaries(topology);
    const areas = boundaries
      ? new SvgAreas(this.#map, boundaries, events)
      : new CanvasAreas(this.#map, topology, events, load);
    this.#areas = areas;
    this.#bounds = areas.bounds;
    this.#fit();
    areas.addTo(this.#map);
    this.#lines = new MapLines(this.#map, areas, () => boundaries?.districts() ?? null);
    this.#labels = new MapLabels(this.#map, areas);
    this.#keys = new MapKeys(this.#map, areas, events);
    this.#map.on('zoomend', () => this.#allowDragging());
    this.#tellSize();
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(map.getContainer());
  }

  update(view: View): void {
    this.#concerned = concerned(view);
    const bounds = boundsOf(view, this.#areas, this.#map);
    if (!bounds.equals(this.#bounds)) {
      this.#bounds = bounds;
      this.#fit();
    }
    const { municipality, home, filters } = view.state;
    this.#kept = [municipality, home, filters.near].filter((ags) => typeof ags === 'string');
    this.#reachable = new Set(view.shown.map(({ ags }) => ags));
    this.#areas.update(view, this.#reachable);
    this.#keys.reach(this.#reachable);
    this.#keys.remember(view.state.municipality);
    this.#labels.update(view);
    this.#mark(null);
  }

  #mark(ags: string | null): void {
    this.#lines.ring(this.#concerned, ags);
    this.#labels.name([...new Set([...this.#kept, ...(ags ? [ags] : [])])]);
    this.#pointed(ags);
  }

  /** A base map of somebody else, beneath areas that let it through; null takes it away. */
  showTiles(url: string | null): void {
    this.#tiles?.remove();
    this.#tiles = url ? tileLayer(url, { referrerPolicy: 'no-referrer' }).addTo(this.#map) : null;
    this.#map.getContainer().classList.toggle('tiled', url !== null);
  }

  /** The pointer is on its row in the list. */
  point(ags: string | null): void {
    this.#mark(ags && this.#reachable.has(ags) ? ags : null);
  }

  focus(ags: string): boolean {
    return this.#keys.focus(ags);
  }

  zoom(step: number): void {
    if (step === 0) this.#fit();
    else
      this.#map.setZoom(
        Math.min(this.#map.getMaxZoom(), Math.max(this.#fitZoom, this.#map.getZoom() + step)),
      );
  }

  #fit(): void {
    this.#map.setMinZoom(0);
    this.#map.fitBounds(this.#bounds, { padding: [6, 6], animate: false });
    this.#fitZoom = this.#map.getZoom();
    this.#map.setMinZoom(this.#fitZoom).setMaxZoom(Math.max(this.#fitZoom + 4, closest));
    this.#map.setMaxBounds(this.#bounds.pad(0.3));
    this.#allowDragging();
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    // An observer tells of the size that it begins with as well: nothing is drawn twice for that.
    if (this.#map.getSize().equals([clientWidth, clientHeight])) return;
    const whole = this.#map.getZoom() <= this.#fitZoom + 0.01;
    this.#map.invalidateSize({ animate: false });
    this.#tellSize();
    if (whole) this.#fit();
  }

  /** Paper does not draw the map anew: it has it as large as it is, made smaller. */
  #tellSize(): void {
    const container = this.#map.getContainer();
    container.style.setProperty('--width', String(container.clientWidth));
    container.style.setProperty('--height', String(container.clientHeight));
  }

  /** A finger on the whole map scrolls the page; only a map that is larger than its frame moves. */
  #allowDragging(): void {
    const inside = this.#map.getZoom() <= this.#fitZoom + 0.01;
    if (inside) this.#map.dragging.disable();
    else this.#map.dragging.enable();
  }

  stop(): void {
    this.#observer.disconnect();
    this.#keys.stop();
    this.#labels.stop();
    this.#lines.stop();
    this.#areas.stop();
  }
}
