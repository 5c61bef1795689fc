import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { Column } from '../../../catalogue/model/entity.ts';
import { inAnyLanguage } from '../../../catalogue/model/localised.ts';
import { entityOfType } from './type-names.ts';

const name = 'columnWords';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      [name]: ColumnWordsPlugin<Types>;
    }
  }
}

/** The field of a record that is a column: `summary` for `summary_de`. */
export const fieldOfColumn = (column: string): string =>
  column.replace(/_(de|en)$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The column that a field of a type is; the fields of an office are columns of its municipality. */
function columnOf(type: string, field: string): Column | undefined {
  const entity = type === 'Office' ? 'municipalities' : entityOfType(type);
  if (!entity) return undefined;
  const find = (wanted: string) =>
    catalogue[entity].columns.find((one) => fieldOfColumn(one.name) === wanted);
  const ofOffice = type === 'Office' && find(`office${field[0]?.toUpperCase()}${field.slice(1)}`);
  return ofOffice || find(field);
}

/** What a column means, as a field says it. */
function wordsOf({ name: columnName, type, description }: Column): string {
  const words = columnName.endsWith('_de') ? inAnyLanguage(description) : description;
  const precision = type === 'date' ? ' As precise as its source: `2016`, `2016-07` or `2016-07-14`.' : '';
  return words.replace(/\bempty\b/, 'null') + precision;
}

/** Describes each field that is a column of the catalogue by the words of the column list, unless it has its own. */
class ColumnWordsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const column = config.description ? undefined : columnOf(config.parentType, config.name);
    return column ? { ...config, description: wordsOf(column) } : config;
  }
}

SchemaBuilder.registerPlugin(name, ColumnWordsPlugin);

export default name;
