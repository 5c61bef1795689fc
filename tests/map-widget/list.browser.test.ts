import { describe, expect, it } from 'vitest';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();
const rows = () =>
  widget.page
    .locator('.lines > li > .row .name')
    .evaluateAll((names) => names.map(({ textContent }) => textContent));

describe('the list', () => {
  it('is by name as long as nothing is asked', async () => {
    await widget.open();
    await widget.row('Au').waitFor();
    expect(await rows()).toEqual(['Au', 'Buchenbach', 'Ebringen', 'Glottertal']);
  });

  it('has those first that have something, and the others behind one row that invites', async () => {
    await widget.open('field="e-akte"');
    await widget.row('Au').waitFor();
    expect(await rows()).toEqual(['Au', 'Buchenbach']);
    await widget.page
      .getByRole('button', { name: '2 Gemeinden ohne Eintrag: machen Sie den Anfang?' })
      .click();
    expect(await rows()).toEqual(['Au', 'Buchenbach', 'Ebringen', 'Glottertal']);
    expect(await widget.focused()).toMatch(/^Ebringen/);
  });

  it('opens the fold for a municipality that the map opens', async () => {
    await widget.open('field="e-akte"');
    await widget.square('Ebringen').click();
    await widget.page.locator('.row[aria-current]').waitFor();
    expect(await rows()).toContain('Ebringen');
  });

  it('is by distance from the municipality that asks', async () => {
    await widget.page.route('**/map.json*', async (route) => {
      const data = await (await route.fetch()).json();
      for (const row of data.municipalities)
        if (row.kind === 'GEMEINDE') row.km = 10 - Number(row.ags.slice(-1));
      await route.fulfill({ json: data, headers: { 'access-control-allow-origin': '*' } });
    });
    await widget.open('home="00000004"');
    await widget.row('Au').waitFor();
    expect((await rows()).map((name) => name?.replace(/\d.*/, ''))).toEqual([
      'Glottertal',
      'Ebringen',
      'Buchenbach',
      'Au',
    ]);
    expect(widget.mapQueries()[0]).toContain('home=00000004');
  });

  it('lists contacts in the layer of contacts, with their mail', async () => {
    await widget.open('layer="contacts"');
    await widget.page.getByRole('button', { name: 'Ansprechstellen 3' }).waitFor();
    const lines = widget.page.locator('.lines > .contact');
    expect(await lines.first().innerText()).toMatch(/Gemeinde Au\s+Hauptamt\s+amt@au.example/);
    expect(await lines.nth(1).innerText()).toMatch(/Rathaus\s+Hauptamt, Buchenbach/);
    await widget.page.getByRole('button', { name: 'Projekte', exact: true }).click();
    await widget.row('Au').waitFor();
  });
});
