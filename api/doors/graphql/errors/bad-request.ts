import { type DocumentNode, GraphQLError, getOperationAST, Kind } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badInput } from '../../../errors.ts';
import { allowedAre } from './allowed.ts';
import { persistedQueryRefused } from './caller-errors.ts';

/** Reads what is asked for, from the address or the body, and tells which part of it is not as it should be. */
export const readRequests: Plugin = {
  onRequestParse({ request, setRequestParser }) {
    if (request.method === 'GET')
      setRequestParser(({ url }) => checkParts(readSearch(new URL(url).searchParams)));
    else if (request.method === 'POST')
      setRequestParser(async (post) => checkParts(readJson('body', await post.text(), aBody)));
    else throw badRequest('method', request.method, allowedAre(['GET', 'POST']), notHere);
  },
  onParse:
    () =>
    ({ result, context }) => {
      if (result && !(result instanceof Error)) checkOperation(result, context.params.operationName);
    },
};

function checkOperation(document: DocumentNode, operationName: string | undefined) {
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    const names = document.definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION && each.name ? [each.name.value] : [],
    );
    throw badRequest(
      'operationName',
      operationName ?? null,
      allowedAre([...new Set(names)], operationName ? 'no operation has a name' : aQuery),
      inQuery,
    );
  }
  if (operation.operation !== 'query')
    throw badRequest('operation', operation.operation, 'only query is allowed');
}

const inBody = { status: 400 };
/** GraphQL over HTTP: 400, or 200 to those who ask for application/json. */
const inQuery = { spec: true, status: 400 };
const notHere = { status: 405, headers: { allow: 'GET, POST' } };

function badRequest(where: string, value: unknown, allowed: string, http: object = inBody): GraphQLError {
  const { message, code, details } = badInput(where, value, allowed);
  return new GraphQLError(message, { extensions: { code, ...details, http } });
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

const aBody = 'one object in JSON is needed: {"query": "{ projects { totalCount } }"}';
const aQuery = 'a query is needed, such as { projects { totalCount } }';
const anObject = 'an object in JSON is needed, or nothing';

/** The parts of a request as the specification names them, each with what it may be. */
const parts = {
  query: { allowed: aQuery, fits: (value) => typeof value === 'string' && value !== '' },
  operationName: {
    allowed: 'the name of an operation of the query is needed, or nothing',
    fits: (value) => value == null || typeof value === 'string',
  },
  variables: { allowed: anObject, fits: (value) => value == null || isObject(value) },
  extensions: { allowed: anObject, fits: (value) => value == null || isObject(value) },
} satisfies Record<keyof GraphQLParams, { allowed: string; fits: (value: unknown) => boolean }>;

/** What reads values within each other has only so much room. */
const deepest = 100;

/** Whether values stand deeper within each other. They are looked at in layers: that takes no room. */
function isDeep(given: unknown): boolean {
  let layer = [given];
  for (let depth = 0; layer.length > 0; depth++) {
    if (depth > deepest) return true;
    layer = layer.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

/** Some clients first send the hash of a query alone, and send the query once they read these words. */
function refusePersisted(extensions: unknown) {
  if (isObject(extensions) && 'persistedQuery' in (extensions as object))
    throw new GraphQLError('PersistedQueryNotSupported', {
      extensions: { code: persistedQueryRefused, http: { status: 200 } },
    });
}

/** What is asked for: every part fits, and there is no other. */
function checkParts(given: unknown): GraphQLParams {
  if (isDeep(given))
    throw badRequest('body', '…', `values within each other, at most ${deepest}, are allowed`);
  if (!isObject(given)) throw badRequest('body', given, aBody);
  const params = given as Record<string, unknown>;
  if (params.query == null || params.query === '') refusePersisted(params.extensions);
  for (const name of Object.keys(params))
    if (params[name] != null && !Object.hasOwn(parts, name))
      throw badRequest('body', name, allowedAre(Object.keys(parts)));
  for (const [name, { fits, allowed }] of Object.entries(parts))
    if (!fits(params[name])) throw badRequest(name, params[name] ?? null, allowed);
  return params;
}

/** Other parameters of an address are none of GraphQL's business. */
const readSearch = (search: URLSearchParams) => ({
  query: search.get('query') ?? '',
  operationName: search.get('operationName') || undefined,
  variables: readJson('variables', search.get('variables') || 'null', anObject),
  extensions: readJson('extensions', search.get('extensions') || 'null', anObject),
});

function readJson(where: string, text: string, allowed: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(where, text, allowed);
  }
}
