import { scaleBand, scaleThreshold } from 'd3-scale';
import { type Canvas, linesWithin, narrowBelow, size } from './canvas.ts';
import type { Cells } from './plot.ts';

/** Nobody yet is a class of its own; the others are quarters. */
const shade = scaleThreshold<number, string>()
  .domain([1e-9, 0.1, 0.25, 0.5, 0.75])
  .range(['none', 'sequence-1', 'sequence-2', 'sequence-3', 'sequence-4', 'sequence-5']);

/** A table whose cells are shaded; where there is little room the name of a row stands above its cells. */
export function drawCells({ rows, columns }: Cells, canvas: Canvas) {
  const { width, ink, fill } = canvas;
  const narrow = width < narrowBelow;
  const labels = narrow ? 0 : Math.round(width * 0.36);
  const x = scaleBand([...columns.keys()], [labels, width]).paddingInner(0.04);
  const heads = columns.map((label) => linesWithin(label, x.bandwidth(), size - 1));
  const head = Math.max(...heads.map((lines) => lines.length)) * 15 + 6;
  const least = 34;
  // Letters stand on hatching as on the ground.
  const halo = { stroke: ink('hatch-ground'), 'stroke-width': 4, 'paint-order': 'stroke' };
  let y = head;
  const nodes: unknown[] = heads.map((lines, at) =>
    lines.map((line, number) => (
      <text
        x={(x(at) ?? 0) + x.bandwidth() / 2}
        y={13 + number * 15}
        text-anchor="middle"
        font-size={size - 1}
        fill={ink('ink-muted')}
      >
        {line}
      </text>
    )),
  );
  for (const { label, lang, cells } of rows) {
    const lines = linesWithin(label, (narrow ? width : labels) - 12);
    const cell = narrow ? least : Math.max(least, lines.length * 17 + 6);
    const top = narrow ? y + lines.length * 17 + 4 : y;
    lines.forEach((line, number) => {
      nodes.push(
        <text
          x={narrow ? 0 : labels - 12}
          y={narrow ? y + 14 + number * 17 : top + cell / 2 + 5 + (number - (lines.length - 1) / 2) * 17}
          text-anchor={narrow ? 'start' : 'end'}
          lang={lang}
          font-size={size}
          fill={ink('ink')}
        >
          {line}
        </text>,
      );
    });
    cells.forEach(({ share, text, title }, at) => {
      const token = shade(share);
      nodes.push(
        <g>
          <title>{title}</title>
          <rect
            x={x(at)}
            y={top}
            width={x.bandwidth()}
            height={cell}
            fill={token === 'none' ? fill('none') : ink(token)}
          />
          <text
            x={(x(at) ?? 0) + x.bandwidth() / 2}
            y={top + cell / 2 + 5}
            text-anchor="middle"
            font-size={size}
            fill={ink(token === 'none' ? 'ink' : `on-${token}`)}
            {...(token === 'none' && halo)}
          >
            {text}
          </text>
        </g>,
      );
    });
    y = top + cell + (narrow ? 10 : 3);
  }
  return { nodes, height: y };
}
