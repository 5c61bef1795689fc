import { specifiedRules } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';
import { mistake, mistakesIn, type Told } from '../../support/mistakes.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

/** By the name of each rule of GraphQL: queries that break it, and what is told. */
const broken: Record<string, Record<string, Told>> = {
  ExecutableDefinitionsRule: {
    'type A { a: Int } query { __typename }': [
      'A',
      'allowed are query, fragment',
      'The "A" definition is not executable.',
    ],
  },
  UniqueOperationNamesRule: {
    'query A { __typename } query A { __typename }': [
      'A',
      'each operation has a name of its own',
      'There can be only one operation named "A".',
    ],
  },
  LoneAnonymousOperationRule: {
    '{ __typename } query A { __typename }': [
      null,
      'each of several operations has a name of its own',
      'This anonymous operation must be the only defined operation.',
    ],
  },
  SingleFieldSubscriptionsRule: {
    'subscription { a b }': [
      'subscription',
      'only query is allowed',
      'operation: "subscription" is not allowed; only query is allowed.',
    ],
  },
  KnownTypeNamesRule: {
    'query A($f: ProjectFilters) { projects(filter: $f) { totalCount } }': [
      'ProjectFilters',
      'a type of this hub is needed; /schema.graphql lists them',
      'Unknown type "ProjectFilters". Did you mean "ProjectFilter", "ProjectOrder", "ProjectStatus", "ContactFilter", or "EventFilter"?',
    ],
    '{ node(id: "x") { ... on Projekt { title } } }': [
      'Projekt',
      'a type of this hub is needed; /schema.graphql lists them',
      'Unknown type "Projekt". Did you mean "Project"?',
    ],
  },
  FragmentsOnCompositeTypesRule: {
    '{ __typename ... on ProjectStatus { __typename } }': [
      'ProjectStatus',
      'a type with fields is needed; /schema.graphql lists them',
      'Fragment cannot condition on non composite type "ProjectStatus".',
    ],
    '{ __typename ...A } fragment A on String { __typename }': [
      'String',
      'a type with fields is needed; /schema.graphql lists them',
      'Fragment "A" cannot condition on non composite type "String".',
    ],
  },
  VariablesAreInputTypesRule: {
    'query A($p: [Project!]) { node(id: $p) { id } }': [
      '[Project!]',
      'the type of an argument or of a part of it is needed; /schema.graphql lists them',
      'Variable "$p" cannot be non-input type "[Project!]".',
    ],
  },
  ScalarLeafsRule: {
    '{ topic(slug: "ki") }': [
      'topic',
      'it is topic(slug: String!): Topic',
      'Field "topic" of type "Topic" must have a selection of subfields. Did you mean "topic { ... }"?',
    ],
    '{ topic(slug: "ki") { name { de } } }': [
      'name',
      'it is name(lang: Language!): String!',
      'Field "name" must not have a selection since type "String!" has no subfields.',
    ],
  },
  FieldsOnCorrectTypeRule: {
    '{ topic(slug: "ki") { names } }': [
      'names',
      'allowed are changedAt, confirmedAt, id, name, projects, slug, sourceUrl, url',
      'Cannot query field "names" on type "Topic". Did you mean "name"?',
    ],
    '{ node(id: "x") { title } }': [
      'title',
      'allowed are id',
      'Cannot query field "title" on type "Node". Did you mean to use an inline fragment on "Event", "Project", or "Strategy"?',
    ],
  },
  UniqueFragmentNamesRule: {
    '{ ...A } fragment A on Query { __typename } fragment A on Query { __typename }': [
      'A',
      'each fragment has a name of its own',
      'There can be only one fragment named "A".',
    ],
  },
  KnownFragmentNamesRule: {
    '{ __typename ...A }': ['A', 'no fragment is defined', 'Unknown fragment "A".'],
    '{ ...B ...A } fragment B on Query { __typename }': ['A', 'allowed are B', 'Unknown fragment "A".'],
  },
  NoUnusedFragmentsRule: {
    '{ __typename } fragment A on Query { __typename }': [
      'A',
      'each fragment is used: ...A',
      'Fragment "A" is never used.',
    ],
  },
  PossibleFragmentSpreadsRule: {
    '{ topic(slug: "ki") { ... on Project { title } } }': [
      'Project',
      'allowed are Topic',
      'Fragment cannot be spread here as objects of type "Topic" can never be of type "Project".',
    ],
    '{ topic(slug: "ki") { ...A } } fragment A on Project { title }': [
      'A',
      'allowed are Topic',
      'Fragment "A" cannot be spread here as objects of type "Topic" can never be of type "Project".',
    ],
    '{ node(id: "x") { ... on Change { key } } }': [
      'Change',
      'allowed are Node, Contact, Event, FieldOfAction, Municipality, Project, Strategy, Topic',
      'Fragment cannot be spread here as objects of type "Node" can never be of type "Change".',
    ],
  },
  NoFragmentCyclesRule: {
    '{ ...A } fragment A on Query { ...A }': [
      'A',
      'no fragment leads back to itself',
      'Cannot spread fragment "A" within itself.',
    ],
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }': [
      'B',
      'no fragment leads back to itself',
      'Cannot spread fragment "A" within itself via "B".',
    ],
  },
  UniqueVariableNamesRule: {
    'query A($a: Int, $a: Int) { projects(first: $a) { totalCount } }': [
      'a',
      'each variable has a name of its own',
      'There can be only one variable named "$a".',
    ],
  },
  NoUndefinedVariablesRule: {
    '{ projects(first: $n) { totalCount } }': [
      '$n',
      'no variable is declared',
      'Variable "$n" is not defined.',
    ],
    'query A($a: Int) { projects(first: $a, last: $n) { totalCount } }': [
      '$n',
      'allowed are $a',
      'Variable "$n" is not defined by operation "A".',
    ],
  },
  NoUnusedVariablesRule: {
    'query A($n: Int = 3) { __typename }': [
      '$n: Int = 3',
      'each variable that is declared is used',
      'Variable "$n" is never used in operation "A".',
    ],
  },
  KnownDirectivesRule: {
    '{ __typename @defer }': ['defer', 'allowed are include, skip', 'Unknown directive "@defer".'],
    'query A @skip(if: true) { __typename }': [
      'skip',
      'allowed are FIELD, FRAGMENT_SPREAD, INLINE_FRAGMENT',
      'Directive "@skip" may not be used on QUERY.',
    ],
  },
  UniqueDirectivesPerLocationRule: {
    '{ __typename @skip(if: true) @skip(if: false) }': [
      'skip',
      'once at a place is allowed',
      'The directive "@skip" can only be used once at this location.',
    ],
  },
  KnownArgumentNamesRule: {
    '{ projects(limit: 3) { totalCount } }': [
      'limit',
      'allowed are after, before, direction, filter, first, last, order',
      'Unknown argument "limit" on field "Query.projects". Did you mean "first" or "last"?',
    ],
    '{ jointPlans(first: 3) { __typename } }': [
      'first',
      'none is allowed there',
      'Unknown argument "first" on field "Query.jointPlans".',
    ],
    '{ projects { totalCount @skip(if: true, unless: true) } }': [
      'unless',
      'allowed are if',
      'Unknown argument "unless" on directive "@skip".',
    ],
  },
  UniqueArgumentNamesRule: {
    '{ projects(first: 3, first: 4) { totalCount } }': [
      'first',
      'each argument is given once',
      'There can be only one argument named "first".',
    ],
  },
  ValuesOfCorrectTypeRule: {
    '{ projects(first: "ten") { totalCount } }': [
      'ten',
      'a value of the type Int is needed',
      'Int cannot represent non-integer value: "ten"',
    ],
    '{ projects(filter: 5) { totalCount } }': [
      5,
      'allowed are bbox, changedSince, confirmedSince, contact, district, endedSince, endedUntil, field, fundingProgramme, hasContact, kind, km, municipality, near, neighbourOf, notConfirmedSince, reachable, regionWide, reusable, role, sizeClass, slug, sourceSince, sourceUntil, startedSince, startedUntil, status, text, topic',
      'Expected value of type "ProjectFilter", found 5.',
    ],
    '{ projects(filter: { status: RUNING }) { totalCount } }': [
      'RUNING',
      'allowed are COMPLETED, DISCONTINUED, IDEA, PLANNED, RUNNING, UNKNOWN',
      'Value "RUNING" does not exist in "ProjectStatus" enum. Did you mean the enum value "RUNNING"?',
    ],
    '{ topics(filter: { fields: "ki" }) { totalCount } }': [
      'fields',
      'allowed are changedSince, field, municipality, slug, text',
      'Field "fields" is not defined by type "TopicFilter". Did you mean "field"?',
    ],
    '{ topics(order: TITLE) { totalCount } }': [
      'TITLE',
      'allowed are NAME, SLUG',
      'Value "TITLE" does not exist in "TopicOrder" enum.',
    ],
    '{ municipality(ags: null) { name } }': [
      null,
      'a value of the type String! is needed',
      'Expected value of type "String!", found null.',
    ],
  },
  ProvidedRequiredArgumentsRule: {
    '{ municipality { name } }': [
      'municipality',
      'it is municipality(ags: String!): Municipality',
      'Field "municipality" argument "ags" of type "String!" is required, but it was not provided.',
    ],
    '{ __typename @skip }': [
      'skip',
      'it is @skip(if: Boolean!)',
      'Directive "@skip" argument "if" of type "Boolean!" is required, but it was not provided.',
    ],
  },
  VariablesInAllowedPositionRule: {
    'query A($a: String) { municipality(ags: $a) { name } }': [
      '$a: String',
      'a variable of the type String! is needed',
      'Variable "$a" of type "String" used in position expecting type "String!".',
    ],
    'query A($n: String = "3") { ...P } fragment P on Query { projects(first: $n) { totalCount } }': [
      '$n: String = "3"',
      'a variable of the type Int is needed',
      'Variable "$n" of type "String" used in position expecting type "Int".',
    ],
  },
  OverlappingFieldsCanBeMergedRule: {
    '{ projects(first: 1) { totalCount } projects(first: 2) { totalCount } }': [
      'projects',
      'fields that differ have names of their own: alias: field',
      'Fields "projects" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.',
    ],
    '{ topic(slug: "ki") { name: slug name } }': [
      'name',
      'fields that differ have names of their own: alias: field',
      'Fields "name" conflict because "slug" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional.',
    ],
  },
  UniqueInputFieldNamesRule: {
    '{ topics(filter: { text: "a", text: "b" }) { totalCount } }': [
      'text',
      'each field of a value is given once',
      'There can be only one input field named "text".',
    ],
  },
  MaxIntrospectionDepthRule: {
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }': [
      3,
      'at most 2 are allowed',
      'The query asks for lists of the schema 3 times within each other; at most 2 are allowed.',
    ],
  },
};

describe('a query that breaks a rule of GraphQL is told the bad value and what is allowed:', () => {
  it.each(specifiedRules.map(({ name }) => name))('%s', async (rule) => {
    const examples = Object.entries(broken[rule] ?? {});
    expect(examples).not.toEqual([]);
    for (const [query, expected] of examples) {
      // One of several operations is asked for: whether it is there is seen before the rules are.
      const operationName = query.includes('query A') ? 'A' : null;
      const [first] = await mistakesIn(hub, JSON.stringify({ query, operationName }));
      expect(first, query).toEqual(mistake(expected));
    }
  });

  it('up to a hundred times', async () => {
    const query = `{ ${'nothing '.repeat(150)} }`;
    expect((await mistakesIn(hub, JSON.stringify({ query }))).at(-1)).toEqual(
      mistake([
        100,
        'the first 100 mistakes are told',
        'Too many validation errors, error limit reached. Validation aborted.',
      ]),
    );
  });
});
