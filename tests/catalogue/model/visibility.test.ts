import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../api/', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('generated/'))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

/** What may name the tables as they are stored: the rule itself, and what writes the catalogue. */
const mayNameThem = /^(catalogue\/model\/visibility\.ts|curation\/|imports\/)/;

const lines = (pattern: RegExp) =>
  sources
    .filter(({ path }) => !mayNameThem.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`));

describe('contacts and engagements', () => {
  it('are read through the visibility rule alone', () => {
    expect(lines(/\b(FROM|JOIN)\s+"?(contact|engagement)\b(?!")/gi)).toEqual([]);
    expect(lines(/\bprisma\.(contact|engagement)\b/g)).toEqual([]);
  });
});

describe('a table as it is stored', () => {
  it('is read by nobody but what writes the catalogue', () => {
    expect(lines(/\.stored\b/g)).toEqual([]);
  });
});
