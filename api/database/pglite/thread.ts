import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { DatabaseStoppedError } from '../unavailable.ts';

/** What the DOM's types tell of it; Node's tell nothing. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { compile(bytes: Uint8Array): Promise<object> };
};

const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
let program: Promise<object> | undefined;

/** PGlite's code, for all threads that there will be: compiling it takes as long as all else of opening a database. */
function compiled(): Promise<object> {
  program ??= readFile(join(dirname(entry), 'pglite.wasm')).then(WebAssembly.compile);
  return program;
}

async function openThread(folder: string): Promise<Worker> {
  const workerData = { folder, program: await compiled() };
  return new Promise<Worker>((resolve, reject) => {
    const worker = new Worker(new URL('./pglite.js', import.meta.url), {
      workerData,
      // What the process was started with is for TypeScript.
      execArgv: [],
    });
    worker.once('message', () => resolve(worker));
    worker.once('error', (cause) => reject(new DatabaseStoppedError({ cause })));
  });
}

/**
 * The built-in database of a folder in a thread of its own, which begins with the first connection and, should it
 * end, again with the next. Its memory is given back when it ends, and what it does holds nobody else up.
 */
export class PGliteThread {
  readonly #folder: string;
  #opened: Promise<Worker> | undefined;
  #ended: Promise<unknown> = Promise.resolve();

  /** @param folder of a database that was made. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** How `pg` connects to it: there is one session, so one connection at a time. */
  readonly connection = {
    stream: () => new ThreadSocket(this.#open, this.#cutOff),
    user: 'postgres',
    database: 'postgres',
    ssl: false,
  };

  /** Ends it in order; what is connected then is cut off. */
  async close() {
    const worker = await this.#opened?.catch(() => undefined);
    if (!worker) return;
    worker.postMessage('close');
    await new Promise((resolve) => worker.once('exit', resolve));
  }

  readonly #open = (): Promise<Worker> => {
    if (!this.#opened) {
      const opened = this.#ended.then(() => openThread(this.#folder));
      const forget = () => {
        if (this.#opened === opened) this.#opened = undefined;
      };
      opened.then((worker) => worker.once('exit', forget), forget);
      this.#opened = opened;
    }
    return this.#opened;
  };

  /** Whatever it does ends at once, as if the process had been killed: what was committed stays. */
  readonly #cutOff = (worker: Worker) => {
    this.#opened = undefined;
    this.#ended = worker.terminate();
  };
}

/** Bytes to a thread and back, in the form of `net.Socket` that `pg` asks for. */
class ThreadSocket extends Duplex {
  readonly #open: () => Promise<Worker>;
  readonly #cutOff: (worker: Worker) => void;
  #worker: Worker | undefined;

  constructor(open: () => Promise<Worker>, cutOff: (worker: Worker) => void) {
    super();
    this.#open = open;
    this.#cutOff = cutOff;
  }

  connect() {
    this.#open().then(
      (worker) => {
        if (this.destroyed) return;
        this.#worker = worker;
        worker.on('message', this.#read).on('error', this.#failed).on('exit', this.#left);
        this.emit('connect');
      },
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  readonly #read = ({ buffer, byteOffset, length }: Uint8Array) =>
    this.push(Buffer.from(buffer, byteOffset, length));

  readonly #failed = (cause: Error) => {
    this.#leave();
    this.destroy(new DatabaseStoppedError({ cause }));
  };

  readonly #left = () => {
    this.#leave();
    this.destroy();
  };

  #leave() {
    this.#worker?.off('message', this.#read).off('error', this.#failed).off('exit', this.#left);
    this.#worker = undefined;
  }

  /** Nothing is held back: an answer is in memory as a whole. */
  override _read() {}

  override _write(chunk: Uint8Array, _encoding: string, done: () => void) {
    this.#send([chunk]);
    done();
  }

  /** What belongs together comes at once, and is asked at once. */
  override _writev(chunks: readonly { chunk: Uint8Array }[], done: () => void) {
    this.#send(chunks.map(({ chunk }) => chunk));
    done();
  }

  #send(chunks: readonly Uint8Array[]) {
    // A buffer of Node's is often part of a larger one, which would be copied with it.
    const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    this.#worker?.postMessage(bytes, [bytes.buffer]);
  }

  override _final(done: () => void) {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    const worker = this.#worker;
    this.#leave();
    if (worker && !this.writableFinished) this.#cutOff(worker);
    done(error);
  }

  setNoDelay() {
    return this;
  }
  setKeepAlive() {
    return this;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
}
