import { scaleBand, scaleLinear } from 'd3-scale';
import { type Canvas, linesWithin, narrowBelow, size, widthOf } from './canvas.ts';
import { Mark } from './mark.tsx';
import type { Bars } from './plot.ts';

/** Lying bars; where there is little room their names stand above them. */
export function drawBars({ rows }: Bars, canvas: Canvas) {
  const { width, ink } = canvas;
  const narrow = width < narrowBelow;
  const labels = narrow ? width : Math.round(width * 0.34);
  const lines = rows.map(({ label }) => linesWithin(label, labels - 12));
  const most = Math.max(1, ...lines.map((of) => of.length));
  const bar = 20;
  const step = narrow ? most * 17 + bar + 14 : Math.max(bar, most * 17) + 10;
  const height = rows.length * step;
  const notes = Math.max(...rows.map(({ note }) => widthOf(note)), 0) + 12;
  const left = narrow ? 0 : labels;
  const total = Math.max(1, ...rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  const x = scaleLinear([0, total], [left, width - notes]);
  const y = scaleBand([...rows.keys()], [0, height]);
  const nodes = rows.map(({ parts, note, lang }, at) => {
    const top = y(at) ?? 0;
    const text = lines[at] ?? [];
    const barTop = narrow ? top + text.length * 17 + 4 : top + (step - bar) / 2;
    let from = 0;
    return (
      <g>
        {text.map((line, number) => (
          <text
            x={narrow ? 0 : left - 12}
            y={narrow ? top + 13 + number * 17 : top + step / 2 + 5 + (number - (text.length - 1) / 2) * 17}
            text-anchor={narrow ? 'start' : 'end'}
            lang={lang}
            font-size={size}
            fill={ink('ink')}
          >
            {line}
          </text>
        ))}
        {parts
          .filter(({ value }) => value > 0)
          .map((part) => {
            const start = x(from);
            from += part.value;
            return (
              <Mark
                part={part}
                canvas={canvas}
                x={start}
                y={barTop}
                width={Math.max(2, x(from) - start)}
                height={bar}
              />
            );
          })}
        <text x={Math.max(x(from), left) + 8} y={barTop + 15} font-size={size} fill={ink('ink')}>
          {note}
        </text>
      </g>
    );
  });
  return { nodes, height };
}
