import { commaJoin, identifier, type Sql, sql } from '../../database/sql.ts';
import type { Language } from '../../language.ts';

/** Texts of the catalogue are in German or English. */
type Written = 'de' | 'en';

/** In which language a text is wanted, and in which one else: whoever reads French is given German first. */
export const languagesFor = (lang: Language): readonly [wanted: Written, other: Written] =>
  lang === 'en' ? ['en', 'de'] : ['de', 'en'];

/** The text to read: in the language asked for, else in the other one. */
export function localised<Text>(lang: Language, texts: Readonly<Record<Written, Text>>): Text {
  const [wanted, other] = languagesFor(lang);
  return texts[wanted] ?? texts[other];
}

/** The same of the columns `{name}_de` and `{name}_en` of a row. */
export function localisedSql(lang: Language, columnName: string, row: Sql = sql`t`): Sql {
  const written = languagesFor(lang).map((one) => sql`${row}.${identifier(`${columnName}_${one}`)}`);
  return sql`coalesce(${commaJoin(written)})`;
}

/** What a column of one language means, whichever language it is: «Summary in German.» is a summary. */
export const inAnyLanguage = (description: string): string => description.replace(/(, | )in German\.$/, '.');
