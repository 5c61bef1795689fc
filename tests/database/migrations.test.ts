import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('the migrations', () => {
  it('lead to schema.prisma', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'prisma/create-migration.ts', '--check'],
      { encoding: 'utf8' },
    );
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: 'The migrations and schema.prisma agree.\n',
      stderr: '',
    });
  });
});
