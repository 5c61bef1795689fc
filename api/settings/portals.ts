import { z } from 'zod';
import { addressOrNothing, emailOrNothing, organisationOrNothing } from './forms.ts';

/** What other portals are told about the catalogue as a whole. */
export const portals = {
  CATALOGUE_PUBLISHER: {
    ...organisationOrNothing,
    meaning:
      'Who publishes the catalogue, for other portals; without it the hub itself under the title of the region.',
  },
  CATALOGUE_CONTACT_EMAIL: {
    ...emailOrNothing,
    meaning: 'Whom other portals can write to about the catalogue.',
  },
  CATALOGUE_CONTACT_URL: {
    ...addressOrNothing,
    meaning: 'Page with a contact form; without it the start page of the hub.',
  },
  CATALOGUE_CONTRIBUTOR_ID: {
    type: z.union([
      z.literal(''),
      z.string().regex(/^http:\/\/dcat-ap\.de\/def\/contributors\/[A-Za-z0-9]+$/),
    ]),
    default: '',
    allowed: 'an address of the list http://dcat-ap.de/def/contributors/, or nothing',
    meaning: 'Who delivers the catalogue to GovData, which refuses one without; GovData assigns it.',
  },
} as const;
