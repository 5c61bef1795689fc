import { answerTexts } from '../../../map-widget/model/texts/answer-texts.ts';
import { fr as widget } from '../../../map-widget/model/texts/fr.ts';
import type { RecordTexts } from './record.de.ts';

/** The words of the pages of records in French. */
export const recordFr: RecordTexts = {
  kindIn: (kind, district) => (district ? `${kind}, ${district}` : kind),
  call: answerTexts.fr.call,
  otherwise: 'Ou bien',
  nobodyToCall: 'Personne n’est encore connu pour cela.',
  facts: 'Informations',
  takesPart: 'Qui participe',
  leads: widget.roles.LEAD,
  alone: 'seule',
  withOthers: (count) => (count === 1 ? 'avec une autre' : `avec ${count} autres`),
  does: (name) => `Ce que fait ${name}`,
  helps: (name) => `Qui peut aider ${name}`,
  figures: {
    projects: ['projet', 'projets'],
    strategies: ['stratégie', 'stratégies'],
    helpers: ['administration qui peut aider', 'administrations qui peuvent aider'],
  },
  fieldFigures: {
    projects: ['projet', 'projets'],
    municipalities: ['commune participe', 'communes participent'],
    missing: ['pas encore', 'pas encore'],
  },
  neighbours: 'Les voisines et ce qu’elles ont',
  members: 'Les communes de l’arrondissement et ce qu’elles ont',
  nothing: 'rien encore',
  count: (projects, strategies) =>
    [
      projects > 0 && (projects === 1 ? '1 projet' : `${projects} projets`),
      strategies > 0 && (strategies === 1 ? '1 stratégie' : `${strategies} stratégies`),
    ]
      .filter(Boolean)
      .join(', '),
  similar: 'Projets semblables',
  projectsOnIt: 'Projets correspondants',
  otherStrategies: 'Autres stratégies à ce sujet',
  onMap: 'Voir sur la carte',
  works: 'Qui y travaille',
  missing: 'Qui manque encore',
  missingText:
    'Ces communes n’ont pas encore de projet ici. Vous lancez-vous\u00a0? Les autres aident volontiers.',
  more: (count) => `et ${count} autres`,
  all: 'tout afficher',
  eventsOn: 'Manifestations à ce sujet',
  outcome: 'Ce qui en est sorti',
  volunteersFor: (fields) => ['Des volontaires se sont trouvés pour\u00a0: ', fields, '.'],
  noVolunteersFor: (fields) => ['Encore personne pour\u00a0: ', fields, '. Vous lancez-vous\u00a0?'],
  took: (date, place, who) =>
    `Le ${date}${place ? `, ${place}` : ''}${who ? `, avec ${who} participants` : ''}.`,
  tookIn: (date, place, who) =>
    `${date}${place ? `, ${place}` : ''}${who ? `, avec ${who} participants` : ''}.`,
  invited: (who) => ['Organisation\u00a0: ', who, '.'],
  rounds: (rounds, tables) => `On a travaillé en ${rounds} tours à ${tables} tables.`,
  printed: (date) => `Au ${date}`,
  qr: 'Cette page en ligne',
  wrong: 'Une erreur, un oubli\u00a0?',
  meetingSheet: 'Fiche de réunion',
  since: (year) => `depuis ${year}`,
  until: (year) => `jusqu’à ${year}`,
  confirmedOn: (date) => `confirmé\u00a0: ${date}`,
  confirmedOnce: (date) => `confirmé pour la dernière fois\u00a0: ${date}`,
  sourceOf: (date) => `état ${date}, non confirmé`,
  neverConfirmed: 'non confirmé',
};
