import { identifier } from '../../api/database/sql.ts';
import type { TestHub } from './hub.ts';

/** Runs `work` while another transaction has a table: a server has others wait for the lock, PGlite for their turn. */
export const whileLocked = <T>(
  { database }: TestHub,
  table: 'project' | 'topic',
  work: () => Promise<T>,
): Promise<T> =>
  database.prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SET LOCAL statement_timeout = 0`;
      await transaction.$executeRaw`LOCK TABLE ${identifier(table)} IN ACCESS EXCLUSIVE MODE`;
      return work();
    },
    { timeout: 120_000 },
  );
