import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { catalogue } from '../../api/catalogue/entities/catalogue.ts';
import type { EntityName, Filter } from '../../api/catalogue/model/entity.ts';
import { writeCursor } from '../../api/doors/graphql/base/cursor.ts';
import { entityOfType } from '../../api/doors/graphql/base/type-names.ts';

export type Operation = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

/** Keys of records that there are, by entity. */
export type Keys = Readonly<Record<EntityName, readonly string[]>>;

/** Names that no operation asks for: they are as old as the request, or their whole type is. */
const leftOut = new Set(['changes', 'revision', 'revisions', 'changedAt']);
const mostDeep = 7;

/**
 * Operations over the whole schema: aliases, fragments, variables, directives, all arguments, right and wrong ones.
 * @param roots the fields of the query that they begin with; without it all.
 */
export const randomOperations = (
  schema: GraphQLSchema,
  keys: Keys,
  roots?: readonly string[],
): fc.Arbitrary<Operation> =>
  fc.gen().map((gen) => new OperationWriter(schema, keys, gen, roots).operation());

class OperationWriter {
  readonly #schema: GraphQLSchema;
  readonly #keys: Keys;
  readonly #gen: fc.GeneratorValue;
  readonly #fragments: string[] = [];
  readonly #declared: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #roots: readonly string[] | undefined;
  #aliases = 0;

  constructor(schema: GraphQLSchema, keys: Keys, gen: fc.GeneratorValue, roots?: readonly string[]) {
    this.#schema = schema;
    this.#keys = keys;
    this.#gen = gen;
    this.#roots = roots;
  }

  operation(): Operation {
    const root = this.#schema.getQueryType() as GraphQLObjectType;
    const selection = this.#selection(root, 0);
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(', ')})` : '';
    return {
      query: `query Random${declared} ${selection} ${this.#fragments.join(' ')}`,
      variables: this.#variables,
    };
  }

  /** True in so many of a hundred cases. */
  #chance(percent: number): boolean {
    return this.#gen(fc.nat, { max: 99 }) < percent;
  }
  #pick<T>(values: readonly T[]): T {
    return values[this.#gen(fc.nat, { max: values.length - 1 })] as T;
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const isNarrow = depth === 0 && this.#roots !== undefined;
    const fields = Object.values(type.getFields()).filter(
      ({ name, type: of }) =>
        !leftOut.has(name) &&
        (!isNarrow || this.#roots?.includes(name)) &&
        (isLeafType(getNamedType(of)) || depth + this.#least(name) < mostDeep),
    );
    const count = 1 + this.#gen(fc.nat, { max: depth === 0 ? 1 : 4 });
    const parts = Array.from({ length: count }, () => this.#field(this.#pick(fields), depth));
    // What a list is made of comes with it, or little would be asked for.
    for (const name of ['edges', 'node'])
      if (!isNarrow && type.getFields()[name] && this.#chance(85))
        parts.push(this.#field(type.getFields()[name] as Field, depth));
    if (!isNarrow && this.#chance(8)) parts.push('__typename');
    const body = parts.map((part) => this.#wrapped(part, type)).join(' ');
    return `{ ${body} }`;
  }

  /** A connection needs two steps more until it says something. */
  #least = (name: string) => (name === 'edges' || name === 'node' ? 0 : 1);

  /** As it is, or in a fragment. */
  #wrapped(part: string, { name }: GraphQLObjectType): string {
    if (this.#chance(85)) return part;
    if (this.#chance(60)) return `... ${this.#pick([`on ${name}`, ''])} ${this.#directive()} { ${part} }`;
    const fragment = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${fragment} on ${name} { ${part} }`);
    return `...${fragment} ${this.#directive()}`;
  }

  #directive(): string {
    if (this.#chance(94)) return '';
    const value = this.#pick([true, false]);
    const given = this.#chance(50) ? this.#variable('Boolean!', value) : String(value);
    return `@${this.#pick(['include', 'skip'])}(if: ${given})`;
  }

  #field(field: Field, depth: number): string {
    const target = getNamedType(field.type);
    const given = this.#arguments(field);
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    // The same name twice has to mean the same.
    const alias = field.args.length > 0 || this.#chance(10) ? `a${++this.#aliases}: ` : '';
    const start = `${alias}${field.name}${args} ${this.#directive()}`;
    if (isLeafType(target)) return start;
    if (isObjectType(target)) {
      const whole = `${start} ${this.#selection(target, depth + 1)}`;
      return alias === '' && this.#chance(15)
        ? `${whole} ${field.name} ${this.#selection(target, depth + 1)}`
        : whole;
    }
    const possible = this.#schema.getPossibleTypes(target as never);
    const parts = [this.#pick(possible), this.#pick(possible)].map(
      (one, at) =>
        `... on ${one.name} { ${'abc'[at]}x${++this.#aliases}: __typename ${this.#field(this.#pick(ownFields(one)), mostDeep)} }`,
    );
    return `${start} { __typename ${parts.join(' ')} }`;
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.#declared.length}`;
    this.#declared.push(`$${name}: ${type}`);
    this.#variables[name] = value;
    return `$${name}`;
  }

  /** Nearly always such as go together: a page from one end, and a cursor of the same order. */
  #arguments(field: Field): string[] {
    const entity = listedBy(field);
    const orders = entity ? Object.keys(catalogue[entity].orders) : [];
    const order =
      entity && this.#chance(50) && orders.length > 1
        ? this.#pick(orders)
        : entity && catalogue[entity].defaultOrder;
    const fromEnd = this.#chance(15);
    const isOdd = this.#chance(2);
    return field.args
      .filter(({ name }) => isOdd || name !== (fromEnd ? 'first' : 'last'))
      .flatMap((argument) => this.#argument(argument, field, order));
  }

  #argument(argument: GraphQLArgument, field: Field, order: string | undefined): string[] {
    const required = isNonNullType(argument.type) && argument.defaultValue === undefined;
    const isOther = argument.name === 'order' && order !== defaultOrderOf(field);
    const wanted = { first: 80, last: 80, filter: 35, after: 15, before: 10 }[argument.name] ?? 50;
    if (!required && !isOther && !this.#chance(wanted)) return [];
    const value =
      !isNonNullType(argument.type) && !isOther && this.#chance(2)
        ? null
        : this.#value(argument, field, argument.type, order);
    if (value === undefined) return [];
    const text = this.#chance(30)
      ? this.#variable(String(argument.type), value)
      : literal(value, argument.type);
    return [`${argument.name}: ${text}`];
  }

  #value(
    { name }: GraphQLArgument,
    field: Field,
    type: GraphQLInputType,
    order: string | undefined,
  ): unknown {
    const named = getNamedType(type);
    const entity = listedBy(field);
    if (isInputObjectType(named)) return this.#filter(entity, Object.keys(named.getFields()));
    if (name === 'order' && order) return order;
    if (isEnumType(named)) {
      const one = () => this.#pick(named.getValues()).name;
      return isList(type) ? [one(), one()] : one();
    }
    if (name === 'first' || name === 'last')
      return this.#chance(1) ? this.#pick([-1, 101]) : this.#pick([0, 1, 2, 3, 7]);
    if (name === 'after' || name === 'before') return this.#cursor(entity, order);
    if (name === 'ags') return this.#pick(this.#keys.municipalities);
    if (name === 'field') return this.#pick([...this.#keys.fields, 'no-such-field']);
    if (name === 'id') {
      const type = this.#pick(['Municipality', 'Project', 'Contact', 'FieldOfAction', 'Event']);
      const key = this.#pick(this.#keys[entityOfType(type) ?? 'projects']);
      return Buffer.from(`${type}:${key}`).toString('base64');
    }
    if (name === 'slug')
      return this.#pick([...this.#keys[entityOfType(getNamedType(field.type).name) ?? 'projects'], 'none']);
    if (name === 'text') return this.#pick(words);
    return undefined;
  }

  #cursor(entity: EntityName | undefined, wanted = ''): string | undefined {
    if (!entity) return undefined;
    const { orders } = catalogue[entity];
    const order = this.#chance(98) ? wanted : this.#pick(Object.keys(orders));
    const type = orders[order]?.type ?? 'text';
    const value =
      type === 'integer' ? this.#pick([-1, 1, 2000, 50_000]) : this.#pick(['', 'b', 'frei', 'm', '2020']);
    return writeCursor(
      { name: `${entity} in the order ${order}`, type },
      { value, key: this.#pick(this.#keys[entity]) },
    );
  }

  #filter(entity: EntityName | undefined, names: readonly string[]): object | undefined {
    if (!entity) return undefined;
    const filters = catalogue[entity].filters;
    const chosen = new Set([this.#pick(names), ...(this.#chance(30) ? [this.#pick(names)] : [])]);
    if (chosen.has('km') && this.#chance(90)) chosen.add('near');
    return Object.fromEntries([...chosen].map((name) => [name, this.#filterValue(filters[name] as Filter)]));
  }

  #filterValue(filter: Filter): unknown {
    const one = () => {
      if (filter.references)
        return this.#pick([
          ...this.#keys[filter.references].slice(0, 40),
          ...(this.#chance(1) ? ['none'] : []),
        ]);
      if (filter.values) return this.#pick(filter.values);
      if (filter.type === 'boolean') return this.#pick([true, false]);
      if (filter.type === 'number') return this.#pick([5, 12.5, 40]);
      if (filter.type === 'box') return this.#pick(['7.5,47.8,8.1,48.2', '7.8,47.9,7.9,48.1']);
      if (filter.type === 'text') return this.#pick(words);
      return this.#pick(['2016', '2019-05', '2021-03-14', ...(this.#chance(1) ? ['soon'] : [])]);
    };
    if (this.#chance(3)) return null;
    return filter.list ? Array.from({ length: 1 + this.#gen(fc.nat, { max: 1 }) }, one) : one();
  }
}

type Field = GraphQLField<unknown, unknown>;

const words = ['Freiburg', 'digital', 'glasfaser', 'Akte', 'e', 'Muellheim', 'smart city', '…'];

const ownFields = (type: GraphQLObjectType): Field[] =>
  Object.values(type.getFields()).filter(
    ({ name, type: of }) => !leftOut.has(name) && isLeafType(getNamedType(of)),
  );

const isList = (type: GraphQLInputType): boolean =>
  isNonNullType(type) ? isList(type.ofType) : isListType(type);

/** The entity whose records a field lists. */
function listedBy(field: Field): EntityName | undefined {
  const type = getNamedType(field.type).name;
  if (field.name === 'coverage') return 'municipalities';
  return type.endsWith('Connection') ? entityOfType(type.replace('Connection', '')) : undefined;
}

const defaultOrderOf = (field: Field): string | undefined => {
  const entity = listedBy(field);
  return entity && catalogue[entity].defaultOrder;
};

/** A value as it stands in a query. */
function literal(value: unknown, type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, type)).join(', ')}]`;
  if (value !== null && typeof value === 'object' && isInputObjectType(named))
    return `{ ${Object.entries(value)
      .map(([name, one]) => `${name}: ${literal(one, named.getFields()[name]?.type ?? type)}`)
      .join(', ')} }`;
  return isEnumType(named) ? String(value) : JSON.stringify(value);
}
