import { Mistakes } from '../curation/problem.ts';
import { quote } from '../errors.ts';

/** One mistake in an import: where it is, what stands there, what would be right. */
export type Mistake = {
  readonly file: string;
  /** 0 where the whole file is meant. */
  readonly line: number;
  /** Empty where the whole line is meant. */
  readonly column: string;
  readonly value: string;
  readonly message: string;
};

/** The mistakes of an import; of each kind the first and how many there are. */
export class ImportMistakes extends Mistakes<Mistake> {
  /** @param kind what is told together, within a file and column. */
  tell(mistake: Mistake, kind = mistake.message, times = 1) {
    this.add([mistake.file, mistake.column, kind].join('\n'), mistake, times);
  }
}

const describe = ({ file, line, column, value, message }: Mistake) =>
  `${file}:${line || ''}${column && ` ${column}: ${quote(value)}`} ${message}`;

/** All mistakes of an import at once, as they stand in the files; nothing has been written. */
export class ImportErrors extends Error {
  override readonly name = 'ImportErrors';
  readonly problems: readonly Mistake[];
  constructor(mistakes: ImportMistakes) {
    const problems = inOrder(mistakes.kept);
    const more = mistakes.more.map(
      ({ last: { file, column }, count }) =>
        `${file}:${column && ` ${column}:`} and ${count.toLocaleString('en')} more like the ones above.`,
    );
    super([...problems.map(describe), ...more].join('\n'));
    this.problems = problems;
  }
}

/** File by file, line by line. */
function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  const files = [...new Set(mistakes.map(({ file }) => file))];
  return mistakes.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
}
