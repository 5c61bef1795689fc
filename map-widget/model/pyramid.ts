import type { Topology } from 'topojson-specification';
import { around, type Box, inPixels, overlap, type Piece, readPiece, type Shape } from './pieces.ts';

/** Finer boundaries from a zoom on, part by part; the parts of all zooms stand in one order. */
interface Detail {
  zoom: number;
  parts: { file: string; bbox: [west: number, south: number, east: number, north: number] }[];
}

/** One region in several degrees of detail: the whole of it at once, finer parts as they are seen. */
export class Pyramid {
  readonly whole: Piece;
  readonly #details: readonly Detail[];
  readonly #loaded = new Map<string, Piece>();
  /** number of the part that an area belongs to */
  readonly #partOf = new Map<string, number>();
  readonly #shapes: ReadonlyMap<string, Shape>;

  constructor(topology: Topology) {
    this.whole = readPiece(topology);
    this.#details = (topology as { details?: Detail[] }).details ?? [];
    this.#shapes = new Map(this.whole.shapes.map((shape) => [shape.ags, shape]));
  }

  /** The files of the parts that can be seen there and are not here yet. */
  missing(zoom: number, box: Box): string[] {
    const detail = this.#details.findLast((one) => one.zoom <= zoom);
    const seen = (detail?.parts ?? []).filter(({ bbox }) => {
      const [west, south, east, north] = bbox;
      return overlap(box, [...inPixels(west, north), ...inPixels(east, south)]);
    });
    return seen.map(({ file }) => file).filter((file) => !this.#loaded.has(file));
  }

  /** @returns what the part covers */
  add(file: string, topology: Topology): Box {
    const piece = readPiece(topology);
    this.#loaded.set(file, piece);
    const part = this.#details.flatMap(({ parts }) => parts.findIndex((one) => one.file === file));
    for (const { ags } of piece.shapes) this.#partOf.set(ags, Math.max(...part));
    return around(piece.shapes.map(({ box }) => box));
  }

  /** The pieces that cover that place, each area in the finest that is here for the zoom. */
  inBox(zoom: number, box: Box): [Piece, Shape[]][] {
    const finest = this.#finest(zoom);
    const covered = (ags: string) => finest[this.#partOf.get(ags) ?? -1] !== undefined;
    const within = (shape: Shape) => overlap(box, shape.box);
    return [
      [this.whole, this.whole.shapes.filter((shape) => within(shape) && !covered(shape.ags))],
      ...finest
        .filter((piece) => piece !== undefined)
        .map((piece): [Piece, Shape[]] => [piece, piece.shapes.filter(within)]),
    ];
  }

  of(ags: string): Shape | undefined {
    return this.#shapes.get(ags);
  }

  /** The piece that an area is drawn from at that zoom. */
  pieceOf(ags: string, zoom: number): Piece {
    return this.#finest(zoom)[this.#partOf.get(ags) ?? -1] ?? this.whole;
  }

  #finest(zoom: number): (Piece | undefined)[] {
    const details = this.#details.filter((detail) => detail.zoom <= zoom).reverse();
    return (details[0]?.parts ?? []).map((_, part) =>
      details.map(({ parts }) => this.#loaded.get(parts[part]?.file ?? '')).find(Boolean),
    );
  }
}
