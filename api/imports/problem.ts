import { quote } from '../errors.ts';

/** One mistake in an import: where it is, what stands there, what would be right. */
export type Problem = {
  readonly file: string;
  /** 0 where the whole file is meant. */
  readonly line: number;
  /** Empty where the whole line is meant. */
  readonly column: string;
  readonly value: string;
  readonly message: string;
};

const describe = ({ file, line, column, value, message }: Problem) =>
  `${file}:${line || ''}${column && ` ${column}: ${quote(value)}`} ${message}`;

/** All mistakes of an import at once; nothing has been written. */
export class ImportErrors extends Error {
  override readonly name = 'ImportErrors';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(describe).join('\n'));
    this.problems = problems;
  }
}
