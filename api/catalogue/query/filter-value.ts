import { badInput } from '../../errors.ts';
import type { Box, Filter } from '../model/entity.ts';
import { hasYear, isPartialDate } from '../model/partial-date.ts';
import { isStorable, noText } from '../model/storable.ts';

export type FilterValue = string | number | boolean | Box;

/**
 * One value of a filter, from GraphQL as it is or from a URL as text.
 * @throws CallerError that says what would be right.
 */
export function readValue(filter: Filter, value: unknown, at: string): FilterValue {
  if (filter.type === 'boolean') {
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw badInput(at, value, 'allowed are true and false');
  }
  if (filter.type === 'number') return readNumber(filter.range, value, at);
  if (typeof value !== 'string' || value.trim() === '') throw badInput(at, value, 'a value is needed');
  if (!isStorable(value)) throw badInput(at, value, noText);
  if (filter.values && !filter.values.includes(value))
    throw badInput(at, value, `allowed are ${filter.values.join(', ')}`);
  if (filter.type === 'date' && !isPartialDate(value))
    throw badInput(at, value, 'allowed is a date: 2016, 2016-07 or 2016-07-14');
  if (filter.type === 'moment') return readMoment(value, at);
  if (filter.type === 'box') return readBox(value, at);
  if (filter.type === 'text' && value.length > 200)
    throw badInput(at, value, 'at most 200 characters are allowed');
  return value;
}

const decimal = /^-?\d+(\.\d+)?$/;

function readNumber([least, most]: readonly [number, number], value: unknown, at: string): number {
  const number = typeof value === 'string' && decimal.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !(number >= least && number <= most))
    throw badInput(at, value, `allowed is a number from ${least} to ${most}`);
  return number;
}

const withTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** A date as the moment it begins in UTC, or the moment itself. */
function readMoment(value: string, at: string): string {
  const moment = new Date(value);
  const isOne = isPartialDate(value) || (withTime.test(value) && isPartialDate(value.slice(0, 10)));
  if (!isOne || !hasYear(moment))
    throw badInput(at, value, 'allowed is a date (2016-07-14) or a moment (2016-07-14T12:00:00Z)');
  return moment.toISOString();
}

function readBox(value: string, at: string): Box {
  const texts = value.split(',').map((text) => text.trim());
  const numbers = texts.map(Number);
  const [west = 0, south = 0, east = 0, north = 0] = numbers;
  const isOne =
    numbers.length === 4 &&
    texts.every((text) => decimal.test(text)) &&
    west <= east &&
    south <= north &&
    Math.max(-west, east) <= 180 &&
    Math.max(-south, north) <= 90;
  if (!isOne)
    throw badInput(at, value, 'allowed is west,south,east,north in degrees, such as 7.5,47.8,8.1,48.2');
  return [west, south, east, north];
}
