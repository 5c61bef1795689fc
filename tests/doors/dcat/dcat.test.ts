import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasets, formatsOf } from '../../../api/publishing/datasets/register.ts';
import { qualityOf } from '../../../api/publishing/dcat/quality.ts';
import { changeRecords } from '../../support/change.ts';
import { openHub, type TestHub } from '../../support/hub.ts';
import { fromJsonLd, fromRdfXml, fromTurtle, lines } from '../../support/rdf.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({
    CATALOGUE_PUBLISHER: 'Amt für „Prüfung“ & <Test>',
    CATALOGUE_CONTACT_EMAIL: 'daten@hub.example',
  });
});
afterAll(() => hub.database.close());
const get = (path: string, accept?: string) =>
  hub.app.request(path, accept === undefined ? {} : { headers: { accept } });

describe('the catalogue', () => {
  it('says the same as Turtle, JSON-LD and RDF/XML', async () => {
    const quads = fromTurtle(await hub.text('/catalog.ttl'));
    expect(quads.length).toBeGreaterThan(300);
    expect(lines(await fromJsonLd(await hub.text('/catalog.jsonld')))).toEqual(lines(quads));
    expect(lines(await fromRdfXml(await hub.text('/catalog.rdf')))).toEqual(lines(quads));
  });

  it('has every dataset, each with every format, and addresses that answer', async () => {
    const quads = fromTurtle(await hub.text('/catalog.ttl'));
    const files = quads.filter(({ predicate }) => predicate.value.endsWith('#downloadURL'));
    expect(files.map(({ object }) => object.value).sort()).toEqual(
      [...datasets.values()]
        .flatMap((dataset) =>
          formatsOf(dataset).map(({ extension }) => `https://hub.example/data/${dataset.name}.${extension}`),
        )
        .concat('https://hub.example/data/all.zip')
        .sort(),
    );
    for (const { object } of files) {
      const response = await get(object.value.replace('https://hub.example', ''));
      expect([object.value, response.status]).toEqual([object.value, 200]);
      await response.body?.cancel();
    }
  });

  it('tells the size and checksum of every file, as it is served', async () => {
    const all = lines(fromTurtle(await hub.text('/catalog.ttl')));
    const objectOf = (subject: string, property: string) =>
      all.find((one) => one.startsWith(`${subject} ${property} `))?.split(' ')[2];
    for (const path of ['projects.csv', 'projects.xlsx', 'municipalities.geojson', 'all.zip']) {
      const subject = `https://hub.example/catalog#${path.replace('.', '-')}`;
      const file = Buffer.from(await (await get(`/data/${path}`)).arrayBuffer());
      expect(objectOf(subject, 'http://www.w3.org/ns/dcat#byteSize')).toMatch(`"${file.length}"^^`);
      const checksum = objectOf(subject, 'http://spdx.org/rdf/terms#checksum')!;
      const hash = createHash('sha256').update(file).digest('hex');
      expect(objectOf(checksum, 'http://spdx.org/rdf/terms#checksumValue')).toMatch(`"${hash}"^^`);
    }
  });

  it('says which interfaces serve the datasets, and they answer', async () => {
    const all = fromTurtle(await hub.text('/catalog.ttl'));
    const objects = (subject: string | undefined, property: string) =>
      all
        .filter((one) => one.subject.value === subject && one.predicate.value.endsWith(property))
        .map(({ object }) => object.value);
    const services = objects('https://hub.example/catalog', 'dcat#service');
    expect(services.map((one) => objects(one, '#endpointURL')[0])).toEqual(
      ['data', 'graphql', 'ogc'].map((path) => `https://hub.example/${path}`),
    );
    for (const one of services) {
      expect(objects(one, '#servesDataset').length).toBeGreaterThan(2);
      for (const address of [...objects(one, '#endpointURL'), ...objects(one, '#endpointDescription')])
        expect((await get(address.replace('https://hub.example', ''), 'text/html')).status, address).toBe(
          200,
        );
    }
  });

  it('names the time that a dataset is about, and its fields and topics as keywords', async () => {
    const all = lines(fromTurtle(await hub.text('/catalog.ttl'))).join('\n');
    const rows = (await (await get('/data/projects.json?columns=period_start')).json()) as {
      period_start: string | null;
    }[];
    const first = rows.flatMap((row) => row.period_start ?? []).sort()[0]!;
    expect(all).toMatch(
      new RegExp(
        `catalog#projects-period http://www.w3.org/ns/dcat#startDate "${first}"\\^\\^.*(gYear|date)`,
      ),
    );
    for (const dataset of ['fields', 'topics'])
      for (const { name_de } of (await (await get(`/data/${dataset}.json`)).json()) as { name_de: string }[])
        expect(all).toContain(`catalog#projects http://www.w3.org/ns/dcat#keyword "${name_de}"@de`);
  });

  it('has full marks by the rules of the European portal, which the page of the data tells', async () => {
    const quads = fromTurtle(await hub.text('/catalog.ttl'));
    expect(qualityOf(quads)).toMatchObject({ points: 405, most: 405 });
    expect(await hub.text('/data?lang=en')).toContain('405 of 405 points');
    const dimensions = {
      temporal: 20,
      keyword: 30,
      license: 30,
      byteSize: 5,
      contactPoint: 20,
      downloadURL: 50,
    };
    for (const [property, points] of Object.entries(dimensions)) {
      const without = quads.filter(({ predicate }) => !new RegExp(`[/#]${property}$`).test(predicate.value));
      expect(qualityOf(without).points, property).toBe(405 - points);
    }
  });

  it('tells no size of a dataset that is too large to make it for that', async () => {
    const large = await openHub();
    await large.database.prisma.$executeRaw`
      INSERT INTO topic (slug, name_de, changed_revision, changed_at)
      SELECT 'topic-' || n, 'Thema ' || n, 1, now() FROM generate_series(1, 20001) n`;
    const all = lines(fromTurtle(await large.text('/catalog.ttl')));
    const sized = all.filter((one) => one.includes('dcat#byteSize')).map((one) => one.split(' ')[0]);
    expect(sized).toContain('https://hub.example/catalog#projects-csv');
    expect(sized).not.toContain('https://hub.example/catalog#topics-csv');
    expect(sized).not.toContain('https://hub.example/catalog#all-zip');
    await large.database.close();
  });

  it('names who publishes and whom to ask as the operator has said', async () => {
    const all = lines(fromTurtle(await hub.text('/catalog.ttl')));
    expect(all).toContain(
      'https://hub.example/catalog#publisher http://xmlns.com/foaf/0.1/name "Amt für „Prüfung“ & <Test>"^^http://www.w3.org/2001/XMLSchema#string',
    );
    expect(all).toContain(
      'https://hub.example/catalog#contact http://www.w3.org/2006/vcard/ns#hasEmail mailto:daten@hub.example',
    );
  });

  it('dates a dataset by its own revisions', async () => {
    const modified = async (name: string) =>
      lines(fromTurtle(await hub.text('/catalog.ttl'))).find((one) =>
        one.startsWith(`https://hub.example/catalog#${name} http://purl.org/dc/terms/modified`),
      );
    const before = [await modified('projects'), await modified('fields')];
    await changeRecords(hub.database, { projects: [{ slug: 'frelo-leihraeder', status: 'COMPLETED' }] });
    expect(await modified('projects')).not.toBe(before[0]);
    expect(await modified('fields')).toBe(before[1]);
  });

  it.each([
    [undefined, 'text/turtle'],
    ['*/*', 'text/turtle'],
    ['text/turtle', 'text/turtle'],
    ['application/ld+json', 'application/ld+json'],
    ['application/rdf+xml;q=0.9, text/turtle;q=0.5', 'application/rdf+xml'],
    ['application/json', 'application/ld+json'],
  ])('at /catalog is what the caller accepts: %s', async (accept, contentType) => {
    const response = await get('/catalog', accept);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(`${contentType}; charset=utf-8`);
    expect(response.headers.get('vary')).toMatch(/accept/i);
  });

  it('sends a person to the page of the data', async () => {
    const response = await get('/catalog', 'text/html,application/xhtml+xml,*/*;q=0.8');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/data']);
  });

  it('takes no parameter that would cut it', async () => {
    expect((await get('/catalog.ttl?field=e-akte')).status).toBe(400);
  });

  it('is 503 where it cannot be whole', async () => {
    await hub.database.prisma.$executeRaw`ALTER TABLE revision_change RENAME TO lost`;
    for (const form of ['ttl', 'jsonld', 'rdf']) {
      const response = await get(`/catalog.${form}`);
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '120']);
    }
    await hub.database.prisma.$executeRaw`ALTER TABLE lost RENAME TO revision_change`;
    expect((await get('/catalog.ttl')).status).toBe(200);
  });
});
