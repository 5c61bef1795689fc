import type DataLoader from 'dataloader';
import type { FieldNode } from 'graphql';
import type { Hub } from '../../../hub.ts';

/** One per request. */
export type Context = {
  readonly hub: Hub;
  /** Address under which the caller reached the hub, without a slash at its end. */
  readonly baseUrl: string;
  /** Ends when the time of this request is over: what runs for it stops. */
  readonly time: AbortController;
  /** The batches of this request; whoever needs one makes it, under a key of its own. */
  readonly loaders: Map<unknown, DataLoader<never, unknown>>;
  /** The lists that are being read or have been, by where they stand in the query. */
  readonly lists: Map<FieldNode, Promise<unknown>>;
};

/** The request's batch under `key`, made at its first use. */
export function loaderOf<K, V>(
  context: Context,
  key: unknown,
  make: () => DataLoader<K, V>,
): DataLoader<K, V> {
  const existing = context.loaders.get(key);
  if (existing) return existing as unknown as DataLoader<K, V>;
  const loader = make();
  context.loaders.set(key, loader as unknown as DataLoader<never, unknown>);
  return loader;
}
