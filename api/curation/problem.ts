import type { EntityName } from '../catalogue/model/entity.ts';
import { CallerError, quote } from '../errors.ts';
import type { Change, Value } from './change.ts';

export type ProblemKind =
  /** A column that there is not, or that nobody can set. */
  | 'column'
  /** Two changes of one record at once. */
  | 'twice'
  /** A record that is not there. */
  | 'record'
  /** A value that the column cannot hold. */
  | 'value'
  /** A new record without what it needs. */
  | 'missing'
  /** A key that leads nowhere. */
  | 'reference'
  /** A record that others refer to. */
  | 'referred'
  /** Values that contradict each other. */
  | 'together';

/** One mistake in a change: what stands where, and what would be right. */
export type Problem = {
  readonly kind: ProblemKind;
  readonly change: Change;
  /** Empty where the whole record is meant. */
  readonly column: string;
  readonly value: Value | undefined;
  /** Behind the value: what is wrong with it, and what would be right. */
  readonly message: string;
  /** Where the value leads, if it leads nowhere. */
  readonly references?: EntityName;
};

/** Of each kind only so many are kept: a million wrong rows are told by their number. */
const keptOfAKind = 100;

/** How often there was which kind of mistake in a place, and the first of them. */
export class Mistakes<Mistake> {
  readonly #kept = new Map<string, Mistake[]>();
  readonly #counts = new Map<string, number>();

  /**
   * @param kind what is told together, e.g. by column.
   * @param times how many there are of which this is one.
   */
  add(kind: string, mistake: Mistake, times = 1) {
    const count = (this.#counts.get(kind) ?? 0) + times;
    this.#counts.set(kind, count);
    const kept = this.#kept.get(kind);
    if (!kept) this.#kept.set(kind, [mistake]);
    else if (kept.length < keptOfAKind) kept.push(mistake);
  }

  get kept(): Mistake[] {
    return [...this.#kept.values()].flat();
  }

  get count(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Those of which there are more than are kept: the last one kept, and how many more there are. */
  get more(): { readonly last: Mistake; readonly count: number }[] {
    return [...this.#kept.entries()].flatMap(([kind, kept]) => {
      const count = (this.#counts.get(kind) ?? 0) - kept.length;
      const last = kept.at(-1);
      return count > 0 && last !== undefined ? [{ last, count }] : [];
    });
  }
}

/** Where a change cannot be made; nothing has been written. */
export class InvalidChanges extends CallerError {
  readonly problems: readonly Problem[];
  /** How many more there are of which kind. */
  readonly more: Mistakes<Problem>['more'];
  constructor(mistakes: Mistakes<Problem>) {
    const { kept, more, count } = mistakes;
    const told = kept.slice(0, 10).map(describe);
    if (count > told.length) told.push(`and ${count - told.length} more`);
    super('BAD_USER_INPUT', told.join('\n'));
    this.problems = kept;
    this.more = more;
  }
}

const describe = ({ change: { entity, key }, column, value, message }: Problem) =>
  [`${entity} ${key}`, column && `${column}:`, column && value !== undefined && quote(value), message]
    .filter(Boolean)
    .join(' ');
