import type { Canvas } from './canvas.ts';
import type { Part } from './plot.ts';

type Drawn = {
  readonly part: Part;
  readonly canvas: Canvas;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A piece of a bar that says what it is. */
export function Mark({ part: { look, title }, canvas: { fill, ink }, x, y, width, height }: Drawn) {
  return (
    <g>
      <title>{title}</title>
      <rect
        x={round(x)}
        y={round(y)}
        width={round(width)}
        height={round(height)}
        fill={fill(look)}
        stroke={ink('line-strong')}
        stroke-width="0.75"
      />
    </g>
  );
}

const round = (number: number) => Math.round(number * 10) / 10;
