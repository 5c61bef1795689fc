import type { Context as Asked } from 'hono';
import { LRUCache } from 'lru-cache';
import { wholeAnswer } from '../../../http/whole-answer.ts';
import type { Context } from '../base/context.ts';
import { boundedByText } from '../read/repeated-documents.ts';
import type { Again, Outcome } from './complete-queries.ts';

/** How a request was answered, and with which headers. */
type Known = { readonly again: Again; readonly headers: Readonly<Record<string, string>> };

/**
 * Requests that were answered well by the completer. To read, check and measure the same bytes once more, and to look
 * which type the answer is to have, takes as long as answering them.
 */
export class KnownRequests {
  readonly #known = new LRUCache<string, Known>(boundedByText(500));

  /** @returns nothing where the request is not known, or is to be answered in the ordinary way after all. */
  async answer(key: string, context: Context): Promise<Response | undefined> {
    const known = this.#known.get(key);
    if (!known) return undefined;
    try {
      return wholeAnswer(await known.again(context), { headers: { ...known.headers } });
    } catch {
      return undefined;
    }
  }

  remember(key: string, { complete, again }: Outcome, { status, headers }: Response) {
    // Streams of events have the text within other text.
    const isJson = /json/.test(headers.get('content-type') ?? '');
    if (!complete || !again || !isJson || status !== 200) return;
    const { 'content-length': _, ...others } = Object.fromEntries(headers);
    this.#known.set(key, { again, headers: others });
  }
}

/** What the answer to a POST depends on beside the catalogue. */
export const keyOf = ({ req }: Asked, body: ArrayBuffer): string =>
  `${req.url}\n${req.header('accept') ?? ''}\n${Buffer.from(body).toString('latin1')}`;
