import { describe, expect, test } from 'vitest';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();
const { open, row, square, figure } = widget;
const shows = (text: string) => widget.page.locator('.summary').getByText(text).waitFor();
const names = () => widget.page.locator('.list .row .name').allTextContents();
const attribute = (name: string) => widget.page.locator('digitale-wege-map').getAttribute(name);

describe('filters', () => {
  test('a chosen field changes the counts everywhere, and choosing it again lets go', async () => {
    await open();
    const chip = widget.page.getByRole('button', { name: 'E-Akte 2' });
    await chip.click();
    await shows('2 Projekte in 2 Gemeinden');
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    expect(await attribute('field')).toBe('e-akte');
    expect(await row('Au').locator('.unseen').textContent()).toContain('1 Projekt,');
    expect(await square('Au').getAttribute('aria-label')).toContain('1 Projekt,');
    await chip.click();
    await shows('4 Projekte in 2 Gemeinden');
    expect(await attribute('field')).toBeNull();
  });

  test('are sent to the hub under its own names, and one press on reset lets go of all', async () => {
    await open();
    await square('Au').waitFor();
    await widget.page.getByText('Weitere Filter').click();
    await widget.page.getByLabel('Stand').selectOption({ label: 'läuft (3)' });
    await shows('3 Projekte');
    await widget.page.getByLabel('Größe der Gemeinde').selectOption('BELOW_5000');
    await widget.page.getByLabel('Kreis').selectOption({ label: 'Landkreis Quadrate (3)' });
    await widget.page.getByLabel('In der Nähe von').selectOption({ label: 'Au' });
    await widget.page.getByLabel('Umkreis').selectOption('30');
    await widget.page.getByText('Umkreis: 30 km').waitFor();
    expect(widget.mapQueries().at(-1)).toBe(
      'status=RUNNING&district=00000&sizeClass=BELOW_5000&near=00000001&km=30',
    );
    expect(await names()).not.toContain('Glottertal');
    expect(await square('Glottertal').count()).toBe(0);
    const asked = widget.mapQueries().length;
    await widget.page.getByRole('button', { name: 'Alle Filter aufheben' }).click();
    await shows('4 Projekte in 2 Gemeinden');
    expect(widget.mapQueries().slice(asked)).toEqual(['']);
    expect(await widget.page.getByRole('button', { name: 'Alle Filter aufheben' }).count()).toBe(0);
  });

  test('text is searched while typing, by the hub, and what is typed stays', async () => {
    await open();
    await square('Au').waitFor();
    await widget.page.getByLabel('Suchen').pressSequentially('akte');
    await shows('1 Projekt in 2 Gemeinden');
    expect(await widget.page.getByLabel('Suchen').inputValue()).toBe('akte');
    expect(await names()).toEqual(['Projekt akte']);
    // Slow fingers let the hub be asked for less before.
    await expect.poll(() => widget.mapQueries().at(-1)).toBe('text=akte');
  });

  test('a searched name leaves its municipality, however its umlauts are spelt', async () => {
    await open('text="aeu"');
    await square('Au').waitFor();
    await widget.page
      .locator('.list')
      .getByRole('button', { name: /^Gemeinden/ })
      .click();
    expect(await names()).toEqual(['Ganze Region', 'Landkreis Quadrate', 'Au']);
    expect(await square('Buchenbach').count()).toBe(0);
  });

  test('each row says how far it is from the place that is near', async () => {
    await open(`near="00000001"`);
    await square('Ebringen').waitFor();
    expect(await row('Ebringen').locator('.unseen').textContent()).toMatch(/^Ebringen, 3 km, /);
    expect(await row('Buchenbach').locator('.distance').textContent()).toBe('1,5 km');
    expect(await row('Au').locator('.distance').count()).toBe(0);
  });

  test('several fields can be chosen, and each be let go of', async () => {
    await open('field="digilab"');
    const chip = widget.page.locator('.chip', { hasText: 'E-Akte' });
    await chip.click();
    expect(await attribute('field')).toBe('digilab e-akte');
    await expect.poll(() => widget.mapQueries().at(-1)).toBe('field=digilab&field=e-akte');
    await chip.click();
    expect(await attribute('field')).toBe('digilab');
  });

  test('an empty result says what was asked, and offers the questions that are one filter wider', async () => {
    await open('status="COMPLETED" text="akte"');
    const empty = widget.page.locator('.empty');
    await empty.waitFor();
    expect(await empty.locator('.message').textContent()).toBe(
      'Kein Projekt passt zu allem zugleich: Stand: abgeschlossen · Suchen: „akte“.',
    );
    expect(await empty.getByRole('button').allTextContents()).toEqual([
      'Ohne „Stand: abgeschlossen“: 1 Projekt',
    ]);
    await empty.getByRole('button').click();
    await shows('1 Projekt in 2 Gemeinden');
    expect(await empty.isVisible()).toBe(false);
  });
});

test('a filter without a control is asked for, said in the words of the hub, and let go of unless it is locked', async () => {
  await open('filter="regionWide=true"');
  await widget.page.locator('.summary').getByText('Für die ganze Region: ja').waitFor();
  expect(widget.mapQueries()).toEqual(['regionWide=true']);
  await widget.page.getByRole('button', { name: 'Alle Filter aufheben' }).click();
  await expect.poll(() => widget.mapQueries().at(-1)).toBe('');
  await open('filter="regionWide=true" locked="filter"');
  await widget.page.locator('.fixed').getByText('Für die ganze Region: ja').waitFor();
  expect(await widget.page.getByRole('button', { name: 'Alle Filter aufheben' }).count()).toBe(0);
});

describe('layers', () => {
  test.each([
    [
      'strategies',
      '1 von 4 Gemeinden mit Strategie',
      ['beschlossen 1 Gemeinde', 'noch keine Strategie 3 Gemeinden'],
    ],
    [
      'contacts',
      '3 von 4 Gemeinden mit Ansprechstelle',
      [
        'aktive Personen oder Stellen 1 Gemeinde',
        'Ansprechstelle 2 Gemeinden',
        'noch keine Ansprechstelle 1 Gemeinde',
      ],
    ],
    [
      'coverage',
      '3 von 4 Gemeinden sind dabei',
      ['alle drei 1 Gemeinde', 'zwei davon 1 Gemeinde', 'eines davon 1 Gemeinde'].concat(
        'noch niemand: machen Sie den Anfang? 1 Gemeinde',
      ),
    ],
    [
      'freshness',
      '1 von 4 Projekten im letzten Jahr bestätigt',
      ['alle bestätigt 1 Gemeinde', 'einige bestätigt 1 Gemeinde', 'noch kein Projekt 2 Gemeinden'],
    ],
  ])('%s says its message and counts its classes', async (layer, message, legend) => {
    await open(`layer="${layer}"`);
    await square('Au').waitFor();
    expect(await figure()).toBe(message);
    expect(await widget.page.locator('.legend-class').allTextContents()).toEqual(legend);
  });

  test.each([
    ['projects', 'Glottertal, noch niemand', 'Ebringen, noch niemand, 1 Ansprechstelle'],
    ['strategies', 'Glottertal, noch keine Strategie', 'Ebringen, noch keine Strategie, 1 Ansprechstelle'],
    ['contacts', 'Glottertal, noch keine Ansprechstelle', 'Ebringen, 1 Ansprechstelle, Ansprechstelle'],
    ['coverage', 'Glottertal, noch niemand', 'Ebringen, 1 Ansprechstelle, eines davon'],
    ['freshness', 'Glottertal, noch kein Projekt', 'Ebringen, noch kein Projekt, 1 Ansprechstelle'],
  ])('in %s a row without any says what there is none of', async (layer, none, other) => {
    await open(`layer="${layer}"`);
    await square('Au').waitFor();
    // This layer lists contacts first.
    if (layer === 'contacts') await widget.page.getByRole('button', { name: /^Gemeinden \d/ }).click();
    const spoken = (name: string) => row(name).locator('.unseen').textContent();
    expect([await spoken('Glottertal'), await spoken('Ebringen')]).toEqual([none, other]);
    expect(await row('Glottertal').locator('.nobody').textContent()).toBe(none.split(', ')[1]);
  });

  test('each class has a fill of its own, told apart by its texture as well', async () => {
    await open('layer="coverage"');
    await square('Au').waitFor();
    const fills = await widget.page
      .locator('.map [role=button]')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('fill')));
    expect(fills).toEqual(['url(#map-a5)', 'url(#map-a3)', 'url(#map-a1)', 'url(#map-none)']);
    const textures = await widget.page
      .locator('.map pattern')
      .evaluateAll((all) => all.map((one) => [one.id, one.querySelector('path')?.getAttribute('d') ?? '']));
    const steps = textures.filter(([id]) => id!.startsWith('map-a')).map(([, texture]) => texture);
    // The lightest and the darkest are plain, and the lightest of them is paper.
    expect(new Set(steps.slice(1)).size).toBe(4);
  });

  test('a class of the legend is a filter of map and list, and reset ends it', async () => {
    await open();
    await widget.page.getByRole('button', { name: '2 1 Gemeinde', exact: true }).click();
    await shows('2 Projekte in 1 Gemeinde');
    expect(await names()).toEqual(['Au']);
    expect(await widget.page.locator('.map [role=button]:not([aria-hidden])').count()).toBe(1);
    await widget.page.getByRole('button', { name: 'Alle Filter aufheben' }).click();
    await shows('4 Projekte in 2 Gemeinden');
  });

  test('the view is map, list or both; a list alone asks for no boundaries', async () => {
    await open('view="list"');
    await row('Au').waitFor();
    expect(await widget.page.locator('.map').isVisible()).toBe(false);
    expect(widget.hub.asked.filter((path) => path.includes('boundaries'))).toEqual([]);
    await widget.page.getByRole('button', { name: 'Karte', exact: true }).click();
    await square('Au').waitFor();
    expect(await row('Au').count()).toBe(0);
    expect(await attribute('view')).toBe('map');
  });
});

describe('locked', () => {
  test('a filter has no control, survives reset, and is in every question to the hub', async () => {
    await open('field="e-akte" locked="field"');
    await square('Au').waitFor();
    expect(await widget.page.locator('.fixed').textContent()).toBe(
      'Diese Karte zeigt nur: Handlungsfeld: E-Akte',
    );
    expect(await widget.page.getByRole('group', { name: 'Handlungsfeld' }).count()).toBe(0);
    await widget.page.getByLabel('Suchen').fill('projekt');
    await shows('2 Projekte');
    await widget.page.getByRole('button', { name: 'Alle Filter aufheben' }).click();
    await row('Au').click();
    await widget.page.getByRole('link', { name: 'Alles zu Au' }).waitFor();
    expect(await widget.page.locator('.panel .group').first().locator('li a').allTextContents()).toEqual([
      'Projekt akte',
    ]);
    expect(widget.mapQueries()).toEqual(['field=e-akte', 'field=e-akte&text=projekt', 'field=e-akte']);
    expect(widget.hub.asked.at(-1)).toBe('/municipalities/00000001.json?field=e-akte&lang=de');
  });

  test('an empty result never offers to leave a locked filter', async () => {
    await open('field="e-akte" status="PLANNED" locked="field"');
    const empty = widget.page.locator('.empty');
    await empty.waitFor();
    expect(await empty.getByRole('button').allTextContents()).toEqual(['Ohne „Stand: geplant“: 2 Projekte']);
  });

  test('every filter, the layer and the view lose their controls', async () => {
    await open('locked="home field topic status district size-class near km text layer view"');
    await square('Au').waitFor();
    expect(await widget.page.locator('.filters').getByRole('button').count()).toBe(0);
    expect(await widget.page.locator('input:visible, select:visible, summary:visible').count()).toBe(0);
    expect(await widget.page.locator('.switches button').count()).toBe(0);
  });

  test('a municipality shows its projects alone, stays open, and leads to no other one', async () => {
    await open('municipality="00000001" locked="municipality"');
    await widget.page.getByRole('link', { name: 'Alles zu Au' }).waitFor();
    expect(widget.mapQueries()).toEqual(['municipality=00000001']);
    expect(await widget.page.locator('.panel').getByRole('button', { name: 'Schließen' }).count()).toBe(0);
    expect(await widget.page.locator('.map [role=button]:not([aria-hidden])').count()).toBe(1);
    expect(await names()).toEqual(['Au']);
    await widget.page.locator('.panel').getByRole('link', { name: 'Projekt akte' }).click();
    await widget.page.locator('.panel dl').waitFor();
    expect(await widget.page.locator('.panel .group li a').allTextContents()).toEqual([
      ...['Gemeinde Au', '07684 9102-0', 'amt@example.org'],
      'Au',
    ]);
    await widget.page.keyboard.press('Escape');
    await widget.page.keyboard.press('Escape');
    expect(await attribute('municipality')).toBe('00000001');
    expect(await widget.page.getByRole('heading', { name: 'Au', exact: true }).isVisible()).toBe(true);
  });

  test('the whole region shows what is for all of it alone', async () => {
    await open('municipality="region" locked="municipality"');
    await widget.page.locator('.panel').getByRole('link', { name: 'Projekt netz' }).waitFor();
    expect(widget.mapQueries()).toEqual(['regionWide=true']);
    expect(await widget.page.locator('.map [role=button]:not([aria-hidden])').count()).toBe(0);
    expect(await widget.page.locator('.figure').textContent()).toBe('1 Projekt für die ganze Region');
    expect(await widget.page.locator('.fixed').textContent()).toBe('Diese Karte zeigt nur: Ganze Region');
    // No place can be shown, so nothing asks or answers for places.
    expect(await widget.page.locator('.list .tab').allTextContents()).toEqual(['Projekte 1']);
    expect(await widget.page.locator('.list .row').count()).toBe(1);
    expect(await widget.page.locator('.switch.layer').count()).toBe(0);
    expect(await widget.page.locator('.legend').textContent()).toBe('');
    await widget.page.keyboard.press('Escape');
    expect(await attribute('municipality')).toBe('region');
  });
});
