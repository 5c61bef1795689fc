import type { Context } from 'hono';

type Body = Uint8Array | string | null;

const bodies = new WeakMap<Response, Uint8Array | string>();

/** An answer whose body is whole and stays known: read from the answer itself, it is made a stream first. */
export function wholeAnswer(body: Body, init: ResponseInit): Response {
  // The types tell memory apart that several threads share; ours is not.
  const response = new Response(body as Uint8Array<ArrayBuffer> | string | null, init);
  if (body !== null) bodies.set(response, body);
  return response;
}

export async function bytesOf(response: Response): Promise<Buffer> {
  const known = bodies.get(response);
  return known === undefined ? Buffer.from(await response.arrayBuffer()) : Buffer.from(known);
}

/** Puts another answer in the place of the one that there is: set over it, Hono would join both by way of streams. */
export function replaceAnswer(c: Context, body: Body, init: ResponseInit) {
  c.res = undefined;
  c.res = wholeAnswer(body, init);
}
