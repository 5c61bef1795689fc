import type { TestHub } from './hub.ts';

/** The bad value, what is allowed, and the message. */
export type Told = [value: unknown, allowed: string, message: string];

/** All mistakes that are told, whole but for their places in the text. */
export async function mistakesOf({ app }: TestHub, path: string, init?: RequestInit) {
  const response = await app.request(path, init);
  const { errors } = (await response.json()) as { errors: Record<string, unknown>[] };
  return errors.map(({ locations, ...error }) => error);
}

/** The mistakes in the body of a POST. */
export const mistakesIn = (hub: TestHub, body: string) =>
  mistakesOf(hub, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });

/** The mistake as it is told, whole. */
export const mistake = ([value, allowed, message]: Told) => ({
  message,
  extensions: { code: 'BAD_USER_INPUT', value, allowed },
});
