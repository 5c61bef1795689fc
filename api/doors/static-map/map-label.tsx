import type { LabelPlace } from '../../../map-widget/model/label-place.ts';
import type { Look } from '../../../map-widget/model/layer.ts';
import type { Colours } from '../../publishing/pictures/colours.ts';
import { breakLines, textWidth } from '../../publishing/pictures/typeset.ts';
import { inkOf } from './look-pattern.tsx';
import type { PictureRow } from './picture.ts';

const nameSize = 12;
const numberSize = 16;

type Shown = {
  row: PictureRow;
  /** The number, or nothing. */
  number: string;
  /** Whether the strategies of the place get a mark. */
  marked: boolean;
  look: Look;
  place: LabelPlace;
  colours: Colours;
};

/** Name, number and the mark of a strategy inside a municipality, as much of it as fits. */
export function MapLabel({ row, number, marked, look, place, colours }: Shown) {
  const lines = nameLines(row.name, place);
  const height = lines.length * nameSize * 1.05 + (number ? numberSize : 0);
  const top = place.y - height / 2;
  const numberAt = top + lines.length * nameSize * 1.05 + numberSize * 0.86;
  const mark = place.x + textWidth(number, numberSize) / 2 + (number ? 5 : 0);
  return (
    <g text-anchor="middle" fill={colours(inkOf(look))}>
      {lines.map((line, at) => (
        <text
          x={place.x.toFixed(1)}
          y={(top + nameSize * (0.85 + at * 1.05)).toFixed(1)}
          font-size={nameSize}
        >
          {line}
        </text>
      ))}
      {number && (
        <text x={place.x.toFixed(1)} y={numberAt.toFixed(1)} font-size={numberSize} font-weight="600">
          {number}
        </text>
      )}
      {marked && row.strategies > 0 && (
        <path
          d="M5.5 0 11 5.5 5.5 11 0 5.5Z"
          transform={`translate(${mark.toFixed(1)} ${(numberAt - 11.5).toFixed(1)})`}
          fill={colours('strategy')}
          stroke={colours('ground')}
          stroke-width="1"
        />
      )}
    </g>
  );
}

/** The name in one line or two, where the municipality is roomy enough; else none. */
function nameLines(name: string, { clearance, width }: LabelPlace): string[] {
  const room = Math.min(width(0, 0) * 0.95, clearance * 4.6);
  const lines = textWidth(name, nameSize) <= room ? [name] : breakLines(name, nameSize, room);
  const fits = lines.every((line) => textWidth(line, nameSize) <= room) && lines.length <= 2;
  return fits && clearance > (lines.length * nameSize + numberSize) * 0.5 ? lines : [];
}
