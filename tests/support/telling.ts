/** One address of every door that tells the title of the project `frelo-leihraeder`. */
export const telling = [
  '/projects/frelo-leihraeder',
  '/projects/frelo-leihraeder.json',
  '/projects?text=frelo',
  '/search?q=frelo',
  '/suggest.json?q=frelo',
  '/map.json',
  `/graphql?query=${encodeURIComponent('{ project(slug: "frelo-leihraeder") { title } }')}`,
  '/feeds/projects.json',
  '/feeds/projects.atom',
  '/ogc/collections/projects/items/frelo-leihraeder',
  '/data/projects.csv',
  '/data/projects.json',
  '/data/projects.geojson?status=RUNNING',
  '/oembed?url=https%3A%2F%2Fhub.example%2Fprojects%2Ffrelo-leihraeder',
];
