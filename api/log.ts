import { writeSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import type { Settings } from './settings/settings.ts';

const toStandardOutput = (line: string) => void writeSync(process.stdout.fd, line);

/**
 * The hub's log, JSON lines. Where they cannot be written, as on a full disk, they are lost and counted: the hub goes
 * on, and says how many as soon as it can.
 */
export function openLog(level: Settings['LOG_LEVEL'], writeLine = toStandardOutput): Logger {
  let lost = 0;
  const log = pino(
    { level },
    {
      write(line) {
        try {
          writeLine(line);
        } catch (error) {
          // A pipe that is full for a moment; Node's own stream waits for it.
          if ((error as NodeJS.ErrnoException).code === 'EAGAIN') process.stdout.write(line);
          else lost++;
          return;
        }
        if (lost === 0) return;
        const lines = lost;
        lost = 0;
        log.warn({ lines }, 'Lines of the log before this one are lost: they could not be written');
      },
    },
  );
  return log;
}
