import { inWords, isUnavailable } from './unavailable.ts';

/** Whoever is told what an operator should know: a log, or the console. */
export type Teller = Readonly<Record<'info' | 'warn' | 'error', (text: string) => void>>;

/** An outage is over once nothing has failed for so long: one that comes and goes is told once. */
const calmMs = 5_000;

/** Whether the database is away. That one begins and that it is over is told once each, however many ask meanwhile. */
export class Outage {
  readonly #tell: Teller;
  readonly #calmMs: number;
  #since: number | undefined;
  #lastFailure = 0;
  /** Whether the last look at the database found that nobody is there: then nobody else need try. */
  away = false;

  constructor(tell: Teller, calmFor = calmMs) {
    this.#tell = tell;
    this.#calmMs = calmFor;
  }

  /** Any statement or connection failed. */
  failed(error: unknown) {
    if (!isUnavailable(error)) return;
    this.#lastFailure = performance.now();
    if (this.#since !== undefined) return;
    this.#since = this.#lastFailure;
    this.#tell.error(
      `The database is away (${inWords(error)}): what is kept is served on, with its age; all else is 503`,
    );
  }

  /** Somebody looks at it from time to time. @param error what came of it, where it failed. */
  looked(error?: unknown) {
    this.away = isUnavailable(error);
    this.failed(error);
    const now = performance.now();
    if (this.away || this.#since === undefined || now - this.#lastFailure < this.#calmMs) return;
    this.#tell.info(`The database is back after ${Math.round((now - this.#since) / 1000)} s`);
    this.#since = undefined;
  }
}
