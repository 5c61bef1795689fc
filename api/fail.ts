import { OperatorError } from './errors.ts';

/** Ends the process. What the operator can mend is told in its own words; anything else with its stack. */
export function fail(error: unknown): never {
  const plain = error instanceof OperatorError;
  const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  if (inUse)
    console.error(`PORT: ${(error as Error).message}; another program serves there. Set PORT to a free one.`);
  else console.error(plain ? (error as Error).message : error);
  process.exit(1);
}
