import { describe, expect, test } from 'vitest';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();
const { open, row, square, figure, focused } = widget;

describe('<digitale-wege-map>', () => {
  test('says the counts in words, in the summary, the list and the map', async () => {
    await open();
    await square('Au').waitFor();
    expect(await figure()).toBe('4 Projekte in 2 Gemeinden');
    const words = 'Au, 2 Projekte, 1 Strategie, 1 Ansprechstelle';
    expect(await row('Au').locator('.unseen').textContent()).toBe(words);
    expect(await square('Au').getAttribute('aria-label')).toBe(words);
    expect(await widget.page.locator('.attribution').textContent()).toBe('Grenzen: © Amt für Quadrate');
  });

  test('a click on the map opens the panel with real links, and marks the list', async () => {
    await open();
    await square('Au').click();
    await widget.page.getByRole('link', { name: 'Alles zu Au' }).waitFor();
    const links = await widget.page
      .locator('.panel a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const { origin } = widget.hub;
    expect(links).toEqual([
      `${origin}/projects/akte`,
      `${origin}/projects/amt`,
      `${origin}/strategies/s`,
      `${origin}/contacts/c`,
      'tel:0768491020',
      'mailto:amt@example.org',
      `${origin}/municipalities/00000001`,
      `${origin}/feeds/projects.atom?municipality=00000001`,
      `mailto:amt@example.org?subject=Au&body=${encodeURIComponent(`${origin}/municipalities/00000001\n\n`)}`,
    ]);
    expect(await row('Au').getAttribute('aria-current')).toBe('true');
    expect(await row('Au').getAttribute('href')).toBe(`${origin}/municipalities/00000001`);
  });

  test('a project says who takes part, whom to call, how far it is, where it is written and whether it is confirmed', async () => {
    await open();
    await row('Au').click();
    const panel = widget.page.locator('.panel');
    await panel.getByRole('link', { name: 'Projekt akte' }).click();
    await panel.getByRole('link', { name: 'Alles zu Projekt akte' }).waitFor();
    const facts = await panel.locator('dt, dd').allTextContents();
    expect(facts).toEqual([
      ...['Stand', 'läuft', 'Zeitraum', 'Beginn: Juli 2016', 'Handlungsfelder', 'E-Akte'],
      ...['Nachnutzung', 'ja, gern '],
      ...['Quelle', 'au.example (Januar 2026)', 'Zuletzt bestätigt', 'Juni 2026'],
    ]);
    const groups = await panel
      .locator('.group')
      .evaluateAll((all) =>
        all.map((group) => [
          group.querySelector('h4')!.textContent,
          ...[...group.querySelectorAll('li > *')].map((line) => line.textContent),
        ]),
      );
    expect(groups).toEqual([
      ['Wen rufe ich an? 1', 'Gemeinde Au07684 9102-0amt@example.org', 'Ansprechstelle des Projekts'],
      ['Beteiligte 2', 'Au', ' (federführend)', 'Buchenbach'],
    ]);
    await panel.getByRole('button', { name: 'Zurück zu Au' }).click();
    expect(await focused()).toBe('Au');
  });

  test('a joint project marks all its municipalities, one of a Landkreis or of the region all of theirs', async () => {
    await open();
    await square('Au').waitFor();
    const ring = () =>
      widget.page
        .locator('path.mark')
        .first()
        .evaluate((path) => {
          const { x, y, width, height } = (path as SVGPathElement).getBBox();
          return [x, y, width, height].map(Math.round);
        });
    const box = async (...names: string[]) => {
      const boxes = await Promise.all(
        names.map((name) =>
          square(name).evaluate((path) => {
            const { x, y, width, height } = (path as SVGPathElement).getBBox();
            return { left: x, top: y, right: x + width, bottom: y + height };
          }),
        ),
      );
      const [left, top] = [
        Math.min(...boxes.map((one) => one.left)),
        Math.min(...boxes.map((one) => one.top)),
      ];
      const [right, bottom] = [
        Math.max(...boxes.map((one) => one.right)),
        Math.max(...boxes.map((one) => one.bottom)),
      ];
      return [left, top, right - left, bottom - top].map(Math.round);
    };
    await widget.page.getByRole('button', { name: 'Projekte 4' }).click();
    await row('Projekt akte').click();
    await widget.page.locator('.panel dl').waitFor();
    expect(await ring()).toEqual(await box('Au', 'Buchenbach'));
    const all = await box('Au', 'Buchenbach', 'Ebringen', 'Glottertal');
    for (const name of ['Projekt netz', 'Projekt kreis']) {
      await row(name).click();
      await widget.page.getByRole('heading', { name }).waitFor();
      expect(await ring()).toEqual(all);
    }
    expect(await square('Au').isVisible()).toBe(true);
  });

  test('a municipality reads who can help it and why, with whom to call, and goes there', async () => {
    await open();
    await row('Ebringen').click();
    const peers = widget.page.locator('.panel .group').filter({ hasText: 'Wer kann uns helfen?' });
    await peers.waitFor();
    expect(await peers.locator('.facts, .who, .why').allTextContents()).toEqual([
      'Nachbargemeinde',
      'Gemeinde Au',
      'Rathaus von Au',
    ]);
    expect(await peers.getByRole('link', { name: '07684 9102-0' }).getAttribute('href')).toBe(
      'tel:+497684910200',
    );
    await peers.getByRole('link', { name: 'Au', exact: true }).click();
    await widget.page.getByRole('heading', { name: 'Au', exact: true }).waitFor();
  });

  test.each([
    ['de', 'beschlossen: 2021'],
    ['en', 'adopted: 2021'],
    ['fr', 'adoptée\u00a0: 2021'],
  ])('a strategy says once that it was adopted, in %s', async (lang, words) => {
    await open('municipality="00000001"', lang);
    expect(await widget.page.locator('.strategy .facts').textContent()).toBe(words);
  });

  test.each([
    ['projects', '1'],
    ['freshness', '0/1'],
    ['strategies', ''],
    ['contacts', ''],
    ['coverage', ''],
  ])('in the layer of %s the row of the whole region counts nothing else', async (layer, figure) => {
    await open(`layer="${layer}"`);
    await square('Au').waitFor();
    if (layer === 'contacts') await widget.page.getByRole('button', { name: /^Gemeinden \d/ }).click();
    const counted = row('Ganze Region').locator('.figure-of');
    await row('Ganze Region').waitFor();
    expect((await counted.allTextContents()).join()).toBe(figure);
  });

  test('a summary of another language than the widget says so', async () => {
    await open('lang="fr" project="akte"');
    const summary = widget.page.locator('.panel .text');
    await summary.waitFor();
    expect(await summary.getAttribute('lang')).toBe('de');
    await open('project="akte"');
    await summary.waitFor();
    expect(await summary.getAttribute('lang')).toBeNull();
  });

  test('projects of the whole region and of a Landkreis are in the list', async () => {
    await open();
    await row('Ganze Region, 1 Projekt').click();
    await widget.page.locator('.panel').getByRole('link', { name: 'Projekt netz' }).waitFor();
    await row('Landkreis Quadrate').click();
    await widget.page.locator('.panel').getByRole('link', { name: 'Projekt kreis' }).waitFor();
  });

  test('meets a strict policy and asks for the first view four times at most', async () => {
    await open();
    await square('Au').waitFor();
    expect(widget.requests.filter((url) => !url.endsWith('favicon.ico'))).toEqual([
      expect.stringMatching(`^${widget.hub.page}/`),
      `${widget.hub.origin}/map.js`,
      `${widget.hub.origin}/map.json?lang=de`,
      `${widget.hub.origin}/map/boundaries-1.json`,
    ]);
    expect(widget.complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  test('says that the hub is out of reach, tries again by itself and when asked', async () => {
    widget.hub.reachable = false;
    await widget.standStill();
    await open();
    await widget.page.getByRole('alert').getByText('Die Angaben konnten nicht geladen werden.').waitFor();
    const second = widget.page.waitForResponse((response) => response.status() === 503);
    await widget.page.clock.runFor(2000);
    await second;
    widget.hub.reachable = true;
    await widget.page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await widget.page.getByText('4 Projekte in 2 Gemeinden').waitFor();
    expect(await widget.page.getByRole('alert').count()).toBe(0);
  });

  test('a record out of reach says so in its panel, while the list stands; trying again fills it', async () => {
    await widget.standStill();
    await open();
    await square('Au').waitFor();
    widget.hub.reachable = false;
    await row('Au').click();
    await widget.page.locator('.panel').getByRole('alert').waitFor();
    expect(await row('Glottertal').isVisible()).toBe(true);
    widget.hub.reachable = true;
    await widget.page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await widget.page.getByRole('link', { name: 'Alles zu Au' }).waitFor();
    expect(await widget.page.getByRole('alert').isVisible()).toBe(false);
  });

  test('each attribute is a property, and each change of one is seen', async () => {
    await open();
    await square('Au').waitFor();
    const attributes = await widget.page.locator('digitale-wege-map').evaluate((map) => {
      const element = map as HTMLElement & Record<string, string | null>;
      const names = ['field', 'topic', 'status', 'district', 'sizeClass', 'near', 'km', 'text'];
      for (const name of [...names, 'municipality', 'project', 'view', 'layer', 'locked', 'theme', 'height'])
        element[name] = '1';
      const given = [...element.attributes]
        .filter(({ name }) => name !== 'style')
        .map(({ name, value }) => `${name}=${value}`);
      for (const { name } of [...element.attributes]) element.removeAttribute(name);
      return [given, names.map((name) => element[name])];
    });
    expect(attributes).toEqual([
      ['field', 'topic', 'status', 'district', 'size-class', 'near', 'km', 'text', 'municipality', 'project']
        .concat(['view', 'layer', 'locked', 'theme', 'height'])
        .map((name) => `${name}=1`),
      ['', '', '', '', '', '', '', ''],
    ]);
  });

  test('events tell the page what is ready, filtered and opened', async () => {
    await widget.page.addInitScript(() => {
      const told: [string, unknown][] = [];
      Object.assign(globalThis, { told });
      for (const name of ['dw-ready', 'dw-select', 'dw-filter', 'dw-error'])
        addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]));
    });
    await open('lang="en" field="e-akte" municipality="00000002"');
    await widget.page.getByText('2 projects in 2 municipalities').waitFor();
    await widget.page.getByRole('heading', { name: 'Buchenbach' }).waitFor();
    await row('Au').click();
    await widget.page.getByRole('button', { name: 'Clear all filters' }).click();
    await widget.page.getByText('4 projects in 2 municipalities').waitFor();
    expect(await widget.page.evaluate('told')).toEqual([
      ['dw-ready', { revision: 1, total: 2 }],
      [
        'dw-select',
        {
          municipality: '00000001',
          project: null,
          name: 'Au',
          url: `${widget.hub.origin}/municipalities/00000001`,
        },
      ],
      ['dw-filter', { filters: {}, total: 4 }],
    ]);
  });

  test('a base map is asked for only when the visitor presses the button that names its host', async () => {
    widget.expectStranger('https://tiles.example/');
    await widget.page.route('https://tiles.example/**', (route) => route.fulfill({ status: 204 }));
    await open();
    await square('Au').waitFor();
    const tiles = () => widget.requests.filter((url) => url.startsWith('https://tiles.example'));
    const button = widget.page.getByRole('button', { name: /tiles\.example/ });
    await button.waitFor();
    expect(tiles()).toEqual([]);
    const asked = widget.page.waitForRequest(/tiles\.example/);
    await button.click();
    await asked;
    await widget.page.getByText('© Amt für Kacheln').waitFor();
    await widget.page.getByRole('button', { name: 'Hintergrundkarte ausblenden' }).click();
    expect(await widget.page.locator('.leaflet-tile').count()).toBe(0);
  });
});

test('a map that is there stays where newer boundaries cannot be had', async () => {
  await widget.open();
  await widget.square('Au').waitFor();
  await widget.page.route(/\/map\.json\?.*field=/, async (route) => {
    const data = await (await route.fetch()).json();
    await route.fulfill({ json: { ...data, boundaries: '/map/boundaries-2.json' } });
  });
  await widget.page.getByRole('button', { name: /^E-Akte/ }).click();
  await widget.page.getByText('Die Karte konnte nicht geladen werden.').waitFor();
  expect(await widget.page.locator('.map').getByRole('button').count()).toBe(4);
});
