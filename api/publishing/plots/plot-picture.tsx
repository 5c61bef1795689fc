import { type Colours, fontFamily } from '../pictures/colours.ts';
import { type Canvas, size, widthOf } from './canvas.ts';
import { drawBars } from './draw-bars.tsx';
import { drawCells } from './draw-cells.tsx';
import { drawColumns } from './draw-columns.tsx';
import { type LegendEntry, type Look, looks, type Plot } from './plot.ts';

/** Width of the square that a texture repeats. */
const cell = 5;

type Drawn = {
  readonly plot: Plot;
  readonly width: number;
  readonly colours: Colours;
  /** Tells the parts of this picture from those of others on the same page. */
  readonly id: string;
  readonly class?: string;
  /** Title above and lines below, for a picture that stands alone. */
  readonly frame?: { readonly lines: readonly string[] };
};

/** A plot as one SVG that needs no script, no style and nothing else. */
export function PlotPicture({ plot, width, colours, id, class: name, frame }: Drawn) {
  const pad = frame ? 24 : 0;
  const canvas: Canvas = {
    width: width - 2 * pad,
    ink: colours,
    fill: (look) => `url(#${id}-${look})`,
  };
  const { drawing } = plot;
  const drawn =
    drawing.kind === 'bars'
      ? drawBars(drawing, canvas)
      : drawing.kind === 'columns'
        ? drawColumns(drawing, canvas)
        : drawCells(drawing, canvas);
  const head = frame ? 34 : 0;
  const legend = drawLegend(plot.legend, canvas);
  const foot = frame ? frame.lines.length * 17 + 16 : 0;
  const height = Math.ceil(2 * pad + head + legend.height + drawn.height + foot);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={name}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      font-family={frame ? fontFamily : undefined}
    >
      <title id={`${id}-title`}>{plot.title}</title>
      <desc id={`${id}-desc`}>{plot.description}</desc>
      {(Object.keys(looks) as Look[]).map((look) => (
        <pattern
          id={`${id}-${look}`}
          width={cell}
          height={cell}
          patternUnits="userSpaceOnUse"
          patternTransform={looks[look].texture === looks.none.texture ? 'rotate(45)' : undefined}
        >
          <rect width={cell} height={cell} fill={colours(looks[look].fill)} />
          {looks[look].texture && (
            <path
              d={looks[look].texture}
              stroke={colours(looks[look].ink)}
              fill={colours(looks[look].ink)}
              stroke-width="0.8"
              opacity={look === 'none' ? 1 : 0.5}
            />
          )}
        </pattern>
      ))}
      {frame && <rect width={width} height={height} fill={colours('ground')} />}
      <g transform={frame ? `translate(${pad} ${pad})` : undefined}>
        {frame && (
          <text y="18" font-size="20" font-weight="600" fill={colours('ink')}>
            {plot.title}
          </text>
        )}
        <g transform={`translate(0 ${head})`}>{legend.nodes}</g>
        <g transform={`translate(0 ${head + legend.height})`}>{drawn.nodes}</g>
        {frame?.lines.map((line, at) => (
          <text
            y={head + legend.height + drawn.height + 28 + at * 17}
            font-size="12"
            fill={colours('ink-muted')}
          >
            {line}
          </text>
        ))}
      </g>
    </svg>
  );
}

/** What the textures mean, in lines as wide as the plot. */
function drawLegend(legend: readonly LegendEntry[], { width, fill, ink }: Canvas) {
  let x = 0;
  let y = 0;
  const nodes = legend.map(({ look, label }) => {
    const wide = 22 + widthOf(label) + 14;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += 22;
    }
    const at = x;
    x += wide;
    return (
      <g transform={`translate(${Math.round(at)} ${y})`}>
        <rect width="15" height="15" fill={fill(look)} stroke={ink('line-strong')} stroke-width="0.75" />
        <text x="21" y="12.5" font-size={size} fill={ink('ink')}>
          {label}
        </text>
      </g>
    );
  });
  return { nodes, height: legend.length > 0 ? y + 32 : 0 };
}
