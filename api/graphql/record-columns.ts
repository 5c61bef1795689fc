import { commaJoin, name, type Sql, sql } from '../database/sql.ts';
import { getDatamodel } from './generated/pothos-types.ts';

type Field = { kind: string; name: string; relationFromFields?: readonly string[] };

const { models } = getDatamodel().datamodel as unknown as {
  models: Readonly<Record<string, { fields: readonly Field[] }>>;
};

/**
 * The columns of a model's table over the alias `t`, under the names of Prisma's records: rows of a statement of
 * our own resolve like records that Prisma has read. What only orders is left out.
 */
export function recordColumns(model: string): Sql {
  const fields = models[model]?.fields ?? [];
  // The schema names a key column after what it refers to: `contactSlug` is the column `contact`.
  const relationOf = (field: Field) =>
    fields.find(({ relationFromFields }) => relationFromFields?.includes(field.name));
  return commaJoin(
    fields
      .filter((field) => field.kind !== 'object' && !field.name.endsWith('Sort'))
      .map((field) => {
        const column = relationOf(field)?.name ?? field.name;
        return sql`t.${name(column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))} AS ${name(field.name)}`;
      }),
  );
}
