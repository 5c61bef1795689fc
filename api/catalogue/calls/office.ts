import { OfficeConfidence } from '../../database/generated/enums.ts';
import { column, enumColumn } from '../model/columns.ts';
import type { Column } from '../model/entity.ts';

/**
 * The office of a municipality: the public contact point of its administration as a whole, whom one calls where
 * nobody better is known. Its website is that of the municipality.
 */
export const officeColumns: readonly Column[] = [
  column('office_organisation', 'text', 'Its office: name of the administration.'),
  column('office_street', 'text', 'Street and number of the office.'),
  column('office_postcode', 'text', 'Postcode of the office.'),
  column('office_place', 'text', 'Place of the office.'),
  column('office_email', 'email', 'E-mail address of the office.'),
  column('office_phone', 'phone', 'Telephone number of the office, as published.'),
  {
    ...enumColumn(
      'office_confidence',
      Object.values(OfficeConfidence),
      'The weakest source of that number and address: own page, official list, or secondary and to be confirmed.',
    ),
    required: false,
  },
  column('office_note', 'text', 'What is to be known about where these values come from, in German.'),
  column('office_source_url', 'url', 'Page that the number and the address come from.'),
  column('office_source_date', 'date', 'Date of that page; empty where it shows none.'),
].map((one) => ({ ...one, from: 'offices' }));
