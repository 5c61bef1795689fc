import { type Coords, type DoneCallback, GridLayer } from 'leaflet';
import { resolution, tileSize } from './draw-tile.ts';

type Paint = (context: CanvasRenderingContext2D, coords: Coords) => void;

/**
 * Tiles that are drawn here, one in each task: whatever waits (a key, a finger) comes between two. What a tile takes
 * is not known within the task, since the browser fills its pixels at the end.
 */
export class AreaTiles extends GridLayer {
  readonly #paint: Paint;
  readonly #tiles = new Map<HTMLElement, Coords>();
  readonly #waiting = new Map<HTMLElement, (() => void) | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(paint: Paint) {
    super({ tileSize, keepBuffer: 1, noWrap: true, updateWhenIdle: false, updateWhenZooming: false });
    this.#paint = paint;
    this.on('tileunload', ({ tile }) => {
      this.#tiles.delete(tile);
      this.#waiting.delete(tile);
    });
  }

  protected override createTile(coords: Coords, done: DoneCallback): HTMLElement {
    const tile = document.createElement('canvas');
    tile.width = tileSize * resolution;
    tile.height = tileSize * resolution;
    this.#tiles.set(tile, coords);
    this.#waiting.set(tile, () => done(undefined, tile));
    this.#start();
    return tile;
  }

  /** Draws tiles anew, each in its place: none is blank meanwhile. @param which all unless told */
  repaint(which: (coords: Coords) => boolean = () => true): void {
    for (const [tile, coords] of this.#tiles)
      if (which(coords)) this.#waiting.set(tile, this.#waiting.get(tile) ?? null);
    this.#start();
  }

  #start(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const [next] = this.#waiting;
      if (!next) return;
      const [tile, done] = next;
      this.#waiting.delete(tile);
      const context = (tile as HTMLCanvasElement).getContext('2d');
      const coords = this.#tiles.get(tile);
      if (context && coords) this.#paint(context, coords);
      done?.();
      this.#start();
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }
}
