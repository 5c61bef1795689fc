import { z } from 'zod';

/** Where catalogue and made files are kept. */
export const storage = {
  DATABASE_URL: {
    type: z.union([z.literal(''), z.url({ protocol: /^postgres(ql)?$/ })]),
    default: '',
    allowed: 'postgresql://user:password@host:5432/database, or nothing',
    meaning: 'A PostgreSQL server (14 or newer). Without it the hub keeps its own database in DATA_DIR.',
  },
  DATABASE_CONNECTIONS: {
    type: z.coerce.number().int().min(1).max(1000),
    default: '10',
    allowed: 'a whole number from 1 to 1000',
    meaning:
      'Most connections to the PostgreSQL server that the hub works with; it keeps one more to listen.',
  },
  DATABASE_WAIT_SECONDS: {
    type: z.coerce.number().min(0).max(3600),
    default: '60',
    allowed: 'a number of seconds',
    meaning: 'How long a start waits for a PostgreSQL server that is not there yet.',
  },
  DATA_DIR: {
    type: z.string().min(1),
    default: './.data',
    allowed: 'a folder',
    meaning: 'Folder of the built-in database (PGlite), for one process at a time.',
  },
  FILES_DIR: {
    type: z.string(),
    default: '',
    allowed: 'a folder, or nothing',
    meaning:
      'Where the hub keeps whole datasets as files until the catalogue changes; each process has a folder of its own in it. Without it the folder of the system for temporary files.',
  },
  FILES_MAX_MB: {
    type: z.coerce.number().int().min(0).max(10_000_000),
    default: '2000',
    allowed: 'a whole number of megabytes',
    meaning: 'Room for these files; what was asked for least recently is made again when it is.',
  },
} as const;
