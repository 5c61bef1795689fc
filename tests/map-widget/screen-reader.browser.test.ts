import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { useWidgetPage } from './widget-page.ts';

const widget = useWidgetPage();
const { open, row, square } = widget;

/** The virtual screen reader as a script for the page, where it is `reader`. */
let script = '';
beforeAll(async () => {
  const entry = fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader'));
  const lib = { entry, formats: ['iife' as const], name: 'reader', fileName: () => 'reader.js' };
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"test"' },
    build: { write: false, lib },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !('output' in bundle)) throw new Error('Vite answered with a watcher, expected a bundle');
  script = bundle.output[0].code;
});

/** What a screen reader says on its way through a part of the widget, without the words for paragraphs and ends. */
async function read(part: string): Promise<string[]> {
  await widget.page.evaluate(`${script}; window.reader = reader`);
  return widget.page.locator(part).evaluate(async (container) => {
    const { virtual } = (window as never as { reader: typeof import('@guidepup/virtual-screen-reader') })
      .reader;
    await virtual.start({ container: container as HTMLElement });
    const first = await virtual.lastSpokenPhrase();
    const heard = [first];
    for (;;) {
      await virtual.next();
      const phrase = await virtual.lastSpokenPhrase();
      if (phrase === first) break;
      const structure = /^(end of |paragraph$|list$|listitem)/.test(phrase);
      // A link says its name, and its text after it.
      if (!structure && !heard.at(-1)!.includes(phrase)) heard.push(phrase);
    }
    await virtual.stop();
    return heard;
  });
}

describe('a screen reader', () => {
  test('reads the list: its tabs, the region, the Landkreis, and each municipality with all counts in words', async () => {
    await open();
    await square('Au').waitFor();
    expect(await read('.list')).toEqual([
      'region, Liste',
      'group, Liste',
      'button, Gemeinden 4, pressed',
      'button, Projekte 4, not pressed',
      'link, Ganze Region, 1 Projekt',
      'link, Landkreis Quadrate, 1 Projekt, 1 Ansprechstelle',
      'link, Au, 2 Projekte, 1 Strategie, 1 Ansprechstelle',
      'link, Buchenbach, 1 Projekt, 1 Ansprechstelle',
      'link, Ebringen, noch niemand, 1 Ansprechstelle',
      'link, Glottertal, noch niemand',
    ]);
  });

  test('reads the panel of a municipality from its name to the way onward', async () => {
    await open();
    await row('Au').click();
    await widget.page.locator('.panel .onward').first().waitFor();
    expect(await read('.panel')).toEqual([
      'region, Einzelheiten',
      'heading, Au, level 3',
      'button, Schließen',
      'Gemeinde · Landkreis Quadrate · 2.000 Einwohnerinnen und Einwohner',
      'heading, Projekte 2, level 4',
      '1 von 2 Projekten im letzten Jahr bestätigt',
      'link, Projekt akte',
      'Au, Buchenbach · läuft',
      'link, Projekt amt',
      'Au · geplant',
      'heading, Strategien 1, level 4',
      'link, Strategie Au',
      'beschlossen: 2021',
      'heading, Ansprechstellen 1, level 4',
      'link, Gemeinde Au',
      'Hauptamt',
      'link, 07684 9102-0',
      'link, amt@example.org',
      'link, Alles zu Au',
      'link, Änderungen abonnieren (Atom)',
      'link, Etwas melden oder ergänzen',
    ]);
  });
});
