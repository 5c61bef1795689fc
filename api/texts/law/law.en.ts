import type { lawDe } from './law.de.ts';

/** Imprint, privacy and accessibility in English. */
export const lawEn: typeof lawDe = {
  imprint: 'Imprint',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  accessibilityTitle: 'Accessibility statement',
  easyLanguage: 'Easy language (German)',
  signLanguage: 'German sign language',
  legal: 'Legal matters',
  notYet: 'Something is missing here',
  missing: (names) =>
    `Whoever runs this site has not yet said who they are. Until then it must not be offered to the public. It is entered in the settings: ${names}.`,
  provider: 'This site is offered by (section 5 DDG)',
  representative: 'Represented by',
  address: 'Address',
  email: 'E-mail',
  phone: 'Telephone',
  controller: 'Controller',
  officer: 'Data protection officer',
  noOfficer: 'No data protection officer is named; please turn to the controller.',
  notTold: 'not stated',
  mistakes: 'Something wrong or missing?',
  reportTo: 'Mistakes, additions and new projects can be reported to',
  noReport: 'There is no address for reporting mistakes.',
  noFeedback: 'There is no address for feedback.',
  contents: 'Content and licences',
  contentsText: (licence) => [
    `The entries of the catalogue are licensed under “${licence}”. Each entry names its source.`,
    'The software is free software under the EUPL 1.2.',
    'For pages of others that an entry links to, those who run them are responsible.',
  ],
  authority: 'Supervisory authority',
  embedText: 'Text for your privacy notice',
  privacySections: ({ operator, host, logDays, tiles }) => [
    {
      heading: 'What happens when you open a page',
      paragraphs: [
        `In order to answer, ${host} processes your IP address, the address you ask for and what your browser sends along. This hub keeps no access log. Its own log says when it starts and stops and, where something fails, the address that was asked for, not the IP address.`,
        logDays === null
          ? 'How long logs are kept, those of a server in front of it included, has not been stated.'
          : `Logs, those of a server in front of it included, are deleted after ${logDays} days.`,
        'The legal basis is point (e) of Art. 6(1) GDPR (public task) for public bodies, else point (f) (legitimate interest in safe operation).',
      ],
    },
    {
      heading: 'No cookies, no counting, nobody else',
      paragraphs: [
        'Readers get no cookie, and nothing is stored in the browser. So no consent is needed. Only those who sign in to maintain the catalogue get a cookie, which that needs.',
        tiles
          ? `Everything comes from ${host}: no fonts, no counting, no advertising of others. Only if you switch on the base map yourself does your browser load pictures from ${tiles}; the button says so first.`
          : `Everything comes from ${host}: no map tiles, no fonts, no counting, no advertising of others.`,
        'What you search for stands in the address of the page. It is neither collected nor linked to a person.',
      ],
    },
    {
      heading: 'People in the catalogue',
      paragraphs: [
        'The catalogue names offices with their public addresses. A person appears only with consent (point (a) of Art. 6(1) GDPR); each consent has a date by which it must be reviewed, and after it the entry vanishes by itself.',
        'Whoever withdraws a consent is erased: from the catalogue, its history and the files for download.',
      ],
    },
    {
      heading: 'If you write to us',
      paragraphs: [
        'We use what you tell us to answer and to correct the catalogue, and delete it when it is no longer needed for that.',
      ],
    },
    {
      heading: 'Your rights',
      paragraphs: [
        'You have the right of access, rectification, erasure, restriction of processing and objection (Art. 15 to 21 GDPR), and you can complain to the supervisory authority.',
      ],
    },
    {
      id: 'embedding',
      heading: 'For sites that embed the map or pictures',
      paragraphs: [
        `You may use these sentences: “This page embeds the map ‘Digitale Wege’. Its controller is ${operator ?? `whoever runs ${host}`}. When you open the page, your browser loads the program of the map, municipal boundaries and the entries shown from ${host}; your IP address is processed in order to answer. No cookies are set, nothing is stored in your browser, and nobody else is asked. ${logDays === null ? 'The hub keeps no access log.' : `The hub keeps no access log; logs of servers in front of it are deleted after ${logDays} days.`} The legal basis is point (e) of Art. 6(1) GDPR (informing the public). More: https://${host}/privacy?lang=en”`,
      ],
    },
  ],
  accessibilitySections: (facts) => [
    {
      heading: 'Scope',
      paragraphs: [
        `This statement applies to ${facts.host} and to the map that other sites embed from there. ${facts.accessibilityLaw ? `The rules are ${facts.accessibilityLaw} and` : 'The rule is'} the standard EN 301 549.`,
      ],
    },
    {
      heading: 'Compliance status',
      paragraphs: ['This website is partially compliant. Not compliant are:'],
      list: [
        'The editor for queries (GraphiQL) at /graphql is made by others and cannot be used throughout with keyboard and screen reader. The same data are on the pages and in the files.',
        'Titles and many descriptions exist in German only; on English and French pages they are marked as German.',
        'Documents on other sites that entries link to have not been checked.',
        ...(facts.easyLanguage ? [] : ['There is no explanation in easy language (Leichte Sprache) yet.']),
        ...(facts.signLanguage ? [] : ['There is no explanation in German sign language yet.']),
      ],
    },
    {
      heading: 'How it was checked',
      paragraphs: [
        `Self-assessment. With every change of the software, ${facts.pages} pages are checked in German and English, light and dark, with axe-core ${facts.axe} and html-validate, and with them the contrast of all colours, use by keyboard and what a screen reader says. There has been no check by a third party or with people with disabilities yet.`,
        `This statement was prepared on ${facts.statedOn} and applies to this version of the software.`,
      ],
    },
  ],
  checkedPages: 'These pages are checked',
  feedback: 'Report a barrier',
  feedbackText:
    'Is there anything you cannot read or use? Write or call; we answer and help you to the information in another way.',
  conciliation: 'Enforcement procedure',
  conciliationText:
    'If you get no satisfactory answer within four weeks, you can turn to the conciliation body. The procedure is free of charge, and no lawyer is needed.',
  noConciliation:
    'If you get no satisfactory answer within four weeks, you can turn to the conciliation body of your Land.',
};
