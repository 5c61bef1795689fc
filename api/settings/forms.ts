import { z } from 'zod';

/** What several settings are allowed to be. */

export const organisationOrNothing = {
  type: z.string().max(200),
  default: '',
  allowed: 'the name of an office or organisation, or nothing',
} as const;

export const emailOrNothing = {
  type: z.union([z.literal(''), z.email()]),
  default: '',
  allowed: 'an e-mail address, or nothing',
} as const;

export const addressOrNothing = {
  type: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  default: '',
  allowed: 'an http(s) address, or nothing',
} as const;
