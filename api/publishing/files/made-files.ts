import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { CurrentRevision } from '../../database/revision.ts';
import { answerableDay } from '../../http/conditional-get.ts';
import type { Hub } from '../../hub.ts';
import { Generation } from './generation.ts';
import { lanes } from './lanes.ts';
import { makeOwnFolder } from './own-folder.ts';

/** Files that are made at once: together with FILES_MAX_MB they bound what is on disk. */
const mostAtOnce = 4;
const mostAttempts = 3;

/** What is public depends on the day; around midnight, where it is not known for sure, a file holds for a minute. */
const idOf = ({ number }: CurrentRevision) =>
  `${number} ${answerableDay() ?? new Date().toISOString().slice(0, 16)}`;

/** Whole datasets as files of the newest revision. A new revision removes those of the one before at once. */
export class MadeFiles {
  readonly #hub: Hub;
  readonly #lanes = { lanes: lanes(mostAtOnce), lanesOfComposed: lanes(mostAtOnce) };
  #folder: Promise<string> | undefined;
  #files: Generation | undefined;

  constructor(hub: Hub) {
    this.#hub = hub;
    hub.database.revision.listen((revision) => this.#endUnless(idOf(revision)));
  }

  /**
   * Runs `work` on the files of the newest revision; where another one comes meanwhile, it begins again.
   * @throws what `work` throws.
   */
  async ofNewest<Result>(work: (files: Generation) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const files = await this.#newest();
      try {
        return await work(files);
      } catch (error) {
        if (!files.ended || attempt === mostAttempts) throw error;
      }
    }
  }

  async #newest(): Promise<Generation> {
    const { database, settings } = this.#hub;
    const id = idOf(await database.revision.current());
    this.#endUnless(id);
    // Folders for temporary files are tidied from time to time.
    if (!this.#folder || !existsSync(await this.#folder)) {
      this.#endUnless('');
      this.#folder = makeOwnFolder(settings.FILES_DIR || tmpdir());
      // What cannot be made now may be possible the next time.
      this.#folder.catch(() => {
        this.#folder = undefined;
      });
    }
    const folder = await this.#folder;
    this.#files ??= new Generation(id, {
      folder,
      ...this.#lanes,
      maxBytes: settings.FILES_MAX_MB * 1_000_000,
      look: async () => this.#endUnless(idOf(await database.revision.current())),
    });
    return this.#files;
  }

  #endUnless(id: string) {
    if (!this.#files || this.#files.id === id) return;
    this.#files.end();
    this.#files = undefined;
  }
}
