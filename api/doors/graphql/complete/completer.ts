import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getArgumentValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from '../base/context.ts';
import { fieldsOf, setsOf } from '../read/fields-of.ts';
import { jsonOf } from './json-of.ts';

/** What all fields of an operation are told alike. */
export type Operation = Omit<
  GraphQLResolveInfo,
  'fieldName' | 'fieldNodes' | 'returnType' | 'parentType' | 'path'
>;

/** A field that is asked for: its arguments, and what it is told beside them, are the same for all records. */
type Call = { readonly args: object; readonly info: GraphQLResolveInfo };

type Run = { readonly context: Context; readonly calls: readonly Call[] };

/** Makes JSON of what a resolver gave. */
type Complete = (value: unknown, run: Run) => string;

type Field = GraphQLField<unknown, unknown>;
type Resolve = NonNullable<Field['resolve']>;

/** Whatever is not as usual is left to the executor that knows about everything: an error, a null that may not be. */
const unusual = new Error('This is for the ordinary executor.');

/** Fields that have given a promise once: who asks for them asks the ordinary executor. */
const late = new WeakSet<Field>();

/**
 * Answers operations of one shape as text: what is asked of an object is looked up once for the shape, and not for
 * each object. It knows lists that a statement reads with all that hangs on them, and gives up at anything else.
 */
export class Completer {
  readonly #shape: Operation;
  readonly #fields: Field[] = [];
  readonly #prepare: ((operation: Operation) => Call)[] = [];
  readonly #roots: readonly { start: string; at: number; resolve: Resolve; complete: Complete }[];

  /** @throws for an operation that it cannot answer. */
  constructor(shape: Operation) {
    // The other variables are of one request, and may be large.
    this.#shape = { ...shape, variableValues: switchesOf(shape) };
    const type = shape.schema.getQueryType();
    if (!type || shape.operation.operation !== 'query') throw unusual;
    this.#roots = this.#selection(type, [shape.operation.selectionSet]).map(({ start, key, nodes }) => {
      const field = fieldOf(type, nodes);
      if (!field.extensions.list) throw unusual;
      const at = this.#call(type, field, key, nodes);
      return { start, at, resolve: resolverOf(field), complete: this.#value(field.type, nodes) };
    });
  }

  /** Whether it has not met what it cannot answer. */
  get isOfUse(): boolean {
    return !this.#fields.some((field) => late.has(field));
  }

  /**
   * The data of the answer as JSON.
   * @throws what is unusual, and what resolvers throw: then the ordinary executor has to answer.
   */
  async answer(operation: Operation, context: Context): Promise<string> {
    const run = { context, calls: this.#prepare.map((prepare) => prepare(operation)) };
    const values = await Promise.all(
      this.#roots.map(({ at, resolve }) => {
        const { args, info } = run.calls[at] as Call;
        return resolve(operation.rootValue, args, context, info);
      }),
    );
    const parts = this.#roots.map(({ start, complete }, i) => start + complete(values[i], run));
    return `{${parts.join('')}}`;
  }

  #selection(type: GraphQLObjectType, sets: readonly SelectionSetNode[]) {
    return [...fieldsOf(this.#shape, type, sets)].map(([key, nodes], at) => ({
      start: `${at > 0 ? ',' : ''}${JSON.stringify(key)}:`,
      key,
      nodes,
    }));
  }

  /** Notes a field that is called; its place among the calls of a run. */
  #call(parentType: GraphQLObjectType, field: Field, key: string, fieldNodes: readonly FieldNode[]): number {
    const { name: fieldName, type: returnType } = field;
    const [node] = fieldNodes as [FieldNode];
    const path = { prev: undefined, key, typename: parentType.name };
    this.#fields.push(field);
    return (
      this.#prepare.push((operation) => ({
        args: getArgumentValues(field, node, operation.variableValues),
        // Each name by itself: what is copied by `...` and added to gets a hidden class of its own each time, and stays
        // with all that it leads to until a slow collection of garbage.
        info: {
          fieldName,
          fieldNodes,
          returnType,
          parentType,
          path,
          schema: operation.schema,
          fragments: operation.fragments,
          rootValue: operation.rootValue,
          operation: operation.operation,
          variableValues: operation.variableValues,
        },
      })) - 1
    );
  }

  #field(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Complete {
    if (nodes[0]?.name.value === '__typename') return () => JSON.stringify(type.name);
    const field = fieldOf(type, nodes);
    const at = this.#call(type, field, key, nodes);
    const complete = this.#value(field.type, nodes);
    const resolve = resolverOf(field);
    return (source, run) => {
      const { args, info } = run.calls[at] as Call;
      const value = resolve(source, args, run.context, info);
      if (isPromise(value)) {
        // A promise that fails tells of an error; the ordinary executor asks for it again.
        value.then(
          () => late.add(field),
          () => {},
        );
        throw unusual;
      }
      return complete(value, run);
    };
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    if (!isNonNullType(type)) {
      const complete = this.#present(type, nodes);
      return (value, run) => (value === null || value === undefined ? 'null' : complete(value, run));
    }
    const complete = this.#present(type.ofType, nodes);
    return (value, run) => {
      if (value === null || value === undefined) throw unusual;
      return complete(value, run);
    };
  }

  /** Of a value that is there. */
  #present(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    if (isLeafType(type)) return leaf(type);
    if (isListType(type)) return this.#list(this.#value(type.ofType, nodes));
    if (isObjectType(type) && !type.isTypeOf) return this.#object(type, nodes);
    throw unusual;
  }

  #list(complete: Complete): Complete {
    return (value, run) => {
      if (!Array.isArray(value)) throw unusual;
      let text = '[';
      for (let i = 0; i < value.length; i++) text += (i > 0 ? ',' : '') + complete(value[i], run);
      return `${text}]`;
    };
  }

  #object(type: GraphQLObjectType, nodes: readonly FieldNode[]): Complete {
    const fields = this.#selection(type, setsOf(nodes)).map((one) => ({
      start: one.start,
      complete: this.#field(type, one.key, one.nodes),
    }));
    return (value, run) => {
      if (value instanceof Error || isPromise(value)) throw unusual;
      let text = '{';
      for (const { start, complete } of fields) text += start + complete(value, run);
      return `${text}}`;
    };
  }
}

/** What directives look at. */
const switchesOf = ({ variableValues }: Operation) =>
  Object.fromEntries(Object.entries(variableValues).filter(([, value]) => typeof value === 'boolean'));

function fieldOf(type: GraphQLObjectType, nodes: readonly FieldNode[]): Field {
  const field = type.getFields()[nodes[0]?.name.value ?? ''];
  if (!field) throw unusual;
  return field;
}

const resolverOf = (field: Field): Resolve => field.resolve ?? defaultFieldResolver;

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

const leaf =
  (type: GraphQLLeafType): Complete =>
  (value) => {
    const given = type.serialize(value);
    if (given === null || given === undefined) throw unusual;
    return jsonOf(given);
  };
