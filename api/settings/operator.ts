import { z } from 'zod';
import { addressOrNothing, emailOrNothing, organisationOrNothing } from './forms.ts';

/** Who runs the hub, for imprint, privacy page and those who report something. */
export const operator = {
  REPORT_EMAIL: {
    ...emailOrNothing,
    meaning: 'Where visitors of the map report mistakes and new projects; without it nothing is offered.',
  },
  OPERATOR_NAME: {
    ...organisationOrNothing,
    meaning: 'Who runs the hub, for imprint and privacy page; without it they say that it is not told.',
  },
  OPERATOR_ADDRESS: {
    type: z.string().max(500),
    default: '',
    allowed: 'a postal address, its lines separated by commas, or nothing',
    meaning: 'Postal address of whoever runs the hub, such as Rathausgasse 1, 79098 Freiburg.',
  },
  OPERATOR_REPRESENTATIVE: {
    type: z.string().max(200),
    default: '',
    allowed: 'a name with its office, or nothing',
    meaning: 'Who may act for whoever runs the hub.',
  },
  OPERATOR_EMAIL: {
    ...emailOrNothing,
    meaning: 'Where whoever runs the hub reads mail.',
  },
  OPERATOR_PHONE: {
    type: z.union([z.literal(''), z.string().regex(/^\+?[\d ()/-]{5,40}$/)]),
    default: '',
    allowed: 'a telephone number, or nothing',
    meaning: 'Where whoever runs the hub answers the telephone.',
  },
  DATA_PROTECTION_OFFICER: {
    type: z.string().max(500),
    default: '',
    allowed: 'name or office with address, e-mail or telephone, separated by commas, or nothing',
    meaning: 'Whom visitors can ask about their data.',
  },
  LOG_RETENTION_DAYS: {
    type: z.union([z.literal(''), z.coerce.number().int().min(0).max(3650)]),
    default: '',
    allowed: 'a whole number of days, or nothing',
    meaning:
      "How long you keep logs, the hub's and those of a proxy in front of it; the privacy page says it. The hub deletes none itself.",
  },
  SECURITY_CONTACT: {
    type: z.union([z.literal(''), z.email(), z.url({ protocol: /^https$/ })]),
    default: '',
    allowed: 'an e-mail or https address, or nothing',
    meaning:
      'Where weak points of the hub are reported, for /.well-known/security.txt; without it OPERATOR_EMAIL.',
  },
  EASY_LANGUAGE_URL: {
    ...addressOrNothing,
    meaning: 'A page in easy language (Leichte Sprache) about the hub, linked on every page.',
  },
  SIGN_LANGUAGE_URL: {
    ...addressOrNothing,
    meaning: 'A page in German sign language (DGS) about the hub, linked on every page.',
  },
} as const;
