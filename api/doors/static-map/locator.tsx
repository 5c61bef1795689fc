import type { Colours } from '../../publishing/pictures/colours.ts';
import type { Shapes } from './shapes.ts';

type Shown = {
  readonly title: string;
  /** Municipalities of eight digits, Landkreise of five. */
  readonly ags: readonly string[];
  readonly shapes: Shapes;
  readonly colours: Colours;
};

const margin = 8;

/** The region in outline with some of its places filled: where a record is at home. */
export function Locator({ title, ags, shapes, colours }: Shown) {
  const { width, height, municipalities, districts, borders, districtBorders } = shapes;
  const [across, down] = [width + 2 * margin, Math.ceil(height) + 2 * margin];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={[-margin, -margin, across, down].join(' ')}
      width="320"
      height={Math.round((320 * down) / across)}
      role="img"
      aria-labelledby="title"
      fill="none"
      stroke-linejoin="round"
    >
      <title id="title">{title}</title>
      {[...districts.values()].map(({ path }) => (
        <path d={path} fill={colours('ground-soft')} />
      ))}
      {ags.map((key) => {
        const district = districts.get(key);
        return district ? (
          <path d={district.path} fill={colours('sequence-3')} />
        ) : (
          <path d={municipalities.get(key)?.path} fill={colours('accent')} />
        );
      })}
      <path d={borders} stroke={colours('line')} stroke-width="2" />
      <path d={districtBorders} stroke={colours('ink-muted')} stroke-width="4" />
    </svg>
  );
}
