import { fr as widget } from '../../../map-widget/model/texts/fr.ts';
import type { EmbedTexts } from './embed.de.ts';

/** The words of the builder, in French. */
export const embedFr: EmbedTexts = {
  title: 'Intégrer la carte',
  intro: 'Composez la carte pour votre site et copiez deux lignes. C’est gratuit.',
  any: 'tous',
  usual: 'par défaut',
  options: { view: 'Vue', layer: 'Couche', theme: 'Couleurs', height: 'Hauteur de la carte', lang: 'Langue' },
  optionValues: {
    both: 'carte et liste',
    map: 'carte seule',
    list: 'liste seule',
    ...widget.layers,
    light: 'clair',
    dark: 'sombre',
    auto: 'selon le réglage du visiteur',
  },
  hide: 'Masquer',
  parts: {
    title: 'Titre',
    search: 'Question\u00a0: votre commune, votre thème',
    filters: 'Filtres',
    layers: 'Couches et vue',
    list: 'Liste',
    legend: 'Légende',
  },
  locked: 'Fixé pour les visiteurs',
  show: 'Afficher l’aperçu',
  preview: 'Aperçu',
  iframe: 'En cadre (iframe)\u00a0: fonctionne partout, même sans JavaScript',
  autoHeight: 'À ajouter pour un cadre aussi haut que son contenu',
  script: 'En élément\u00a0: se fond dans votre page',
  copy: 'Copier',
  copied: 'Copié',
  privacyTitle: 'Pour votre délégué à la protection des données',
  privacy: (base) => [
    `La carte ne charge que depuis ${base}\u00a0: son programme, les limites des communes et les fiches qu’elle montre. Comme à chaque requête, ce serveur apprend l’adresse IP et ce que le navigateur envoie.`,
    'Rien n’est chargé d’ailleurs\u00a0: ni tuiles, ni polices, ni mesure d’audience. Si l’exploitant propose un fond de carte, le visiteur peut l’activer lui-même\u00a0; le bouton dit d’abord qui il interroge.',
    'Aucun cookie n’est posé et rien n’est enregistré dans le navigateur. Aucun consentement n’est nécessaire pour cela.',
    'La liste montre tout ce que montre la carte et s’utilise au clavier et avec un lecteur d’écran.',
  ],
};
