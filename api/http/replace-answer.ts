import type { Context } from 'hono';

/**
 * Puts another answer in the place of the one that there is. Set over it, Hono would join the headers of both, and
 * make a stream of a body that is whole.
 */
export function replaceAnswer(c: Context, body: Uint8Array | string | null, init: ResponseInit) {
  c.res = undefined;
  // The types tell memory apart that several threads share; ours is not.
  c.res = new Response(body as Uint8Array<ArrayBuffer> | string | null, init);
}
