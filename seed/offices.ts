import { wholePattern } from '../api/catalogue/model/patterns.ts';

/** Office rows of a region, out of the address list that the German statistical offices publish every year. */

type Cell = string | number | boolean | Date | null | undefined;
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

/** What the columns are called; in a header of several lines the words stand one below the other. */
const headings = {
  ags: /gemeindeschlüssel|\bAGS\b/i,
  ars: /regionalschlüssel|\bARS\b/i,
  name: /gemeindename|^name|bezeichnung/i,
  organisation: /verwaltung|behörde/i,
  street: /straße|strasse/i,
  postcode: /postleitzahl|\bPLZ\b/i,
  place: /^ort\b|\bort$/i,
  email: /e-?mail/i,
} as const;
type Heading = keyof typeof headings;

/** Columns without which there is no office; the key is one of two. */
const needed = ['name', 'street', 'postcode', 'place', 'email'] as const;

export type OfficeRow = {
  readonly ags: string;
  readonly office_organisation: string;
  readonly office_street: string;
  readonly office_postcode: string;
  readonly office_place: string;
  readonly office_email: string;
};

const textOf = (cell: Cell): string => (cell == null ? '' : String(cell).replace(/\s+/g, ' ').trim());

/**
 * @param prefixes beginnings of the AGS that are wanted.
 * @throws Error naming what no sheet has.
 */
export function officesIn(sheets: readonly Sheet[], prefixes: readonly string[]): OfficeRow[] {
  for (const { rows } of sheets) {
    const table = findTable(rows.map((row) => row.map(textOf)));
    if (table) return readOffices(table, prefixes);
  }
  throw new Error(
    `No sheet has the columns AGS (or ARS), name, street, postcode, place and e-mail; the sheets are ${sheets.map(({ name }) => name).join(', ')}.`,
  );
}

type Table = { readonly columns: Partial<Record<Heading, number>>; readonly body: readonly string[][] };

/** The header is whatever stands above the first row with a key and fills several cells: a title fills one. */
function findTable(rows: readonly string[][]): Table | null {
  const first = rows.findIndex((row) => row.some((text) => /^\d{2,12}$/.test(text)));
  const header = rows.slice(0, first).filter((row) => row.filter(Boolean).length > 1);
  const width = Math.max(0, ...header.map(({ length }) => length));
  const titles = Array.from({ length: width }, (_, at) =>
    header
      .map((row) => row[at] ?? '')
      .join(' ')
      .trim(),
  );
  const columns: Partial<Record<Heading, number>> = {};
  for (const [at, title] of titles.entries())
    for (const heading of Object.keys(headings) as Heading[])
      if (columns[heading] === undefined && headings[heading].test(title)) {
        columns[heading] = at;
        break;
      }
  const hasKey = columns.ags !== undefined || columns.ars !== undefined;
  return hasKey && needed.every((one) => columns[one] !== undefined)
    ? { columns, body: rows.slice(first) }
    : null;
}

function readOffices({ columns, body }: Table, prefixes: readonly string[]): OfficeRow[] {
  const byKey = new Map<string, OfficeRow>();
  for (const row of body) {
    const cell = (heading: Heading) => (columns[heading] === undefined ? '' : (row[columns[heading]] ?? ''));
    const ags = keyOf(cell('ags'), cell('ars'));
    const office = {
      ags,
      office_organisation: cell('organisation') || cell('name'),
      // «Rathausplatz 2 - 4» is one house number.
      office_street: cell('street').replace(/(\d)\s*-\s*(\d)/g, '$1-$2'),
      office_postcode: cell('postcode').replace(/^\d{4}$/, '0$&'),
      office_place: cell('place'),
      office_email: cell('email'),
    };
    // A Kreis and an association stand in the list as well; the first row of a key is its own.
    if (ags && office.office_street && !byKey.has(ags) && prefixes.some((prefix) => ags.startsWith(prefix)))
      byKey.set(ags, office);
  }
  return [...byKey.values()].sort((a, b) => (a.ags < b.ags ? -1 : 1));
}

/** Eight digits, five of a Kreis; of a regional key the four digits of the association are left out. */
function keyOf(ags: string, ars: string): string {
  if (wholePattern('ags').test(ags)) return ags;
  if (/^\d{7}$/.test(ags)) return `0${ags}`;
  if (/^\d{12}$/.test(ars)) return ars.slice(0, 5) + ars.slice(9);
  return /^\d{5}$/.test(ars) ? ars : '';
}
