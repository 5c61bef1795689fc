import type { CountClass } from '../../map-widget/classes.ts';
import { countClasses, stepFor } from '../../map-widget/classes.ts';
import type { Texts } from '../../map-widget/texts/texts.ts';
import { type Colours, fontFamily } from './colours.ts';
import { MapLabel } from './map-label.tsx';
import type { Shapes } from './shapes.ts';
import { breakLines } from './typeset.ts';

export type Place = {
  readonly ags: string;
  readonly name: string;
  readonly kind: string;
  readonly projects: number;
  readonly strategies: number;
};

/** What a picture says, in the words of its language. */
export type Picture = {
  readonly title: string;
  /** The number of projects, and what narrows it. */
  readonly summary: string;
  readonly details: readonly string[];
  readonly municipalities: readonly Place[];
  /** Sources, licence, date, address: one line each. */
  readonly sources: readonly string[];
  readonly texts: Texts;
};

const edge = 32;
const column = 300;
const mapLeft = edge + column + 36;
const width = 1200;

/** The map with its numbers, its legend and its sources as one SVG that needs nothing else. */
export function MapPicture({
  picture,
  shapes,
  colours,
}: {
  picture: Picture;
  shapes: Shapes;
  colours: Colours;
}) {
  const { texts } = picture;
  const municipalities = picture.municipalities.filter(({ ags }) => shapes.municipalities.has(ags));
  const classes = countClasses(municipalities.map(({ projects }) => projects));
  const scale = (width - mapLeft - edge) / shapes.width;
  const text = writeColumn(picture, classes, municipalities, colours);
  const height = Math.ceil(Math.max(shapes.height * scale + 2 * edge, text.bottom + edge));
  const fill = (step: number) => (step === 0 ? 'url(#nobody)' : colours(`sequence-${step}`));
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="title desc"
      lang={texts.lang}
      font-family={fontFamily}
      fill={colours('ink')}
    >
      <title id="title">{picture.title}</title>
      <desc id="desc">{describe(picture, municipalities)}</desc>
      <pattern id="nobody" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={colours('hatch-ground')} />
        <path d="M0 0V6" stroke={colours('hatch')} stroke-width="1.5" />
      </pattern>
      <rect width={width} height={height} fill={colours('ground')} />
      {text.nodes}
      <g transform={`translate(${mapLeft} ${edge}) scale(${scale})`} stroke-linejoin="round">
        <g stroke={colours('line-strong')} stroke-width="1">
          {municipalities.map((row) => (
            <path d={shapes.municipalities.get(row.ags)?.path} fill={fill(stepFor(row.projects, classes))} />
          ))}
        </g>
        <g fill="none" stroke-linecap="round">
          <path d={shapes.districtBorders} stroke={colours('ground')} stroke-width="5" />
          <path d={shapes.districtBorders} stroke={colours('ink')} stroke-width="2.2" />
        </g>
        {municipalities.map((row) => (
          <MapLabel
            row={row}
            place={shapes.municipalities.get(row.ags)!.label}
            step={stepFor(row.projects, classes)}
            colours={colours}
          />
        ))}
      </g>
    </svg>
  );
}

/** The whole message for whoever does not see the picture. */
function describe({ summary, details, texts }: Picture, rows: readonly Place[]): string {
  const active = rows.filter(({ projects }) => projects > 0);
  const nobody = rows.filter(({ projects }) => projects === 0);
  const counts = active
    .toSorted((a, b) => b.projects - a.projects)
    .map(({ name, projects }) => `${name} ${texts.number(projects)}`);
  return [
    `${[summary, ...details].join('; ')}.`,
    counts.length > 0 && `${texts.legends.projects}: ${counts.join(', ')}.`,
    nobody.length > 0 && `${texts.nobodyYet}: ${nobody.map(({ name }) => name).join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Title, summary, legend and sources one below the other, beside the map. */
function writeColumn(
  { title, summary, details, sources, texts }: Picture,
  classes: readonly CountClass[],
  municipalities: readonly Place[],
  colours: Colours,
) {
  const nodes: unknown[] = [];
  let y = edge;
  const write = (text: string, size: number, weight: number, colour: string, left = 0) => {
    for (const line of breakLines(text, size, column - left)) {
      y += size * 1.3;
      nodes.push(
        <text x={edge + left} y={y.toFixed(1)} font-size={size} font-weight={weight} fill={colours(colour)}>
          {line}
        </text>,
      );
    }
  };
  const legendRow = (mark: unknown, label: string, count: string) => {
    const top = y + 10;
    nodes.push(<g transform={`translate(${edge} ${top})`}>{mark}</g>);
    y += 3;
    write(label, 16, 400, 'ink', 36);
    write(count, 13, 400, 'ink-muted', 36);
    y += 4;
  };
  const swatch = (fill: string) => (
    <rect width="24" height="17" fill={fill} stroke={colours('line-strong')} stroke-width="1" />
  );

  write(title, 30, 600, 'ink');
  y += 10;
  write(summary, 20, 600, 'accent');
  for (const detail of details) write(detail, 16, 400, 'ink-muted');
  y += 18;
  write(texts.legends.projects, 16, 600, 'ink');
  for (const { from, to, step, municipalities: count } of classes)
    legendRow(swatch(colours(`sequence-${step}`)), texts.range(from, to), texts.municipalityCount(count));
  const nobody = municipalities.filter(({ projects }) => projects === 0).length;
  if (nobody > 0) legendRow(swatch('url(#nobody)'), texts.invitation, texts.municipalityCount(nobody));
  const owners = municipalities.filter(({ strategies }) => strategies > 0).length;
  if (owners > 0)
    legendRow(
      <path d="M12 0 20 8.5 12 17 4 8.5Z" fill={colours('strategy')} />,
      texts.hasStrategy,
      texts.municipalityCount(owners),
    );
  y += 18;
  for (const line of sources) write(line, 12, 400, 'ink-muted');
  return { nodes, bottom: y };
}
