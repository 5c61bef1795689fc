import { scaleBand, scaleLinear } from 'd3-scale';
import { type Series, stack } from 'd3-shape';
import { type Canvas, linesWithin, narrowBelow, size, widthOf } from './canvas.ts';
import { Mark } from './mark.tsx';
import { type Columns, type Look, looks, type Part } from './plot.ts';

const names = Object.keys(looks) as Look[];
const valueIn = (parts: readonly Part[], look: Look) =>
  parts.filter((part) => part.look === look).reduce((sum, { value }) => sum + value, 0);
const sumOf = (parts: readonly Part[] = []) => parts.reduce((sum, { value }) => sum + value, 0);

/** Standing bars with the same scale above and below the line. */
export function drawColumns({ columns, above, below }: Columns, canvas: Canvas) {
  const { width, ink } = canvas;
  const up = Math.max(1, ...columns.map((one) => sumOf(one.up)));
  const down = Math.max(0, ...columns.map((one) => sumOf(one.down)));
  const unit = Math.min(width < narrowBelow ? 9 : 12, 150 / up);
  const heading = linesWithin(above, width);
  const base = 17 + heading.length * 17 + up * unit;
  const floor = base + (down > 0 ? 26 + down * unit : 0);
  const height = Math.ceil(floor + (down > 0 ? 20 : 24));
  const x = scaleBand([...columns.keys()], [0, width]).paddingInner(0.22);
  const rise = scaleLinear([0, up], [base, base - up * unit]);
  const fall = scaleLinear([0, Math.max(1, down)], [base + 24, base + 24 + Math.max(1, down) * unit]);
  const stacked = (side: 'up' | 'down') =>
    stack<Columns['columns'][number], Look>()
      .keys(names)
      .value((one, look) => valueIn(one[side] ?? [], look))([...columns]);
  const marks = (series: Series<Columns['columns'][number], Look>[], side: 'up' | 'down') =>
    series.flatMap((one) =>
      one.flatMap(([from, to], at) => {
        const part = columns[at]?.[side]?.find(({ look, value }) => look === one.key && value > 0);
        if (!part) return [];
        const [top, bottom] = side === 'up' ? [rise(to), rise(from)] : [fall(from), fall(to)];
        return [
          <Mark
            part={part}
            canvas={canvas}
            x={x(at) ?? 0}
            y={top}
            width={x.bandwidth()}
            height={Math.max(1, bottom - top)}
          />,
        ];
      }),
    );
  // Where there is little room for the years, every second or fifth is written.
  const every = Math.ceil((widthOf('2026', size - 1) + 8) / x.step());
  const nodes = (
    <g>
      {heading.map((line, at) => (
        <text x="0" y={13 + at * 17} font-size={size} fill={ink('ink-muted')}>
          {line}
        </text>
      ))}
      {marks(stacked('up'), 'up')}
      <path d={`M0 ${base}H${width}`} stroke={ink('ink')} />
      {columns.map(({ label, up: parts }, at) => (
        <>
          {sumOf(parts) > 0 && x.bandwidth() > 13 && (
            <text
              x={(x(at) ?? 0) + x.bandwidth() / 2}
              y={rise(sumOf(parts)) - 4}
              text-anchor="middle"
              font-size={size - 2}
              fill={ink('ink')}
            >
              {sumOf(parts)}
            </text>
          )}
          {(columns.length - 1 - at) % every === 0 && (
            <text
              x={(x(at) ?? 0) + x.bandwidth() / 2}
              y={base + 17}
              text-anchor={at === 0 ? 'start' : at === columns.length - 1 ? 'end' : 'middle'}
              dx={at === 0 ? -x.bandwidth() / 2 : at === columns.length - 1 ? x.bandwidth() / 2 : 0}
              font-size={size - 1}
              fill={ink('ink')}
            >
              {label}
            </text>
          )}
        </>
      ))}
      {down > 0 && marks(stacked('down'), 'down')}
      {down > 0 && below && (
        <text x="0" y={floor + 16} font-size={size} fill={ink('ink-muted')}>
          {below}
        </text>
      )}
    </g>
  );
  return { nodes, height };
}
