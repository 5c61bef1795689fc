import type { Change, State } from './filters.ts';
import type { Texts } from './texts/texts.ts';

/** What the element gives; wishes of the visitor go back to it, so that its attributes stay true. */
export interface Host {
  base: URL;
  /** address of the boundaries, where it is known before the hub has answered */
  boundaries: string | null;
  texts: Texts;
  state(): State;
  /** Refuses what is locked. */
  change(change: Change): void;
  tell(event: 'ready' | 'select' | 'filter' | 'error', detail: unknown): void;
}
