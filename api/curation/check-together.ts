import type { CatalogueRecord, Value } from './change.ts';

type Complain = (column: string, value: Value | undefined, message: string) => void;

/** What one value cannot tell: values of a record that contradict each other. */
export function checkTogether(record: CatalogueRecord, complain: Complain) {
  const { period_start: start, period_end: end, lead, municipalities, ags, kind, district } = record;
  if (typeof start === 'string' && typeof end === 'string') {
    // Compared as precisely as both are: 2016-07 may end in 2016.
    const precision = Math.min(start.length, end.length);
    if (end.slice(0, precision) < start.slice(0, precision))
      complain('period_end', end, `is before period_start (${start}).`);
  }
  const participants = listOf(municipalities);
  const stranger = listOf(lead).find((one) => !participants.includes(one));
  if (stranger !== undefined) complain('lead', lead, `names ${stranger}, which is not among municipalities.`);
  // Five digits are a Landkreis, eight a municipality within one or on its own.
  if (typeof ags === 'string' && typeof kind === 'string' && (ags.length === 5) !== (kind === 'LANDKREIS'))
    complain('kind', kind, `does not go with the AGS ${ags}; a Landkreis, and nothing else, has 5 digits.`);
  if (typeof district === 'string' && district.length !== 5)
    complain('district', district, 'is no Landkreis; right are 5 digits.');
}

const listOf = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : []);
