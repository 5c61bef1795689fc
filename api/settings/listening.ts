import { z } from 'zod';

/** Where the hub is reached, and what it tells. */
export const listening = {
  PORT: {
    type: z.coerce.number().int().min(0).max(65535),
    default: '4000',
    allowed: 'a port number from 0 (any free one) to 65535',
    meaning: 'Port that the hub serves on.',
  },
  HOST: {
    type: z.string().regex(/^[\w.:-]+$/),
    default: '0.0.0.0',
    allowed: 'a host name or an IP address',
    meaning: 'Address that the hub listens at; 127.0.0.1 behind a proxy on the same machine.',
  },
  PUBLIC_URL: {
    type: z
      .union([z.literal(''), z.url({ protocol: /^https?$/ }).regex(/^[^?#]*$/)])
      .transform((url) => url && new URL(url).href.replace(/\/+$/, '')),
    default: '',
    allowed: 'an http(s) address, also with a path such as https://town.example/wege, or nothing',
    meaning: 'Address under which visitors reach the hub; without it the address of each request is used.',
  },
  LOG_LEVEL: {
    type: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    default: 'info',
    allowed: 'fatal, error, warn, info, debug, trace or silent',
    meaning: 'How much the hub writes to its log (JSON lines on standard output).',
  },
} as const;
