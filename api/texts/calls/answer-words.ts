import type { Reason } from '../../catalogue/insight/peer-ranking.ts';
import type { Language } from '../../language.ts';
import { reasonInWords } from './peer-words.ts';

/** So many points of thirty for size mean a municipality of much the same size. */
const alike = 20;

const sameSize: Readonly<Record<Language, string>> = {
  de: 'ähnlich groß',
  en: 'of similar size',
  fr: 'de taille comparable',
};

/** Why just they, in one line: what no number beside their name says already. */
export const answerInWords = (reasons: readonly Reason[], lang: Language): string =>
  reasons
    .flatMap((reason) => {
      if (reason.code === 'SIZE') return reason.points >= alike ? sameSize[lang] : [];
      return reason.code === 'NEIGHBOUR' || reason.code === 'DISTRICT' ? reasonInWords(reason, lang) : [];
    })
    .join(', ');
