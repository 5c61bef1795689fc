import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { rasterise } from '../../../api/publishing/pictures/rasterise.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  return () => hub.database.close();
});

const svg = async (path: string) => (await hub.get(path)).text();
const numbers = async (path: string) => (await hub.get(path)).json();
const between = (text: string, tag: string) =>
  [...text.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, inner]) => inner!);

describe('/map.svg', () => {
  it('says in words what it shows: title, counts, who has nothing yet', async () => {
    const picture = await svg('/map.svg?field=e-akte&status=COMPLETED&lang=en');
    expect(between(picture, 'title')).toEqual(['Digital paths in the Freiburg region']);
    const [description] = between(picture, 'desc');
    expect(description).toMatch(
      /^1 project in 1 municipality; Field of action: Introduction of electronic records; Status: completed\. Projects per municipality: Freiburg im Breisgau 1\. nobody yet: Au, Auggen, /,
    );
    expect(description!.split(', ')).toHaveLength(74);
  });

  it('has the counts, the legend and the sources of /map.json', async () => {
    const [picture, map] = await Promise.all([
      svg('/map.svg?district=08316'),
      numbers('/map.json?district=08316'),
    ]);
    const written = between(picture, 'text').join(' ');
    for (const line of map.attribution)
      for (const word of (line as string).split(' ')) expect(written).toContain(word);
    expect(written).toContain(`${map.total} Projekte in`);
    const [description] = between(picture, 'desc');
    for (const { name, kind, projects, outside } of map.municipalities)
      if (projects > 0 && kind !== 'LANDKREIS' && !outside)
        expect(description).toContain(`${name} ${projects}`);
    expect(between(picture, 'text')).toContain('Projekte je Gemeinde');
  });

  it('takes every colour from the design tokens, light and dark', async () => {
    const tokens = readFileSync('map-widget/tokens.css', 'utf8');
    for (const theme of ['light', 'dark']) {
      const used = new Set((await svg(`/map.svg?theme=${theme}`)).match(/#[0-9a-f]{6}/g));
      expect(used.size).toBeGreaterThan(8);
      for (const colour of used) expect(tokens).toContain(colour);
    }
    expect(await svg('/map.svg?theme=dark')).not.toBe(await svg('/map.svg'));
  });

  it.each([
    ['strategies', 'Stand der Strategie', 'in Umsetzung'],
    ['contacts', 'Wen man fragen kann', 'Ansprechstelle'],
    ['coverage', 'Projekt, Strategie, Ansprechstelle', 'alle drei'],
    ['freshness', 'Im letzten Jahr bestätigte Projekte', 'keines bestätigt'],
  ])('has the layer %s with its classes in legend, areas and words', async (layer, legend, label) => {
    const picture = await svg(`/map.svg?layer=${layer}`);
    expect(between(picture, 'text').join(' ')).toContain(legend);
    expect(between(picture, 'text')).toContain(label);
    expect(between(picture, 'desc')[0]).toMatch(new RegExp(`${legend}: .*${label}: .*Freiburg im Breisgau`));
    const patterns = [...picture.matchAll(/<pattern id="(\w+)"/g)].map(([, look]) => look);
    const used = [...picture.matchAll(/fill="url\(#(\w+)\)"/g)].map(([, look]) => look);
    expect(new Set(used)).toEqual(new Set(patterns));
    expect(used.length).toBe(75 + patterns.length);
  });

  it('needs nothing else: no script, no style, no address', async () => {
    const picture = await svg('/map.svg');
    expect(picture).not.toMatch(/<(script|style|image|use|a)\b|\sstyle=|\shref=|url\((?!#)/);
  });
});

describe('/map.png', () => {
  const size = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

  it('is the same picture in pixels, as wide as asked for', async () => {
    const response = await hub.get('/map.png?field=e-akte&width=600');
    expect(response.headers.get('content-type')).toBe('image/png');
    const png = Buffer.from(await response.arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(size(png)[0]).toBe(600);
    expect(png.equals(await rasterise(await svg('/map.svg?field=e-akte'), 600))).toBe(true);
  });

  it('has letters without any font of the system', async () => {
    const drawn = (text: string) =>
      rasterise(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><text y="20" font-family="system-ui, sans-serif">${text}</text></svg>`,
        90,
      );
    expect(await drawn('Müllheim')).not.toEqual(await drawn(''));
    expect(await drawn('ä')).not.toEqual(await drawn('ö'));
  });

  it.each([
    ['/map.png?width=99999', '?width: "99999" is not allowed; allowed are whole numbers from 300 to 2400.'],
    ['/map.png?theme=pink', '?theme: "pink" is not allowed; allowed are light, dark.'],
    [
      '/map.svg?layer=x',
      '?layer: "x" is not allowed; allowed are projects, strategies, contacts, coverage, freshness.',
    ],
    ['/map/locator.svg?municipality=Au', /^\?municipality: "Au" is not allowed/],
  ])('refuses %s', async (path, message) => {
    const response = await hub.get(path);
    expect(response.status).toBe(400);
    expect((await response.json()).error.message).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });
});

describe('/map/locator.svg', () => {
  it('fills the places it is asked for and names them', async () => {
    const none = await svg('/map/locator.svg');
    const two = await svg('/map/locator.svg?municipality=08316056&municipality=08315&lang=fr');
    expect(between(two, 'title')).toEqual([
      'Situation dans la région\u00a0: Waldkirch, Arrondissement de Breisgau-Hochschwarzwald',
    ]);
    expect(two.match(/<path/g)).toHaveLength(none.match(/<path/g)!.length + 2);
  });
});
