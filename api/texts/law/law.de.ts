import type { LawFacts, LawSection } from './law-facts.ts';

/** Imprint, privacy and accessibility in German. */
export const lawDe = {
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  accessibility: 'Barrierefreiheit',
  accessibilityTitle: 'Erklärung zur Barrierefreiheit',
  easyLanguage: 'Leichte Sprache',
  signLanguage: 'Gebärdensprache (DGS)',
  legal: 'Rechtliches',
  notYet: 'Hier fehlt noch etwas',
  missing: (names: string) =>
    `Wer diese Seite betreibt, hat noch nicht angegeben, wer er ist. Solange das fehlt, darf sie nicht öffentlich angeboten werden. Einzutragen ist es in den Einstellungen: ${names}.`,
  provider: 'Diese Seite bietet an (§\u00a05 DDG)',
  representative: 'Vertreten durch',
  address: 'Anschrift',
  email: 'E-Mail',
  phone: 'Telefon',
  controller: 'Verantwortlich für die Verarbeitung',
  officer: 'Datenschutzbeauftragte Stelle',
  noOfficer:
    'Eine datenschutzbeauftragte Stelle ist nicht angegeben; wenden Sie sich an den Verantwortlichen.',
  notTold: 'nicht angegeben',
  mistakes: 'Etwas stimmt nicht oder fehlt?',
  reportTo: 'Fehler, Ergänzungen und neue Vorhaben melden Sie an',
  noReport: 'Eine Adresse für Fehlermeldungen ist nicht eingerichtet.',
  noFeedback: 'Eine Adresse für Rückmeldungen ist nicht eingerichtet.',
  contents: 'Inhalte und Lizenzen',
  contentsText: (licence: string) => [
    `Die Angaben des Verzeichnisses stehen unter der Lizenz „${licence}“. Zu jedem Eintrag steht, aus welcher Quelle er stammt.`,
    'Das Programm ist freie Software unter der EUPL 1.2.',
    'Für Seiten anderer, auf die ein Eintrag verweist, sind deren Betreiber verantwortlich.',
  ],
  authority: 'Aufsichtsbehörde',
  embedText: 'Text für Ihre Datenschutzerklärung',
  privacySections: ({ operator, host, logDays, tiles }: LawFacts): LawSection[] => [
    {
      heading: 'Was beim Aufruf einer Seite geschieht',
      paragraphs: [
        `Um zu antworten, verarbeitet ${host} Ihre IP-Adresse, die abgerufene Adresse und das, was Ihr Browser mitsendet. Ein Zugriffsprotokoll führt dieser Hub nicht. In sein Betriebsprotokoll schreibt er, wann er startet und endet, und bei einem Fehler die abgerufene Adresse, nicht die IP-Adresse.`,
        logDays === null
          ? 'Wie lange Protokolle aufbewahrt werden, auch die eines vorgeschalteten Servers, hat der Betreiber nicht angegeben.'
          : `Protokolle, auch die eines vorgeschalteten Servers, werden nach ${logDays} Tagen gelöscht.`,
        'Rechtsgrundlage ist bei öffentlichen Stellen Art. 6 Abs. 1 Buchst. e DSGVO (öffentliche Aufgabe), sonst Buchst. f (berechtigtes Interesse am sicheren Betrieb).',
      ],
    },
    {
      heading: 'Keine Cookies, keine Zählung, niemand sonst',
      paragraphs: [
        'Wer liest, bekommt kein Cookie, und im Browser wird nichts gespeichert. Eine Einwilligung ist deshalb nicht nötig. Nur wer sich zur Pflege des Verzeichnisses anmeldet, erhält ein technisch nötiges Cookie.',
        tiles
          ? `Alles kommt von ${host}: keine Schriften, keine Zählung, keine Werbung von anderen. Nur wenn Sie die Hintergrundkarte selbst einschalten, lädt Ihr Browser Bilder von ${tiles}; der Knopf nennt das vorher.`
          : `Alles kommt von ${host}: keine Kartenkacheln, keine Schriften, keine Zählung, keine Werbung von anderen.`,
        'Was Sie suchen, steht in der Adresse der Seite. Es wird nicht gesammelt und keiner Person zugeordnet.',
      ],
    },
    {
      heading: 'Personen im Verzeichnis',
      paragraphs: [
        'Das Verzeichnis nennt Ämter und Stellen mit ihren öffentlichen Adressen. Eine Person steht nur dort, wenn sie eingewilligt hat (Art. 6 Abs. 1 Buchst. a DSGVO); jede Einwilligung hat ein Datum, bis zu dem sie überprüft sein muss, und danach verschwindet der Eintrag von selbst.',
        'Wer eine Einwilligung zurücknimmt, wird gelöscht: aus dem Verzeichnis, aus seiner Geschichte und aus den Dateien zum Herunterladen.',
      ],
    },
    {
      heading: 'Wenn Sie uns schreiben',
      paragraphs: [
        'Was Sie uns mitteilen, verwenden wir, um zu antworten und das Verzeichnis zu berichtigen, und löschen es, wenn es dafür nicht mehr gebraucht wird.',
      ],
    },
    {
      heading: 'Ihre Rechte',
      paragraphs: [
        'Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Widerspruch (Art. 15 bis 21 DSGVO), und Sie können sich bei der Aufsichtsbehörde beschweren.',
      ],
    },
    {
      id: 'embedding',
      heading: 'Für Websites, die Karte oder Bilder einbetten',
      paragraphs: [
        `Diese Sätze können Sie übernehmen: „Auf dieser Seite ist die Karte ‚Digitale Wege‘ eingebunden. Verantwortlich für sie ist ${operator ?? `der Betreiber von ${host}`}. Beim Aufruf lädt Ihr Browser von ${host} das Programm der Karte, die Gemeindegrenzen und die gezeigten Angaben; dabei wird Ihre IP-Adresse verarbeitet, um zu antworten. Es werden keine Cookies gesetzt, nichts in Ihrem Browser gespeichert und niemand sonst angefragt. ${logDays === null ? 'Ein Zugriffsprotokoll führt der Hub nicht.' : `Ein Zugriffsprotokoll führt der Hub nicht; Protokolle vorgeschalteter Server werden nach ${logDays} Tagen gelöscht.`} Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. e DSGVO (Information der Öffentlichkeit). Näheres: https://${host}/privacy“`,
      ],
    },
  ],
  accessibilitySections: (facts: LawFacts): LawSection[] => [
    {
      heading: 'Wofür sie gilt',
      paragraphs: [
        `Diese Erklärung gilt für ${facts.host} und für die Karte, die andere Websites von dort einbetten. ${facts.accessibilityLaw ? `Maßgeblich sind ${facts.accessibilityLaw} und` : 'Maßgeblich ist'} die Norm EN 301 549.`,
      ],
    },
    {
      heading: 'Wie weit sie erfüllt ist',
      paragraphs: ['Diese Website ist mit den Anforderungen teilweise vereinbar. Nicht vereinbar sind:'],
      list: [
        'Der Editor für Abfragen (GraphiQL) unter /graphql ist ein fremder Baustein und nicht durchgehend mit Tastatur und Vorleseprogramm bedienbar. Dieselben Angaben stehen auf den Seiten und in den Dateien.',
        'Titel und viele Beschreibungen gibt es nur auf Deutsch; auf englischen und französischen Seiten sind sie als deutsch ausgezeichnet.',
        'Dokumente auf fremden Seiten, auf die Einträge verweisen, haben wir nicht geprüft.',
        ...(facts.easyLanguage ? [] : ['Erläuterungen in Leichter Sprache fehlen noch.']),
        ...(facts.signLanguage ? [] : ['Erläuterungen in Deutscher Gebärdensprache fehlen noch.']),
      ],
    },
    {
      heading: 'Wie geprüft wurde',
      paragraphs: [
        `Selbstbewertung. Bei jeder Änderung des Programms werden ${facts.pages} Seiten in Deutsch und Englisch, hell und dunkel, mit axe-core ${facts.axe} und html-validate geprüft, dazu die Kontraste aller Farben, die Bedienung mit der Tastatur und das, was ein Vorleseprogramm spricht. Eine Prüfung durch Dritte oder mit Menschen mit Behinderungen gab es noch nicht.`,
        `Diese Erklärung wurde am ${facts.statedOn} erstellt und gilt für diese Fassung des Programms.`,
      ],
    },
  ],
  checkedPages: 'Diese Seiten werden geprüft',
  feedback: 'Barriere melden',
  feedbackText:
    'Können Sie etwas nicht lesen oder bedienen? Schreiben Sie oder rufen Sie an; wir antworten und helfen Ihnen auf anderem Weg zu der Auskunft.',
  conciliation: 'Schlichtung',
  conciliationText:
    'Haben Sie innerhalb von vier Wochen keine befriedigende Antwort bekommen, können Sie sich an die Schlichtungsstelle wenden. Das Verfahren kostet nichts, ein Anwalt ist nicht nötig.',
  noConciliation:
    'Haben Sie innerhalb von vier Wochen keine befriedigende Antwort bekommen, können Sie sich an die Schlichtungsstelle Ihres Landes wenden.',
};
