/** Stands in for the types of @whatwg-node/fetch (tsconfig.json), which would bring the DOM into the server. */
export const Response: typeof globalThis.Response;
export const createFetch: () => typeof globalThis;
