/** `load.ts URL SECONDS`: a hundred connections at every dear door at once; prints what came of it as JSON. */
import autocannon from 'autocannon';

/** What takes long, each asked for anew every time. */
const dear = (at: number): string[] => [
  `/?text=wort${at}`,
  `/map.png?width=${600 + (at % 1800)}`,
  `/map.svg?text=wort${at}`,
  `/data/projects.xlsx?text=a&order=TITLE&lang=${at % 2 ? 'de' : 'en'}`,
  '/data/projects.csv?order=TITLE',
  '/data/all.zip',
  `/search?text=wort${at}`,
  `/projects/nichts-${at}`,
  `/graphql?query=${encodeURIComponent(`{ a${at}: municipalities(first: 100) { edges { node { peers(first: 1) { totalCount } } } } }`)}`,
];

const [url = '', seconds] = process.argv.slice(2);
const result = await autocannon({
  url,
  connections: 100,
  duration: Number(seconds),
  timeout: 60,
  requests: Array.from({ length: 900 }, (_, at) => ({ path: dear(at)[at % 9] ?? '/' })),
});
process.stdout.write(JSON.stringify(result));
