import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Parser, type Quad, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHub } from '../support/hub.ts';
import { fromRdfXml, fromTurtle } from '../support/rdf.ts';

/** The official shapes and code lists, which are no part of the project. */
const folder =
  process.env.CONFORMANCE_DIR ?? fileURLToPath(new URL('../../../shared/conformance/', import.meta.url));
const read = (file: string) => readFileSync(`${folder}/dcat-ap-de/${file}`, 'utf8');
const parse = (file: string) => new Parser().parse(read(file));

const shapes = [
  'semic-3.0.0.ttl',
  'dcat-ap-SHACL-DE.ttl',
  'dcat-ap-de-deprecated.ttl',
  'dcat-ap-spec-german-additions.ttl',
  'dcat-ap-de-controlledvocabularies.ttl',
].flatMap(parse);
const conventions = parse('konventionen-v2.ttl');
let lists: Quad[];

async function findings(rules: Quad[], catalogue: Quad[]): Promise<string[]> {
  const validator = new SHACLValidator(new Store(rules) as never);
  const report = await validator.validate(new Store([...catalogue, ...lists]) as never);
  const found = report.results.map(
    (one) =>
      `${one.severity?.value.split('#')[1]} ${one.focusNode?.value} ${one.path?.value}: ${one.message.map((m) => m.value).join(' ')}`,
  );
  expect(report.conforms).toBe(found.length === 0);
  return found;
}

async function catalogueOf(settings: Record<string, string>): Promise<Quad[]> {
  const hub = await openHub(settings);
  const answer = await hub.app.request('/catalog.ttl');
  expect(answer.status).toBe(200);
  const quads = fromTurtle(await answer.text());
  await hub.database.close();
  return quads;
}

/** Any of the list; the hub itself names no office. */
const contributor = { CATALOGUE_CONTRIBUTOR_ID: 'http://dcat-ap.de/def/contributors/govData' };
const without = (quads: readonly Quad[], property: string) =>
  quads.filter(({ predicate }) => !predicate.value.endsWith(property));

let catalogue: Quad[];
beforeAll(async () => {
  lists = [
    ...(await fromRdfXml(read('contributors.rdf'))),
    ...(await fromRdfXml(read('licenses-open.rdf'))),
    ...parse('vocab-stub.ttl'),
  ];
  catalogue = await catalogueOf(contributor);
});

describe('the catalogue', () => {
  it('conforms to the shapes of DCAT-AP 3.0 and DCAT-AP.de 3.0', async () => {
    expect(await findings(shapes, catalogue)).toEqual([]);
  });

  it('conforms to the conventions of GovData', async () => {
    expect(await findings(conventions, catalogue)).toEqual([]);
  });

  it('conforms to the shapes as a hub without settings gives it, and lacks for GovData the contributor alone', async () => {
    const asIs = await catalogueOf({});
    expect(await findings(shapes, asIs)).toEqual([]);
    const missing = await findings(conventions, asIs);
    expect(missing).toHaveLength(10);
    for (const finding of missing) expect(finding).toMatch(/^Violation .*contributorID: K12&13/);
  });

  it.each(['dl-de/by-2-0', 'dl-de/zero-2-0', 'cc-by/4.0', 'cc-zero'])(
    'conforms under the licence %s',
    async (licence) => {
      const licensed = await catalogueOf({ ...contributor, CATALOGUE_LICENCE: licence });
      expect(await findings(conventions, licensed)).toEqual([]);
      expect(await findings(shapes, licensed)).toEqual([]);
    },
  );
});

describe('the check refuses', () => {
  it('a catalogue without a licence', async () => {
    const found = await findings(shapes, without(catalogue, 'terms/license'));
    expect(found.join('\n')).toMatch(/Violation .*terms\/license/);
    expect((await findings(conventions, without(catalogue, 'terms/license'))).join('\n')).toContain('K31');
  });

  it('a catalogue without a contributorID, or with one that is not in the list', async () => {
    expect((await findings(conventions, without(catalogue, 'contributorID'))).join('\n')).toContain('K12&13');
    const invented = await catalogueOf({
      CATALOGUE_CONTRIBUTOR_ID: 'http://dcat-ap.de/def/contributors/nobodyAtAll',
    });
    expect((await findings(conventions, invented)).join('\n')).toContain('K12&13');
  });

  it.each(['terms/publisher', 'terms/title', 'vcard/ns#hasURL'])(
    'a catalogue without %s',
    async (property) => {
      const found = [
        ...(await findings(shapes, without(catalogue, property))),
        ...(await findings(conventions, without(catalogue, property))),
      ];
      expect(found.length).toBeGreaterThan(0);
    },
  );
});
