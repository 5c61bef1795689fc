import { build } from 'vite';

/** map.js as `npx vite build` makes it, in memory: tests do not depend on an earlier build. */
export async function builtWidget(): Promise<string> {
  const result = await build({ logLevel: 'silent', build: { write: false } });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !('output' in bundle)) throw new Error('Vite answered with a watcher, expected a bundle');
  const files = bundle.output.map(({ fileName }) => fileName);
  if (files.length !== 1) throw new Error(`The widget is one file, but the build made ${files.join(', ')}`);
  return bundle.output[0].code;
}
