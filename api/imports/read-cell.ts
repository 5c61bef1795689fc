import type { Column } from '../catalogue/model/entity.ts';
import type { Value } from '../curation/change.ts';
import { isAgs } from '../curation/check-value.ts';
import { cleanText } from '../curation/clean-text.ts';
import { unguard } from './formula-guard.ts';
import { type Cell, CellError } from './lines.ts';
import { readDate } from './read-date.ts';

/** What programs write for a mistake of theirs, or a column that is too narrow, in English, German and French. */
const programMistake =
  /^(#([A-ZÄÖÜ_/0-9]+[!?]|N\/?[ADV]|#{2,}|GETTING_DATA)|(Err|Fehler|Erreur|Error):\d{3}|Loading\.\.\.)$/;
/** What programs write for a value that they do not have. */
const noValue = /^(NA|N\/A|n\/a|NaN|nan|<NA>|NaT|None|NULL|null|undefined|\\N)$/;

/**
 * The value that a cell means; what cannot be understood stays the text that it is, for the catalogue to refuse. An
 * empty cell is none. A number may have a decimal comma, and a day stand as 14.07.2016.
 * @param german whether a German spreadsheet may have written it: with an apostrophe before what would be a
 *   formula, and never with a comma between thousands.
 * @throws CellError
 */
export function readCell(cell: Cell, column: Column, german = false): Value {
  const marked = typeof cell === 'object' ? cell : { text: cell };
  if (marked.wrong !== undefined) throw new CellError(marked.wrong);
  if (marked.isDate && column.type !== 'date')
    throw new CellError('has become a date in a spreadsheet; write it anew, in a cell for text.');
  const text = cleanText(german || column.type !== 'text' ? asText(marked.text) : marked.text);
  if (programMistake.test(text))
    throw new CellError('is a mistake that a spreadsheet has found; mend it there.');
  if (noValue.test(text))
    throw new CellError('is what a program writes for a value it does not have; leave the cell empty.');
  if (column.list)
    return text
      .split('|')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => (isAgs(column) ? withZero(part) : part));
  if (text === '') return column.type === 'boolean' && column.required ? false : null;
  return (readers[column.type] ?? ((one) => one))(german ? unguard(text) : text, column, german);
}

/** A formula that is nothing but a text keeps it from being taken for a number or a date. */
const asText = (text: string): string =>
  /^="([^"]|"")*"$/.test(text) ? text.slice(2, -1).replaceAll('""', '"') : text;

const readers: Partial<Record<Column['type'], (text: string, column: Column, german: boolean) => Value>> = {
  key: (text, column) => (isAgs(column) ? withZero(text) : text),
  // As programs write them, and a German spreadsheet.
  boolean: (text) => ({ true: true, wahr: true, false: false, falsch: false })[text.toLowerCase()] ?? text,
  integer: (text) => (isWhole(text) ? Math.round(Number(text)) : text),
  number: readNumber,
  date: readDate,
  phone: readPhone,
};

/** A spreadsheet takes an AGS for a number and its zero for nothing; no key has 7 digits or 4. */
const withZero = (text: string) => (/^(\d{7}|\d{4})$/.test(text) ? `0${text}` : text);

/** Also as programs write whole numbers of a column with gaps: 50000.0; 50.000 may be fifty thousand. */
const isWhole = (text: string) =>
  /^-?\d{1,15}(\.0{1,2}|\.\d{6,})?$/.test(text) && Number.isInteger(Number(Number(text).toPrecision(15)));

/** 1.234 or 1234? A place on earth tells itself; of the others nobody knows. */
const thousands = /^-?\d{1,3},\d{3}$/;

function readNumber(text: string, { name }: Column, german: boolean): Value {
  if (!german && name !== 'latitude' && name !== 'longitude' && thousands.test(text)) return text;
  const point = text.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return /^-?\d+(\.\d+)?(e-?\d{1,2})?$/i.test(point) ? Number(point) : text;
}

/**
 * A spreadsheet takes digits for a number and the zero before them for nothing. What begins with 49 may be a country
 * that has lost its plus, and stays as it is.
 */
function readPhone(text: string): Value {
  const digits = text.replace(/\.0$/, '');
  return /^[1-9]\d{6,}$/.test(digits) && !digits.startsWith('49') ? `0${digits}` : text;
}
