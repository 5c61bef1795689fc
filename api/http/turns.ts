import pLimit from 'p-limit';
import { CallerError } from '../errors.ts';

/** Too many ask for the same kind of work at once; those who come again find it done or less asked for. */
class BusyError extends CallerError {
  override readonly retryAfter = 5;
  constructor() {
    super('UNAVAILABLE', 'Too many ask for this at the moment; try again in a few seconds.', {
      allowed: 'try again in a few seconds',
    });
  }
}

export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Lets some works run at once and some more wait, each for its turn. A queue that is longer would only be waited in
 * by callers that have gone; and where those who run are stuck, nobody waits behind each of them.
 * @param seconds after which a turn comes too late.
 * @throws BusyError where too many wait, or for too long.
 */
export function turns(most: number, waiting: number, seconds = Number.POSITIVE_INFINITY): Turns {
  const limit = pLimit(most);
  return async (work) => {
    if (limit.pendingCount >= waiting) throw new BusyError();
    const late = performance.now() + seconds * 1000;
    return limit(() => {
      if (performance.now() > late) throw new BusyError();
      return work();
    });
  };
}

/**
 * Begins works one in each round of the event loop, a single one at once: of a hundred requests that come in the same
 * moment, each would else hold up whoever asks after them.
 */
export function oneEachRound(): (work: () => void) => void {
  const waiting: (() => void)[] = [];
  let isBusy = false;
  const next = () => {
    const work = waiting.shift();
    isBusy = work !== undefined;
    if (!work) return;
    setImmediate(next);
    work();
  };
  return (work) => {
    waiting.push(work);
    if (!isBusy) next();
  };
}

/** A turn for each step: whoever reads slowly keeps nobody waiting between two of them. */
export async function* stepwise<Piece>(pieces: AsyncIterator<Piece>, turn: Turns): AsyncGenerator<Piece> {
  try {
    for (;;) {
      const { done, value } = await turn(() => pieces.next());
      if (done) return;
      yield value;
    }
  } finally {
    await pieces.return?.();
  }
}
