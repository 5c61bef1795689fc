import type { Language } from '../language.ts';
import { de, type Texts } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** What the hub says to people, in each of its languages. */
export const texts: Readonly<Record<Language, Texts>> = { de, en, fr };
