import type { Language } from '../../language.ts';
import { lawDe } from './law.de.ts';
import { lawEn } from './law.en.ts';
import { lawFr } from './law.fr.ts';

/** The words of imprint, privacy page and accessibility statement. */
export const lawTexts = { de: lawDe, en: lawEn, fr: lawFr } satisfies Record<Language, typeof lawDe>;
