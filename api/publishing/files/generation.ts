import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LimitFunction } from 'p-limit';
import { inFolder } from '../../database/folder.ts';
import { type MadeFile, type Pieces, writeFile } from './write-file.ts';

/** How a file is made. */
export type Recipe = {
  /** What tells it from the others of its revision. */
  readonly key: string;
  readonly make: () => Pieces;
  /** Whether it is made of other made files, which it waits for. */
  readonly composed?: boolean;
};

/** A made file that stays readable when it is removed meanwhile. Whoever has it closes the handle. */
export type OpenFile = MadeFile & { readonly handle: FileHandle };

/** A file that is made, or was. */
type Making = {
  readonly file: Promise<MadeFile>;
  readonly stop: AbortController;
  /** How many callers want it. */
  wanted: number;
  /** In bytes, once it is made. */
  size: number;
};

/** Where files are made, and by what rules. */
type Workshop = {
  readonly folder: () => Promise<string>;
  /** Hears of each file whether it could be kept. */
  readonly kept: (error?: unknown) => void;
  /** How many files are made at once. */
  readonly limit: LimitFunction;
  /** For what is composed, so that what it waits for never waits for it. */
  readonly limitOfComposed: LimitFunction;
  readonly maxBytes: number;
  /** Ends this generation if the catalogue has moved on. */
  readonly look: () => Promise<unknown>;
};

/** The files of one revision on one day: each is made once, whole, and served from then on. */
export class Generation {
  readonly id: string;
  readonly #workshop: Workshop;
  /** Asked for least recently first. */
  readonly #files = new Map<string, Making>();
  #ended = false;

  constructor(id: string, workshop: Workshop) {
    this.id = id;
    this.#workshop = workshop;
  }

  /** Whether another revision or day has come. */
  get ended() {
    return this.#ended;
  }

  /**
   * The file made now, unless it is there or somebody is making it. When all who wait for it have gone, making it
   * stops.
   * @param signal of a caller that may go away.
   * @throws what `make` throws; FolderError where it cannot be kept; an error when the generation has ended meanwhile.
   */
  async made(recipe: Recipe, signal?: AbortSignal): Promise<MadeFile> {
    signal?.throwIfAborted();
    const { key } = recipe;
    const making = this.#files.get(key) ?? this.#make(recipe);
    this.#files.delete(key);
    this.#files.set(key, making);
    making.wanted++;
    const leave = () => {
      if (--making.wanted === 0 && making.size === 0) this.#remove(key);
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await making.file;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  /** The same, opened. */
  async open(recipe: Recipe, signal?: AbortSignal): Promise<OpenFile> {
    for (;;) {
      const file = await this.made(recipe, signal);
      try {
        return { ...file, handle: await open(file.path) };
      } catch (error) {
        // It had to make room for another.
        if (this.#ended || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        this.#files.delete(recipe.key);
      }
    }
  }

  /** Removes all files; what is being read can be read to its end. */
  end() {
    this.#ended = true;
    for (const key of [...this.#files.keys()]) this.#remove(key);
  }

  #make({ key, make, composed }: Recipe): Making {
    const { folder, kept, limit, limitOfComposed, look } = this.#workshop;
    const stop = new AbortController();
    const keep = (place: string) =>
      inFolder(place, () => writeFile(join(place, randomUUID()), make(), stop.signal));
    const file = (composed ? limitOfComposed : limit)(async () => {
      stop.signal.throwIfAborted();
      const made = await keep(await folder());
      kept();
      await look();
      // Pages of two revisions may be in it.
      if (this.#ended) {
        await rm(made.path, { force: true });
        throw new Error('The catalogue has changed.');
      }
      return made;
    });
    const making: Making = { file, stop, wanted: 0, size: 0 };
    this.#files.set(key, making);
    file.then(
      ({ size }) => {
        making.size = size;
        this.#makeRoom();
      },
      (error) => {
        kept(error);
        if (this.#files.get(key) === making) this.#files.delete(key);
      },
    );
    return making;
  }

  /** The file asked for last stays, however large it is. */
  #makeRoom() {
    const made = [...this.#files].filter(([, { size }]) => size > 0);
    let bytes = made.reduce((sum, [, { size }]) => sum + size, 0);
    for (const [key, { size }] of made.slice(0, -1)) {
      if (bytes <= this.#workshop.maxBytes) return;
      bytes -= size;
      this.#remove(key);
    }
  }

  #remove(key: string) {
    const making = this.#files.get(key);
    this.#files.delete(key);
    making?.stop.abort();
    making?.file.then(({ path }) => rm(path, { force: true })).catch(() => {});
  }
}
