import { de as widget } from '../../../map-widget/model/texts/de.ts';

/** The words of the builder, in German. */
export const embedDe = {
  title: 'Karte einbetten',
  intro:
    'Stellen Sie die Karte für Ihre Website zusammen und kopieren Sie zwei Zeilen. Es entstehen keine Kosten.',
  any: 'alle',
  usual: 'wie üblich',
  options: { view: 'Ansicht', layer: 'Ebene', theme: 'Farben', height: 'Höhe der Karte', lang: 'Sprache' },
  optionValues: {
    both: 'Karte und Liste',
    map: 'nur Karte',
    list: 'nur Liste',
    ...widget.layers,
    light: 'hell',
    dark: 'dunkel',
    auto: 'wie beim Besucher eingestellt',
  },
  hide: 'Weglassen',
  parts: {
    title: 'Überschrift',
    search: 'Frage: Ihre Gemeinde, Ihr Thema',
    filters: 'Filter',
    layers: 'Ebenen und Ansicht',
    list: 'Liste',
    legend: 'Legende',
  },
  locked: 'Für Besucher fest eingestellt',
  show: 'Vorschau zeigen',
  preview: 'Vorschau',
  iframe: 'Als Rahmen (iframe): geht überall, auch ohne JavaScript',
  autoHeight: 'Dazu, wenn der Rahmen so hoch wie sein Inhalt sein soll',
  script: 'Als Element: fügt sich in Ihre Seite ein',
  copy: 'Kopieren',
  copied: 'Kopiert',
  privacyTitle: 'Für Ihre Datenschutzbeauftragte',
  privacy: (base: string) => [
    `Die Karte lädt nur von ${base}: das Programm der Karte, die Gemeindegrenzen und die Angaben, die sie zeigt. Dabei erfährt dieser Server wie bei jedem Abruf die IP-Adresse und die Angaben, die der Browser mitsendet.`,
    'Von niemandem sonst wird etwas geladen: keine Kartenkacheln, keine Schriften, keine Zählung. Nur wenn der Betreiber eine Hintergrundkarte anbietet, kann ein Besucher sie selbst einschalten; der Knopf nennt vorher, wen er anfragt.',
    'Es werden keine Cookies gesetzt und nichts im Browser gespeichert. Eine Einwilligung ist dafür nicht nötig.',
    'Die Liste zeigt alles, was die Karte zeigt, und geht mit Tastatur und Vorleseprogramm.',
  ],
};

export type EmbedTexts = typeof embedDe;
