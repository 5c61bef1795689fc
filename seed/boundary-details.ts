import { createHash } from 'node:crypto';
import { filter, quantile } from 'topojson-simplify';
import { known } from '../map-widget/model/known.ts';
import {
  type AreaFile,
  type Boundaries,
  type BoundaryOptions,
  quantization,
  simplifyBoundaries,
  type WeightedBoundaries,
  weighBoundaries,
} from './boundaries.ts';

/**
 * The finer boundaries of a map that is too large for one file: from a zoom of web maps on, part by part. A map
 * loads the parts that it shows.
 */
export type Detail = {
  readonly zoom: number;
  readonly parts: readonly { readonly file: string; readonly bbox: readonly number[] }[];
};
export type DetailedBoundaries = {
  /** Simplified for the whole map, with the list of what is finer. */
  readonly boundaries: Boundaries & { readonly details: readonly Detail[] };
  /** Name and content of each finer file; the name changes with the content. */
  readonly files: ReadonlyMap<string, string>;
};

/** The whole map is drawn in few pixels, and a coarser grid makes the first file smaller. */
const coarseQuantization = 1e4;

/** Square degrees of a pixel of a web map. */
const pixel = (zoom: number) => (360 / 256 / 2 ** zoom) ** 2;

/** Land and Regierungsbezirk, or what takes its place: the first three digits of the AGS. */
const partOf = (id: unknown) => String(id).slice(0, 3);

/**
 * Boundaries in several degrees of detail. Each is as fine as its last zoom but one shows; the last is as fine as
 * `keep` says.
 * @param zooms where finer boundaries begin, ascending.
 */
export function buildDetailedBoundaries(
  file: AreaFile,
  { prefixes, keep, zooms }: BoundaryOptions & { readonly zooms: readonly number[] },
): DetailedBoundaries {
  const weighted = weighBoundaries(file, prefixes);
  const finest = quantile(weighted, keep);
  const weightUntil = (zoom: number | undefined) =>
    zoom === undefined ? finest : Math.max(finest, pixel(zoom - 1));
  const files = new Map<string, string>();
  const details = zooms.map((zoom, level) => ({
    zoom,
    parts: partsOf(weighted).map(([part, piece]) => {
      const boundaries = simplifyBoundaries(piece, weightUntil(zooms[level + 1]), quantization);
      const content = JSON.stringify(boundaries);
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
      const name = `boundaries/${zoom}-${part}-${hash}.json`;
      files.set(name, content);
      return { file: name, bbox: known(boundaries.bbox, 'box of a part') };
    }),
  }));
  const whole = simplifyBoundaries(weighted, weightUntil(zooms[0]), coarseQuantization);
  return { boundaries: { ...whole, details }, files };
}

/** Each part with the arcs that it needs: their points are the same in all parts, so that no gap opens between. */
function partsOf(weighted: WeightedBoundaries): [part: string, piece: WeightedBoundaries][] {
  const { geometries } = weighted.objects.municipalities;
  return [...new Set(geometries.map(({ id }) => partOf(id)))].sort().map((part) => {
    const municipalities = {
      type: 'GeometryCollection' as const,
      geometries: geometries.filter(({ id }) => partOf(id) === part),
    };
    return [part, filter({ ...weighted, objects: { municipalities } }, () => true) as WeightedBoundaries];
  });
}
