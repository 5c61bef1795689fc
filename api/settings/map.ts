import { z } from 'zod';

/** What the map may load, and who may show it. */
export const map = {
  TILE_URL: {
    type: z.union([
      z.literal(''),
      z.string().regex(/^https:\/\/[\w.-]+(:\d+)?\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})\S*$/),
    ]),
    default: '',
    allowed: 'an https address with {z}, {x} and {y} behind a fixed host name, or nothing',
    meaning:
      'Tiles of a base map that a visitor may switch on; off until then. Without it there is no base map.',
  },
  TILE_ATTRIBUTION: {
    type: z.string(),
    default: '',
    allowed: 'plain text',
    meaning: 'Whom the base map names as its source; needed with TILE_URL.',
  },
  EMBED_ANCESTORS: {
    type: z.string().regex(/^('self'|'none'|\*|(https?:\/\/[\w.*:-]+)( https?:\/\/[\w.*:-]+)*)$/),
    default: '*',
    allowed: "*, 'self', 'none' or addresses such as https://www.stadt.example https://*.kreis.example",
    meaning: 'Which sites may show /embed in a frame.',
  },
} as const;
