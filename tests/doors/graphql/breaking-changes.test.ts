import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, Kind, parse, print, visit } from 'graphql';
import { describe, expect, it } from 'vitest';

const released = readFileSync('api/doors/graphql/released.graphql', 'utf8');
const current = readFileSync('api/doors/graphql/schema.graphql', 'utf8');
const changelog = readFileSync('CHANGELOG.md', 'utf8');

/** What CHANGELOG.md lists under «Breaking» above the last release: the paths, each in backticks. */
function listedAsBreaking(log: string): string[] {
  const unreleased = log.split(/^## /m)[1] ?? '';
  const breaking = unreleased.split(/^### /m).find((part) => part.startsWith('Breaking')) ?? '';
  return [...breaking.matchAll(/^- `([^`]+)`/gm)].map(([, path]) => path!);
}

/** The breaking changes that the log does not list, each as `path: what happened`. */
async function unlisted(before: string, after: string, log: string): Promise<string[]> {
  const listed = new Set(listedAsBreaking(log));
  return (await diff(buildSchema(before), buildSchema(after)))
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(({ path }) => !listed.has(path ?? ''))
    .map(({ path, message }) => `${path}: ${message}`);
}

/** The current schema without a field, a filter or an enum value. */
function without(typeName: string, name: string): string {
  const leave = { enter: (part: { name: { value: string } }) => (part.name.value === name ? null : false) };
  const parts = { FieldDefinition: leave, InputValueDefinition: leave, EnumValueDefinition: leave } as const;
  const definitions = parse(current).definitions.map((definition) =>
    'name' in definition && definition.name?.value === typeName ? visit(definition, parts) : definition,
  );
  return print({ kind: Kind.DOCUMENT, definitions });
}

describe('a breaking change of the GraphQL schema since the last release', () => {
  it('is listed in CHANGELOG.md under «Breaking»', async () => {
    expect(await unlisted(released, current, changelog)).toEqual([]);
  });

  it.each([
    [
      'a lost field',
      without('Coverage', 'withProject'),
      "Coverage.withProject: Field 'withProject' was removed from object type 'Coverage'",
    ],
    [
      'a lost filter',
      without('ProjectFilter', 'reusable'),
      "ProjectFilter.reusable: Input field 'reusable' was removed from input object type 'ProjectFilter'",
    ],
    [
      'a lost enum value',
      without('ProjectStatus', 'IDEA'),
      "ProjectStatus.IDEA: Enum value 'IDEA' was removed from enum 'ProjectStatus'",
    ],
    [
      'an argument that is needed',
      current.replace('by: CoverageGroup!', 'by: CoverageGroup!, year: Int!'),
      "Query.coverage.year: Argument 'year: Int!' added to field 'Query.coverage'",
    ],
  ])('would be found: %s', async (_what, changed, found) => {
    expect(await unlisted(current, changed, changelog)).toEqual([found]);
  });

  it('may be made once it is listed, until the next release', async () => {
    const lost = without('Coverage', 'withProject');
    const log = '# Changelog\n\n## Unreleased\n\n### Breaking\n\n- `Coverage.withProject` is gone.\n';
    expect(await unlisted(current, lost, log)).toEqual([]);
    expect(
      await unlisted(current, lost, log.replace('## Unreleased', '## Unreleased\n\n## 0.2.0')),
    ).toHaveLength(1);
  });

  it('is none where something is only added', async () => {
    expect(await unlisted(without('Coverage', 'withProject'), current, '')).toEqual([]);
  });
});
