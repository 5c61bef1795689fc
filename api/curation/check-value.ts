import { z } from 'zod';
import { dialled } from '../catalogue/calls/phone.ts';
import type { Column } from '../catalogue/model/entity.ts';
import { isPartialDate } from '../catalogue/model/partial-date.ts';
import { wholePattern } from '../catalogue/model/patterns.ts';
import type { Value } from './change.ts';
import { cleanText, showsNothing, wrongCharacter } from './clean-text.ts';
import type { StoredColumn } from './storage.ts';

/** What is right for a column, in words; the value was not. */
class ValueError extends Error {}

const largestInteger = 2_147_483_647;
const [slug, ags] = [wholePattern('slug'), wholePattern('ags')];
const years = [1950, 2100] as const;
const limits: Readonly<Record<string, number>> = { latitude: 90, longitude: 180 };

/** Characters that have room: a key or a name in a row of an index, a text in the index of the search. */
const mostCharacters: Readonly<Partial<Record<Column['type'], number>>> = { key: 200, text: 20_000 };
const mostOfAName = 500;
const mostOfOthers = 2_000;
const names = new Set(['title', 'name', 'name_de', 'name_en', 'organisation']);

const webAddress = z.url({ protocol: /^https?$/ });
const mailAddress = z.email();
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

export const isAgs = (column: Column) => column.name === 'ags' || column.references === 'municipalities';

/**
 * The value as the catalogue stores it: text cleaned, a list without repetitions, nothing as null.
 * @param complain told of a value that is wrong, or of each in a list, and what would be right.
 * @returns undefined where something is wrong.
 */
export function checkValue(
  given: unknown,
  column: StoredColumn,
  complain: (value: unknown, message: string) => void,
): Value | undefined {
  const { list, required } = column;
  if (!list) {
    const isNothing =
      given === null || given === undefined || (typeof given === 'string' && showsNothing(given));
    if (!isNothing) return attempt(given, column, complain);
    if (!required) return null;
    complain(given ?? null, 'is empty; a value is needed here.');
    return undefined;
  }
  if (given !== null && !Array.isArray(given)) {
    complain(given, 'is no list.');
    return undefined;
  }
  const values = (given ?? []).map((one: unknown) => attempt(one, column, complain));
  if (values.includes(undefined)) return undefined;
  if (!required || values.length > 0) return [...new Set(values)] as string[];
  complain(given, 'is empty; at least one is needed here.');
  return undefined;
}

function attempt(given: unknown, column: StoredColumn, complain: (value: unknown, message: string) => void) {
  try {
    return checkOne(given, column);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    complain(given, error.message);
    return undefined;
  }
}

function checkOne(given: unknown, column: StoredColumn): Value {
  const { type, values } = column;
  if (type === 'boolean') {
    if (typeof given !== 'boolean') throw new ValueError('is not allowed; allowed are true and false.');
    return given;
  }
  if (type === 'integer' || type === 'number') return checkNumber(given, column);
  if (typeof given !== 'string') throw new ValueError('is no text.');
  const text = cleanText(given);
  const wrong = wrongCharacter(text);
  if (wrong) throw new ValueError(wrong);
  checkLength(text, column);
  if (values && !values.includes(text))
    throw new ValueError(`is not allowed; allowed are ${values.join(', ')}.`);
  checks[type]?.(text, column);
  // A name stands in one line.
  return names.has(column.name) ? text.replace(/\s*\n\s*/g, ' ') : text;
}

function checkLength(text: string, { name, type }: Column) {
  const most = names.has(name) ? mostOfAName : (mostCharacters[type] ?? mostOfOthers);
  if (text.length > most)
    throw new ValueError(`has ${text.length} characters; at most ${most} have room here.`);
}

function checkNumber(given: unknown, { name, type }: Column): number {
  const isNumber = typeof given === 'number' && Number.isFinite(given);
  if (type === 'integer') {
    if (isNumber && Number.isInteger(given) && Math.abs(given) <= largestInteger) return given;
    throw new ValueError(`is no whole number up to ${largestInteger}.`);
  }
  const limit = limits[name];
  if (isNumber && Math.abs(given) <= (limit ?? Number.MAX_VALUE)) return given;
  throw new ValueError(
    limit === undefined
      ? 'is no number with a decimal point.'
      : `is not allowed; right is a number from -${limit} to ${limit} with a decimal point.`,
  );
}

/** Throws where the text is not right. */
const checks: Partial<Record<Column['type'], (text: string, column: StoredColumn) => void>> = {
  key: checkKey,
  date: checkDate,
  url(text) {
    if (!webAddress.safeParse(text).success)
      throw new ValueError('is no web address; it begins with https:// or http://.');
    if (/\s|[;,|]https?:/.test(text))
      throw new ValueError('is not one web address; right is one, without blanks.');
  },
  email(text) {
    if (!mailAddress.safeParse(text).success)
      throw new ValueError('is no e-mail address; right is one, such as info@gemeinde.example.');
  },
  phone(text) {
    if (dialled(text) === null)
      throw new ValueError(
        'cannot be dialled; right is one number with its area code, such as 0761 201-0 or +49 761 201-0.',
      );
  },
};

function checkKey(text: string, column: StoredColumn) {
  const { pairs } = column;
  if (pairs) {
    const [key = '', value = ''] = text.split(':');
    if (!slug.test(key))
      throw new ValueError('is no slug; right are small letters, digits and single hyphens.');
    if (!pairs.values.includes(value))
      throw new ValueError(`is not allowed; allowed are ${pairs.values.filter(Boolean).join(', ')}.`);
  } else if (isAgs(column)) {
    if (!ags.test(text)) throw new ValueError('is no AGS; right are 8 digits, or 5 for a Landkreis.');
  } else if (!slug.test(text))
    throw new ValueError('is no slug; right are small letters, digits and single hyphens.');
}

function checkDate(text: string, { past }: Column) {
  if (!isPartialDate(text)) throw new ValueError('is no date; right are 2016, 2016-07 and 2016-07-14.');
  const [first, last] = years;
  const year = Number(text.slice(0, 4));
  if (year < first || year > last)
    throw new ValueError(`is not allowed; right is a year from ${first} to ${last}.`);
  const day = today.format();
  if (past && text > day.slice(0, text.length))
    throw new ValueError(`lies in the future; right is a day until today, ${day}.`);
}
