import { z } from 'zod';
import type { Column } from '../catalogue/model/entity.ts';
import { isPartialDate } from '../catalogue/model/partial-date.ts';
import { dialled } from '../catalogue/model/phone.ts';
import type { Value } from '../curation/storage.ts';
import { unguard } from './formula-guard.ts';

/** What is right for a column, in words; the value was not. */
export class CellError extends Error {}

const largestInteger = 2_147_483_647;
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ags = /^(\d{5}|\d{8})$/;
const phone = /^\+?[\d\s()/-]{3,}$/;
const webAddress = z.url({ protocol: /^https?$/ });
const mailAddress = z.email();

/** PostgreSQL takes no NUL, and XML none of the others; tabs and line ends are text. */
const controlCharacter = /[^\P{Cc}\t\n]/u;

const isKey = (text: string, column: Column) => (isAgs(column) ? ags : slug).test(text);

/** Per type: whether the text is right, else what would be. */
const checks: Partial<Record<Column['type'], readonly [(text: string, column: Column) => boolean, string]>> =
  {
    date: [isPartialDate, 'is no date; right are 2016, 2016-07 and 2016-07-14.'],
    url: [
      (text) => webAddress.safeParse(text).success,
      'is no web address; it begins with https:// or http://.',
    ],
    email: [(text) => mailAddress.safeParse(text).success, 'is no e-mail address.'],
    phone: [
      (text) => phone.test(text) && dialled(text) !== null,
      'cannot be dialled; right is one number with its area code, such as 0761 201-0 or +49 761 201-0.',
    ],
  };

/**
 * The value of a cell; an empty cell is none. A number may have a decimal comma, and a day stand as 14.07.2016.
 * @param german whether a German spreadsheet may have written it: with an apostrophe before what would be a
 *   formula, and never with a comma between thousands.
 * @throws CellError
 */
export function readCell(given: string, column: Column, german = false): Value {
  const text = fromGerman(given, column, german);
  const trimmed = text.trim();
  if (controlCharacter.test(text)) throw new CellError('holds a control character; remove it.');
  if (column.list) {
    const parts = trimmed.split('|').map((part) => part.trim());
    return [...new Set(parts.filter(Boolean))].map((part) => readOne(part, column) as string);
  }
  if (trimmed !== '') return readOne(column.type === 'text' ? text : trimmed, column);
  if (column.type === 'boolean' && column.required) return false;
  if (column.required) throw new CellError('is empty; a value is needed here.');
  return null;
}

/** 1.234 or 1234? A place on earth tells itself; of the others nobody knows. */
const thousands = /^\s*-?\d{1,3},\d{3}\s*$/;

function fromGerman(text: string, { name, type }: Column, german: boolean): string {
  if (type === 'text') return german ? unguard(text) : text;
  if (type === 'number' && !german && !(name in limits) && thousands.test(text)) return text;
  if (type === 'number') return text.replace(/^(\s*-?\d+),(\d+\s*)$/, '$1.$2');
  if (type !== 'date') return text;
  return text.replace(
    /^\s*(\d\d?)\.(\d\d?)\.(\d{4})\s*$/,
    (_all, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
}

/** A spreadsheet takes an AGS for a number and its zero for nothing; no key has 7 digits or 4. */
const withZero = (text: string) => (/^(\d{7}|\d{4})$/.test(text) ? `0${text}` : text);

const isAgs = (column: Column) => column.name === 'ags' || column.references === 'municipalities';

/** As programs write them, and a German spreadsheet. */
const booleans: Readonly<Record<string, boolean>> = { true: true, false: false, wahr: true, falsch: false };

function readOne(given: string, column: Column): string | number | boolean {
  const text = column.type === 'key' && isAgs(column) ? withZero(given) : given;
  if (column.values && !column.values.includes(text))
    throw new CellError(`is not allowed; allowed are ${column.values.join(', ')}.`);
  const check = checks[column.type];
  if (check && !check[0](text, column)) throw new CellError(check[1]);
  switch (column.type) {
    case 'key':
      if (isKey(text, column)) return text;
      throw new CellError(
        isAgs(column)
          ? 'is no AGS; right are 8 digits, or 5 for a Landkreis.'
          : 'is no slug; right are small letters, digits and single hyphens.',
      );
    case 'boolean':
      if (Object.hasOwn(booleans, text.toLowerCase())) return booleans[text.toLowerCase()]!;
      throw new CellError('is not allowed; allowed are true and false.');
    case 'integer':
      if (/^-?\d+$/.test(text) && Math.abs(Number(text)) <= largestInteger) return Number(text);
      throw new CellError(`is no whole number up to ${largestInteger}.`);
    case 'number':
      return readNumber(text, column);
    default:
      return text;
  }
}

const limits: Readonly<Record<string, number>> = { latitude: 90, longitude: 180 };

function readNumber(text: string, column: Column): number {
  const limit = limits[column.name] ?? Number.MAX_VALUE;
  if (/^-?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= limit) return Number(text);
  throw new CellError(
    column.name in limits
      ? `is not allowed; right is a number from -${limit} to ${limit} with a decimal point.`
      : 'is no number with a decimal point.',
  );
}
