import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { exampleQueries } from './example-queries.ts';

/** Starts the editor. What it would keep in the browser it keeps in memory: the hub stores nothing with visitors. */
const start = `
const memory = new Map();
Object.defineProperty(window, 'localStorage', { value: {
  getItem: (key) => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, String(value)),
  removeItem: (key) => void memory.delete(key), clear: () => memory.clear(),
  key: (index) => [...memory.keys()][index] ?? null, get length() { return memory.size; },
} });
self.examples = ${JSON.stringify(exampleQueries.map(({ query }) => ({ query })))};
const { src } = document.currentScript;
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => new URL(label + '.worker.js', src).href };
`;
const own = (file: string) => readFileSync(new URL(`graphiql/${file}`, import.meta.url), 'utf8');
const tokens = readFileSync(new URL('../../../map-widget/tokens.css', import.meta.url), 'utf8');

type Editor = typeof import('@graphql-yoga/render-graphiql/graphiql');

/** A part of the editor: nine megabytes, which are read when somebody first opens it. */
const part = (name: keyof Editor) => async () =>
  (await import('@graphql-yoga/render-graphiql/graphiql'))[name];

const files: Record<string, [contentType: string, body: string | (() => Promise<string>)]> = {
  'graphiql.css': ['text/css; charset=utf-8', part('css')],
  'page.css': ['text/css; charset=utf-8', `${tokens}\n${own('page.css')}`],
  'start.js': ['text/javascript; charset=utf-8', start],
  'graphiql.js': ['text/javascript; charset=utf-8', part('js')],
  'render.js': ['text/javascript; charset=utf-8', own('render.js')],
  'editorWorkerService.worker.js': ['text/javascript; charset=utf-8', part('editorWorkerService')],
  'json.worker.js': ['text/javascript; charset=utf-8', part('jsonWorker')],
  'graphql.worker.js': ['text/javascript; charset=utf-8', part('graphqlWorker')],
};

/** The editor's files, from our own origin. */
export function graphiqlRoutes(): Hono {
  const routes = new Hono();
  for (const [name, [contentType, body]] of Object.entries(files))
    routes.get(`/graphiql/${name}`, async (c) =>
      c.body(typeof body === 'string' ? body : await body(), 200, { 'content-type': contentType }),
    );
  return routes;
}

export const graphiqlPage = () => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Digitale Wege: GraphQL</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
    <link rel="stylesheet" href="/graphiql/page.css">
  </head>
  <body class="no-focus-outline">
    <header class="bar">
      <a href="/">Digitale Wege</a>
      <h1>GraphQL</h1>
      <a href="/schema.graphql">Schema</a>
      <a href="/data">Data</a>
      <a href="/imprint?lang=en">Imprint</a>
      <a href="/privacy?lang=en">Privacy</a>
      <a href="/accessibility?lang=en">Accessibility</a>
      <span class="copy"><span role="status"></span> <button type="button" data-done="Copied" hidden>Copy as curl</button></span>
    </header>
    <noscript>The editor needs JavaScript; the API at this address does not.</noscript>
    <div id="root"></div>
    <script src="/graphiql/start.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script type="module" src="/graphiql/render.js"></script>
  </body>
</html>`;
