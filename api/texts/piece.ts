import type { Language } from '../language.ts';

/** A piece of a sentence: words, a figure that leads to the list that it counts, or a name in its own language. */
export type Piece =
  | string
  | { readonly text: string; readonly href: string }
  | { readonly text: string; readonly lang: Language | undefined };
