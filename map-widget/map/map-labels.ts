import { type LayerGroup, type Map as LeafletMap, latLng, layerGroup } from 'leaflet';
import { afterPaint } from '../dom/after-paint.ts';
import { node } from '../dom/build-node.ts';
import type { MunicipalityRow } from '../model/contract.ts';
import { nameLines, shortName, sizeOf } from '../model/label-name.ts';
import { type LabelPlace, labelPlace } from '../model/label-place.ts';
import type { Layer } from '../model/layer.ts';
import { type Box, inPixels, overlap } from '../model/pieces.ts';
import { isTown, type View } from '../model/view.ts';
import type { AreaLayer } from './area-layer.ts';
import { MapLabel } from './map-label.ts';

/** Half the height of a number, in pixels. */
const numberRadius = 9;
/** So much further a name in bold letters reaches to each side. */
const bold = 8;
/** A map that is narrower names its towns alone. */
const narrow = 420;
/** How many towns are named at once, wherever their names reach; in a whole country there are hundreds. */
const mostTowns = 30;

/** Numbers and names where they fit. They repeat what path labels and list say, so they stay silent. */
export class MapLabels {
  readonly #map: LeafletMap;
  readonly #layer: LayerGroup;
  /** the name of what is pointed at, and of what is open: always whole, whatever room there is */
  readonly #named: LayerGroup;
  #pointed: readonly string[] = [];
  readonly #areas: AreaLayer;
  readonly #places = new Map<string, LabelPlace>();
  #view: View | null = null;
  #callOff = () => {};

  constructor(map: LeafletMap, areas: AreaLayer) {
    this.#map = map;
    this.#areas = areas;
    this.#layer = layerGroup().addTo(map);
    this.#named = layerGroup().addTo(map);
    map.getPane('markerPane')?.setAttribute('aria-hidden', 'true');
    map.on('moveend resize', () => this.#draw());
  }

  update(view: View): void {
    const first = this.#view === null;
    this.#view = view;
    if (!first) this.#draw();
    // To find their places takes a while: the areas are seen first.
    else this.#callOff = afterPaint(() => this.#draw());
  }

  /** Names these areas, with what is counted there. */
  name(agses: readonly string[]): void {
    this.#pointed = agses;
    this.#named.clearLayers();
    if (!this.#view) return;
    const { byAgs, layer } = this.#view;
    for (const ags of agses) {
      const row = byAgs.get(ags);
      const place = row && this.#placeOf(ags);
      if (!place) continue;
      const figure = layer.figure(row);
      const html = node(
        'div',
        { class: 'label-content named' },
        node('span', { class: 'place' }, row.name),
        figure && node('span', { class: 'number' }, figure),
      );
      this.#put(html, place, this.#named);
    }
  }

  stop(): void {
    this.#callOff();
  }

  #draw(): void {
    this.#layer.clearLayers();
    if (!this.#view) return;
    const { shown, municipalities, byAgs, layer } = this.#view;
    const isNarrow = this.#map.getContainer().clientWidth < narrow;
    const scale = this.#map.getZoomScale(this.#map.getZoom(), 0);
    const bounds = this.#map.getBounds().pad(0.2);
    const seen: Box = [
      ...inPixels(bounds.getWest(), bounds.getNorth()),
      ...inPixels(bounds.getEast(), bounds.getSouth()),
    ];
    // Towns first, the largest before all: they are what a visitor finds his way by.
    const towns = municipalities
      .filter((row) => isTown(row) && this.#isInSight(row.ags, seen))
      .sort((a, b) => (b.population ?? 0) - (a.population ?? 0))
      .slice(0, mostTowns);
    // What has its whole name already needs no second one below it.
    const taken = this.#pointed.flatMap((ags): Box[] => {
      const [name, at] = [byAgs.get(ags)?.name, this.#placeOf(ags)];
      return name && at ? [boxAround(at, scale, sizeOf([name, ''], false))] : [];
    });
    const figures = new Set(isNarrow ? [] : shown.map(({ ags }) => ags));
    for (const row of towns) this.#label(row, layer, scale, taken, figures.has(row.ags), true);
    const named = new Set(towns);
    for (const row of isNarrow ? [] : shown)
      if (!named.has(row) && this.#hasRoom(row.ags, scale, seen))
        this.#label(row, layer, scale, taken, true, false);
    // Last, so that it lies above all others.
    this.name(this.#pointed);
  }

  /** A town has its name in any case, where no larger one has taken the room. */
  #label(
    row: MunicipalityRow,
    layer: Layer,
    scale: number,
    taken: Box[],
    counted: boolean,
    town: boolean,
  ): void {
    const place = this.#placeOf(row.ags);
    if (!place) return;
    const fits = place.clearance * scale >= numberRadius;
    const figure = counted && fits ? layer.figure(row) : '';
    const inside = fits ? nameLines(row.name, place, scale, figure !== '') : [];
    const outside = town && inside.length === 0;
    const lines = outside ? [shortName(row.name)] : inside;
    if (lines.length === 0 && !figure) return;
    const size = sizeOf(lines.length > 0 ? lines : [figure], lines.length > 0 && figure !== '');
    const at = outside ? this.#inFrame(place, scale, size[0] / 2 + bold) : place;
    const box = boxAround(at, scale, size);
    if (taken.some((other) => overlap(other, box))) return;
    if (town) taken.push(box);
    const html = node(
      'div',
      { class: `label-content ${outside ? 'town' : `on-${layer.classOf(row).look}`}` },
      ...lines.map((line) => node('span', { class: 'place' }, line)),
      figure && node('span', { class: 'number' }, figure),
    );
    this.#put(html, at, this.#layer);
  }

  /** The same place, where its name would reach beyond the edge so far aside that it does not. */
  #inFrame(place: Point, scale: number, half: number): Point {
    const { min, max } = this.#map.getPixelBounds();
    const x = place.x * scale;
    if (!min || !max || x < min.x || x > max.x) return place;
    return { x: Math.max(min.x + half, Math.min(x, max.x - half)) / scale, y: place.y };
  }

  #put(html: HTMLElement, { x, y }: Point, group: LayerGroup): void {
    new MapLabel(latLng(this.#map.unproject([x, y], 0)), html).addTo(group);
  }

  #placeOf(ags: string): LabelPlace | undefined {
    const known = this.#places.get(ags);
    if (known) return known;
    const places = this.#areas.polygonsOf(ags).map(labelPlace);
    if (places.length === 0) return undefined;
    const place = places.reduce((a, b) => (b.clearance > a.clearance ? b : a));
    this.#places.set(ags, place);
    return place;
  }

  #isInSight(ags: string, seen: Box): boolean {
    const box = this.#areas.boxOf(ags);
    return box !== undefined && overlap(box, seen);
  }

  /** Whether it is in sight, and large enough for a number: only then its place is looked for. */
  #hasRoom(ags: string, scale: number, seen: Box): boolean {
    const box = this.#areas.boxOf(ags);
    if (!box || !overlap(box, seen)) return false;
    return Math.min(box[2] - box[0], box[3] - box[1]) * scale > 2 * numberRadius;
  }
}

type Point = Pick<LabelPlace, 'x' | 'y'>;

const boxAround = (
  { x, y }: Point,
  scale: number,
  [width, height]: readonly [width: number, height: number],
): Box => [x * scale - width / 2, y * scale - height / 2, x * scale + width / 2, y * scale + height / 2];
