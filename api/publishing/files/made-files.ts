import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import pLimit from 'p-limit';
import { FolderError } from '../../database/folder.ts';
import type { CurrentRevision } from '../../database/revision.ts';
import { answerableDay } from '../../http/conditional-get.ts';
import { isPersonal } from '../../http/personal.ts';
import type { Hub } from '../../hub.ts';
import { Generation } from './generation.ts';
import { makeOwnFolder } from './own-folder.ts';

/** Files that are made at once: together with FILES_MAX_MB they bound what is on disk. */
const mostAtOnce = 4;
const mostAttempts = 3;

/** What is public depends on the day; around midnight, where it is not known for sure, a file holds for a minute. */
const idOf = ({ mark }: CurrentRevision) =>
  `${mark} ${answerableDay() ?? new Date().toISOString().slice(0, 16)}`;

/** Whole datasets as files of the newest revision. A new revision removes those of the one before at once. */
export class MadeFiles {
  readonly #hub: Hub;
  readonly #limits = { limit: pLimit(mostAtOnce), limitOfComposed: pLimit(mostAtOnce) };
  #folder: Promise<string> | undefined;
  #problem: string | undefined;
  #files: Generation | undefined;

  constructor(hub: Hub) {
    this.#hub = hub;
    hub.database.revision.listen((revision) => this.#endUnless(idOf(revision)));
  }

  /** Why files cannot be kept, in words for the operator; undefined where they can, as far as was tried. */
  get problem() {
    return this.#problem;
  }

  /**
   * Runs `work` on the files of the newest revision; where another one comes meanwhile, it begins again.
   * @param request whoever says who asks gets files made for this request alone.
   * @throws what `work` throws.
   */
  async forRequest<Result>(request: Request, work: (files: Generation) => Promise<Result>): Promise<Result> {
    const personal = isPersonal((name) => request.headers.get(name));
    for (let attempt = 1; ; attempt++) {
      const files = await (personal ? this.#own() : this.#newest());
      try {
        return await work(files);
      } catch (error) {
        if (!files.ended || attempt === mostAttempts) throw error;
      } finally {
        if (personal) files.end();
      }
    }
  }

  /** The files that all share. */
  async #newest(): Promise<Generation> {
    const id = await this.#idNow();
    this.#endUnless(id);
    // What is wrong with it is told where a file is to be kept.
    await this.#folderNow().catch(() => {});
    this.#files ??= this.#begin(id, async () => this.#endUnless(await this.#idNow()));
    return this.#files;
  }

  /** Files that nobody else gets. */
  async #own(): Promise<Generation> {
    const id = await this.#idNow();
    const files: Generation = this.#begin(id, async () => {
      if ((await this.#idNow()) !== id) files.end();
    });
    return files;
  }

  #begin(id: string, look: () => Promise<void>): Generation {
    const maxBytes = this.#hub.settings.FILES_MAX_MB * 1_000_000;
    const folder = () => this.#folderNow();
    const kept = (error?: unknown) => this.#note(error);
    return new Generation(id, { folder, kept, ...this.#limits, maxBytes, look });
  }

  /** That files cannot be kept, and that they can again, is told once each. */
  #note(error: unknown) {
    if (error !== undefined && !(error instanceof FolderError)) return;
    const problem = error?.message;
    if (problem === this.#problem) return;
    this.#problem = problem;
    if (problem) this.#hub.log.error(`${problem} Whole datasets are streamed and not kept until it can be.`);
    else this.#hub.log.info('Whole datasets are kept again');
  }

  /** Folders for temporary files are tidied from time to time. */
  async #folderNow(): Promise<string> {
    if (!this.#folder || !existsSync(await this.#folder)) {
      this.#endUnless('');
      this.#folder = makeOwnFolder(this.#hub.settings.FILES_DIR || tmpdir());
      // What cannot be made now may be possible the next time.
      this.#folder.catch(() => {
        this.#folder = undefined;
      });
    }
    return this.#folder;
  }

  #idNow = async () => idOf(await this.#hub.database.revision.current());

  #endUnless(id: string) {
    if (!this.#files || this.#files.id === id) return;
    this.#files.end();
    this.#files = undefined;
  }
}
