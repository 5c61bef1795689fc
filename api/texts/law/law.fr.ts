import type { lawDe } from './law.de.ts';

/** Imprint, privacy and accessibility in French. */
export const lawFr: typeof lawDe = {
  imprint: 'Mentions légales',
  privacy: 'Protection des données',
  accessibility: 'Accessibilité',
  accessibilityTitle: 'Déclaration d’accessibilité',
  easyLanguage: 'Langage simplifié (allemand)',
  signLanguage: 'Langue des signes allemande',
  legal: 'Informations légales',
  notYet: 'Il manque quelque chose ici',
  missing: (names) =>
    `L’exploitant de ce site n’a pas encore indiqué qui il est. D’ici là, le site ne doit pas être proposé au public. Cela se règle dans les paramètres\u00a0: ${names}.`,
  provider: 'Ce site est proposé par (§\u00a05 DDG)',
  representative: 'Représenté par',
  address: 'Adresse',
  email: 'Courriel',
  phone: 'Téléphone',
  controller: 'Responsable du traitement',
  officer: 'Délégué à la protection des données',
  noOfficer:
    'Aucun délégué à la protection des données n’est indiqué\u00a0; adressez-vous au responsable du traitement.',
  notTold: 'non indiqué',
  mistakes: 'Une erreur, un oubli\u00a0?',
  reportTo: 'Signalez erreurs, compléments et nouveaux projets à',
  noReport: 'Il n’y a pas d’adresse pour signaler une erreur.',
  noFeedback: 'Il n’y a pas d’adresse pour les remarques.',
  contents: 'Contenus et licences',
  contentsText: (licence) => [
    `Les fiches du répertoire sont sous licence «\u00a0${licence}\u00a0». Chaque fiche indique sa source.`,
    'Le logiciel est libre, sous EUPL 1.2.',
    'Les pages de tiers vers lesquelles une fiche renvoie relèvent de leurs exploitants.',
  ],
  authority: 'Autorité de contrôle',
  embedText: 'Texte pour votre politique de confidentialité',
  privacySections: ({ operator, host, logDays, tiles }) => [
    {
      heading: 'Ce qui se passe quand vous ouvrez une page',
      paragraphs: [
        `Pour répondre, ${host} traite votre adresse IP, l’adresse demandée et ce que votre navigateur transmet. Ce site ne tient pas de journal des accès. Son journal de service note les démarrages et les arrêts et, en cas d’erreur, l’adresse demandée, pas l’adresse IP.`,
        logDays === null
          ? 'La durée de conservation des journaux, y compris ceux d’un serveur placé devant, n’a pas été indiquée.'
          : `Les journaux, y compris ceux d’un serveur placé devant, sont effacés après ${logDays} jours.`,
        'La base juridique est l’art. 6, par. 1, point e) du RGPD (mission publique) pour les organismes publics, sinon le point f) (intérêt légitime à un fonctionnement sûr).',
      ],
    },
    {
      heading: 'Ni cookies, ni mesure d’audience, ni tiers',
      paragraphs: [
        'Qui lit ne reçoit aucun cookie, et rien n’est enregistré dans le navigateur. Aucun consentement n’est donc nécessaire. Seules les personnes qui se connectent pour tenir le répertoire reçoivent un cookie, indispensable à cela.',
        tiles
          ? `Tout vient de ${host}\u00a0: ni polices, ni mesure d’audience, ni publicité de tiers. Votre navigateur ne charge des images de ${tiles} que si vous activez vous-même le fond de carte\u00a0; le bouton le dit d’abord.`
          : `Tout vient de ${host}\u00a0: ni tuiles, ni polices, ni mesure d’audience, ni publicité de tiers.`,
        'Ce que vous cherchez figure dans l’adresse de la page. Ce n’est ni collecté ni rattaché à une personne.',
      ],
    },
    {
      heading: 'Les personnes dans le répertoire',
      paragraphs: [
        'Le répertoire nomme des services avec leurs adresses publiques. Une personne n’y figure qu’avec son consentement (art. 6, par. 1, point a) du RGPD)\u00a0; chaque consentement doit être revu avant une date, après laquelle la fiche disparaît d’elle-même.',
        'Qui retire son consentement est effacé\u00a0: du répertoire, de son historique et des fichiers à télécharger.',
      ],
    },
    {
      heading: 'Si vous nous écrivez',
      paragraphs: [
        'Nous utilisons ce que vous nous dites pour répondre et corriger le répertoire, et l’effaçons dès que ce n’est plus nécessaire.',
      ],
    },
    {
      heading: 'Vos droits',
      paragraphs: [
        'Vous avez un droit d’accès, de rectification, d’effacement, de limitation du traitement et d’opposition (art. 15 à 21 du RGPD), et vous pouvez introduire une réclamation auprès de l’autorité de contrôle.',
      ],
    },
    {
      id: 'embedding',
      heading: 'Pour les sites qui intègrent la carte ou des images',
      paragraphs: [
        `Vous pouvez reprendre ces phrases\u00a0: «\u00a0Cette page intègre la carte ‹\u00a0Digitale Wege\u00a0›. Le responsable en est ${operator ?? `l’exploitant de ${host}`}. À l’ouverture, votre navigateur charge de ${host} le programme de la carte, les limites communales et les fiches affichées\u00a0; votre adresse IP est traitée pour répondre. Aucun cookie n’est déposé, rien n’est enregistré dans votre navigateur et aucun tiers n’est sollicité. ${logDays === null ? 'Le site ne tient pas de journal des accès.' : `Le site ne tient pas de journal des accès\u00a0; les journaux des serveurs placés devant sont effacés après ${logDays} jours.`} La base juridique est l’art. 6, par. 1, point e) du RGPD (information du public). Pour en savoir plus\u00a0: https://${host}/privacy?lang=fr\u00a0»`,
      ],
    },
  ],
  accessibilitySections: (facts) => [
    {
      heading: 'Champ d’application',
      paragraphs: [
        `Cette déclaration vaut pour ${facts.host} et pour la carte que d’autres sites en intègrent. ${facts.accessibilityLaw ? `Les règles sont ${facts.accessibilityLaw} et` : 'La règle est'} la norme EN 301 549.`,
      ],
    },
    {
      heading: 'État de conformité',
      paragraphs: ['Ce site est partiellement conforme. Ne sont pas conformes\u00a0:'],
      list: [
        'L’éditeur de requêtes (GraphiQL), à l’adresse /graphql, est un composant tiers et ne s’utilise pas partout au clavier et au lecteur d’écran. Les mêmes données figurent sur les pages et dans les fichiers.',
        'Les titres et beaucoup de descriptions n’existent qu’en allemand\u00a0; sur les pages en anglais et en français ils sont signalés comme tels.',
        'Les documents d’autres sites vers lesquels les fiches renvoient n’ont pas été vérifiés.',
        ...(facts.easyLanguage ? [] : ['Il n’y a pas encore d’explication en langage simplifié.']),
        ...(facts.signLanguage ? [] : ['Il n’y a pas encore d’explication en langue des signes allemande.']),
      ],
    },
    {
      heading: 'Comment cela a été vérifié',
      paragraphs: [
        `Auto-évaluation. À chaque modification du logiciel, ${facts.pages} pages sont vérifiées en allemand et en anglais, en clair et en sombre, avec axe-core ${facts.axe} et html-validate, ainsi que le contraste de toutes les couleurs, l’usage au clavier et ce que dit un lecteur d’écran. Il n’y a pas encore eu de contrôle par un tiers ni avec des personnes handicapées.`,
        `Cette déclaration a été établie le ${facts.statedOn} et vaut pour cette version du logiciel.`,
      ],
    },
  ],
  checkedPages: 'Ces pages sont vérifiées',
  feedback: 'Signaler un obstacle',
  feedbackText:
    'Vous ne pouvez pas lire ou utiliser quelque chose\u00a0? Écrivez ou appelez\u00a0; nous répondons et vous aidons à obtenir l’information autrement.',
  conciliation: 'Voie de recours',
  conciliationText:
    'Sans réponse satisfaisante dans les quatre semaines, vous pouvez saisir l’organe de conciliation. La procédure est gratuite et sans avocat.',
  noConciliation:
    'Sans réponse satisfaisante dans les quatre semaines, vous pouvez saisir l’organe de conciliation de votre Land.',
};
