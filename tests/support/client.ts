import type { Hono } from 'hono';

/** Asks the hub as its users do. */
export type TestClient = {
  /** As a program asks, with just these headers. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** As a browser asks for a page. */
  visit(path: string): Promise<Response>;
  /** The HTML of a page. */
  page(path: string): Promise<string>;
  text(path: string): Promise<string>;
  json(path: string): ReturnType<Response['json']>;
};

export function clientOf(app: Hono): TestClient {
  const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  const visit = (path: string) => get(path, { accept: 'text/html' });
  return {
    get,
    visit,
    page: async (path) => (await visit(path)).text(),
    text: async (path) => (await get(path)).text(),
    json: async (path) => (await get(path)).json(),
  };
}
