import { known } from './known.ts';
export interface CountClass {
  from: number;
  to: number;
  /** 1 to 5, the step of --dw-sequence-* */
  step: number;
  municipalities: number;
}

const classCount = 5;

/**
 * Classes with about as many municipalities each. Equal counts never fall into two classes: most
 * municipalities have one to three projects, where plain quantiles would put the same break twice.
 */
export function countClasses(counts: readonly number[]): CountClass[] {
  const frequency = new Map<number, number>();
  for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  const values = [...frequency].sort(([a], [b]) => a - b);
  const wanted = Math.min(classCount, values.length);
  const classes: Omit<CountClass, 'step'>[] = [];
  let left = values.reduce((sum, [, times]) => sum + times, 0);
  let next = 0;
  while (next < values.length) {
    const remaining = wanted - classes.length;
    const share = left / remaining;
    const [from, first] = known(values[next], 'value');
    const current = { from, to: from, municipalities: first };
    next += 1;
    while (next < values.length && (remaining === 1 || values.length - next > remaining - 1)) {
      const [value, times] = known(values[next], 'value');
      const over = current.municipalities + times - share;
      if (remaining > 1 && over > share - current.municipalities) break;
      current.to = value;
      current.municipalities += times;
      next += 1;
    }
    left -= current.municipalities;
    classes.push(current);
  }
  return classes.map((one, index) => ({ ...one, step: stepOf(index, classes.length) }));
}

/** Few classes still reach from light to dark; a single one sits in the middle. */
function stepOf(index: number, length: number): number {
  return length === 1 ? 3 : Math.round(1 + (index * (classCount - 1)) / (length - 1));
}
