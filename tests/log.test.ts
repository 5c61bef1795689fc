import { expect, it } from 'vitest';
import { openLog } from '../api/log.ts';

it('a log that cannot be written loses lines, keeps the hub going and then tells how many', () => {
  const lines: { msg: string; lines?: number }[] = [];
  let full = false;
  const log = openLog('info', (line) => {
    if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    lines.push(JSON.parse(line));
  });
  log.info('before');
  full = true;
  log.info('lost');
  log.error('lost as well');
  full = false;
  log.info('after');
  log.info('again');
  expect(lines.map(({ msg, lines }) => [msg, lines])).toEqual([
    ['before', undefined],
    ['after', undefined],
    ['Lines of the log before this one are lost: they could not be written', 2],
    ['again', undefined],
  ]);
});
