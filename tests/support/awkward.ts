import type { Database } from '../../api/database/open-database.ts';
import { changeRecords } from './change.ts';

/** A contact that is not public, and stands at a project. */
export const hidden = 'person-ohne-einwilligung';

/** Puts all that a spreadsheet is known to spoil into a contact and a project. */
export async function makeAwkward(database: Database) {
  await changeRecords(database, {
    contacts: [
      {
        slug: 'zweckverband-gewerbepark-breisgau',
        unit: '=SUM(A1)',
        role_de: "'=schon mit Apostroph",
        role_en: '-1 "quoted"; and, more',
        phone: '+49 7634 5108',
      },
      {
        slug: hidden,
        organisation: 'Gemeinde',
        person: 'Erika Beispiel',
        region_wide: false,
        source_url: 'https://example.org/',
      },
    ],
    projects: [
      {
        slug: 'frelo-leihraeder',
        title: '@Frelo äöüß €',
        summary_de: 'Zeile eins\n\nZeile "drei"; größer\t& <besser>\n=1+1|Ende',
        summary_en: '0123',
        period_start: '2019',
        period_end: '2024-07',
        source_date: '2020-02-03',
        contact: hidden,
      },
    ],
  });
}
