import type { MultiLineString } from 'geojson';
import {
  type Coords,
  type LatLngBounds,
  type Map as LeafletMap,
  type LeafletMouseEvent,
  latLngBounds,
} from 'leaflet';
import type { Topology } from 'topojson-specification';
import { node } from '../dom/build-node.ts';
import type { Look } from '../model/layer.ts';
import { arcAt, around, type Box, contains, inDegrees, inPixels, overlap, ringOf } from '../model/pieces.ts';
import { Pyramid } from '../model/pyramid.ts';
import { describe, type View } from '../model/view.ts';
import type { AreaEvents, AreaLayer } from './area-layer.ts';
import { AreaTiles } from './area-tiles.ts';
import { type CanvasLooks, readLooks } from './canvas-looks.ts';
import { boxOfTile, drawTile, resolution } from './draw-tile.ts';

/** Finer boundaries by the name of their file. */
export type LoadPart = (file: string) => Promise<Topology>;

/** Thousands of areas: drawn, not built; one button stands in for the area that has the focus. */
export class CanvasAreas implements AreaLayer {
  readonly all: readonly string[];
  readonly bounds: LatLngBounds;
  readonly #map: LeafletMap;
  readonly #pyramid: Pyramid;
  readonly #tiles: AreaTiles;
  readonly #load: LoadPart;
  readonly #stop = new AbortController();
  readonly #asked = new Set<string>();
  #looks: CanvasLooks;
  #lookOf: ReadonlyMap<string, Look> = new Map();
  #view: View | null = null;
  #proxy: HTMLElement | null = null;
  #pointed: string | null = null;

  constructor(map: LeafletMap, topology: Topology, events: AreaEvents, load: LoadPart) {
    this.#map = map;
    this.#load = load;
    this.#pyramid = new Pyramid(topology);
    this.#looks = readLooks(map.getContainer(), resolution);
    const { shapes } = this.#pyramid.whole;
    this.all = shapes.map(({ ags }) => ags);
    const [left, top, right, bottom] = around(shapes.map(({ box }) => box));
    const [[west, south], [east, north]] = [inDegrees(left, bottom), inDegrees(right, top)];
    this.bounds = latLngBounds([south, west], [north, east]);
    this.#tiles = new AreaTiles((context, coords) => this.#paint(context, coords));
    map.on('click', ({ latlng }: LeafletMouseEvent) => {
      const ags = this.#at(latlng);
      if (ags) events.open(ags);
    });
    const point = (ags: string | null) => {
      if (ags === this.#pointed) return;
      this.#pointed = ags;
      map.getContainer().classList.toggle('on-area', ags !== null && this.#lookOf.has(ags));
      events.point(ags);
    };
    map.on('mousemove', ({ latlng }: LeafletMouseEvent) => point(this.#at(latlng)));
    map.on('mouseout', () => point(null));
    map.on('moveend', () => this.#loadMissing());
    const { signal } = this.#stop;
    for (const query of [
      '(prefers-color-scheme: dark)',
      '(forced-colors: active)',
      '(prefers-contrast: more)',
    ])
      matchMedia(query).addEventListener('change', () => this.#repaint(), { signal });
  }

  addTo(map: LeafletMap): void {
    this.#tiles.addTo(map);
  }

  boxOf(ags: string): Box | undefined {
    return this.#pyramid.of(ags)?.box;
  }

  polygonsOf(ags: string) {
    const shape = this.#pyramid.of(ags);
    return (shape?.polygons ?? []).map((rings) => rings.map((ring) => ringOf(this.#pyramid.whole, ring)));
  }

  around(chosen: ReadonlySet<string>): MultiLineString {
    const zoom = this.#map.getZoom();
    const pieces = new Set([...chosen].map((ags) => this.#pyramid.pieceOf(ags, zoom)));
    // Pieces do not know each other's borders; the whole knows all.
    const [only, ...others] = pieces;
    const piece = only && others.length === 0 ? only : this.#pyramid.whole;
    const outer = new Set<number>();
    for (const { ags, polygons } of piece.shapes)
      if (chosen.has(ags))
        for (const arc of polygons.flat(2).map(arcAt)) if (!outer.delete(arc)) outer.add(arc);
    const coordinates = [...outer].map((arc) => ringOf(piece, [arc]).map(([x, y]) => [...inDegrees(x, y)]));
    return { type: 'MultiLineString', coordinates };
  }

  stopOf(ags: string): HTMLElement | undefined {
    const box = this.boxOf(ags);
    if (this.#proxy?.dataset.ags === ags || !box) return this.#proxy ?? undefined;
    // A new button: a screen reader would not read the new name of the one that has the focus.
    const proxy = node('div', { class: 'area-proxy', role: 'button', tabindex: '-1', 'data-ags': ags });
    this.#map.getContainer().append(proxy);
    const last = this.#proxy;
    this.#proxy = proxy;
    this.#name(proxy);
    setTimeout(() => last?.remove());
    return proxy;
  }

  leave(ags: string): void {
    // Another area's button has taken its place already, or it has none.
    if (this.#proxy?.dataset.ags === ags) this.#proxy.tabIndex = -1;
  }

  #name(proxy: HTMLElement): void {
    const { ags = '' } = proxy.dataset;
    const row = this.#view?.byAgs.get(ags);
    const name = row && this.#view ? describe(row, this.#view) : (this.#pyramid.of(ags)?.name ?? '');
    proxy.setAttribute('aria-label', name);
    proxy.setAttribute('aria-pressed', String(ags === this.#view?.state.municipality));
  }

  update(view: View, reachable: ReadonlySet<string>): void {
    this.#view = view;
    const { municipalities, layer } = view;
    const shown = municipalities.filter(({ ags }) => reachable.has(ags));
    this.#lookOf = new Map(shown.map((row) => [row.ags, layer.classOf(row).look]));
    if (this.#proxy) this.#name(this.#proxy);
    this.#repaint();
  }

  #repaint(): void {
    this.#looks = readLooks(this.#map.getContainer(), resolution);
    this.#tiles.repaint();
  }

  #paint(context: CanvasRenderingContext2D, { x, y, z }: Coords): void {
    const box = boxOfTile({ x, y }, z);
    const pieces = this.#pyramid.inBox(z, box);
    drawTile(context, box, pieces, (ags) => this.#lookOf.get(ags), this.#looks);
  }

  #at({ lat, lng }: { lat: number; lng: number }): string | null {
    const [x, y] = inPixels(lng, lat);
    for (const [piece, shapes] of this.#pyramid.inBox(this.#map.getZoom(), [x, y, x, y]))
      for (const shape of shapes) if (contains(piece, shape, x, y)) return shape.ags;
    return null;
  }

  /** Finer parts come one after the other; where one fails the coarser shapes stay, and it is asked for again. */
  async #loadMissing(): Promise<void> {
    const view = this.#map.getBounds();
    const box: Box = [
      ...inPixels(view.getWest(), view.getNorth()),
      ...inPixels(view.getEast(), view.getSouth()),
    ];
    for (const file of this.#pyramid.missing(Math.round(this.#map.getZoom()), box)) {
      if (this.#asked.has(file)) continue;
      this.#asked.add(file);
      try {
        const topology = await this.#load(file);
        if (this.#stop.signal.aborted) return;
        const part = this.#pyramid.add(file, topology);
        this.#tiles.repaint(({ x, y, z }) => overlap(boxOfTile({ x, y }, z), part));
      } catch {
        this.#asked.delete(file);
      }
    }
  }

  stop(): void {
    this.#stop.abort();
    this.#tiles.stop();
  }
}
