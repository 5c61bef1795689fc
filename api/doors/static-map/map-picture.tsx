import { known } from '../../../map-widget/model/known.ts';
import { type Layer, layerFor } from '../../../map-widget/model/layer.ts';
import { type Colours, fontFamily } from '../../publishing/pictures/colours.ts';
import { breakLines } from '../../publishing/pictures/typeset.ts';
import { fillOf, LookPattern } from './look-pattern.tsx';
import { MapLabel } from './map-label.tsx';
import type { Picture, PictureRow } from './picture.ts';
import type { Shapes } from './shapes.ts';

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
  const drawn = picture.municipalities.filter(({ ags }) => shapes.municipalities.has(ags));
  const inPlace = drawn.filter(({ outside }) => !outside);
  const layer = layerFor(picture.layer, texts, inPlace);
  const looks = new Set(inPlace.map((row) => layer.classOf(row).look));
  const scale = (width - mapLeft - edge) / shapes.width;
  const text = writeColumn(picture, layer, inPlace, colours);
  const height = Math.ceil(Math.max(shapes.height * scale + 2 * edge, text.bottom + edge));
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
      <desc id="desc">{describe(picture, layer, inPlace)}</desc>
      {[...looks].map((look) => (
        <LookPattern look={look} colours={colours} />
      ))}
      <rect width={width} height={height} fill={colours('ground')} />
      {text.nodes}
      <g transform={`translate(${mapLeft} ${edge}) scale(${scale})`} stroke-linejoin="round">
        <g stroke={colours('line-strong')} stroke-width="1">
          {drawn.map((row) => (
            <path
              d={shapes.municipalities.get(row.ags)?.path}
              fill={row.outside ? colours('ground') : fillOf(layer.classOf(row).look)}
            />
          ))}
        </g>
        <g fill="none" stroke-linecap="round">
          <path d={shapes.districtBorders} stroke={colours('ground')} stroke-width="5" />
          <path d={shapes.districtBorders} stroke={colours('ink')} stroke-width="2.2" />
        </g>
        <g fill="none">
          {picture.marked.map((ags) => {
            const shape = shapes.municipalities.get(ags) ?? shapes.districts.get(ags);
            return (
              <>
                <path d={shape?.path} stroke={colours('ground')} stroke-width="9" />
                <path d={shape?.path} stroke={colours('focus')} stroke-width="5" />
              </>
            );
          })}
        </g>
        {inPlace.map((row) => (
          <MapLabel
            row={row}
            number={layer.figure(row)}
            marked={picture.layer === 'projects'}
            look={layer.classOf(row).look}
            place={known(shapes.municipalities.get(row.ags), `area of ${row.ags}`).label}
            colours={colours}
          />
        ))}
      </g>
    </svg>
  );
}

/** The whole message for whoever does not see the picture. */
function describe(
  { summary, details, layer: name, texts }: Picture,
  layer: Layer,
  rows: readonly PictureRow[],
) {
  const message = `${[summary, ...details].join('; ')}.`;
  if (name !== 'projects') {
    const groups = layer.classes.map((one) => {
      const names = rows.filter((row) => layer.classOf(row) === one).map((row) => row.name);
      return names.length > 0 && `${one.label}: ${names.join(', ')}.`;
    });
    return [message, `${texts.legends[name]}:`, ...groups].filter(Boolean).join(' ');
  }
  const nobody = rows.filter(({ projects }) => projects === 0);
  const counts = rows
    .filter(({ projects }) => projects > 0)
    .toSorted((a, b) => b.projects - a.projects)
    .map((row) => `${row.name} ${texts.number(row.projects)}`);
  return [
    message,
    counts.length > 0 && `${texts.legends.projects}: ${counts.join(', ')}.`,
    nobody.length > 0 && `${texts.nobodyYet}: ${nobody.map((row) => row.name).join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Title, summary, legend and sources one below the other, beside the map. */
function writeColumn(
  { title, layer: name, summary, details, sources, texts }: Picture,
  layer: Layer,
  municipalities: readonly PictureRow[],
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
  write(texts.legends[name], 16, 600, 'ink');
  for (const one of layer.classes) {
    const count = municipalities.filter((row) => layer.classOf(row) === one).length;
    if (count > 0) legendRow(swatch(fillOf(one.look)), one.label, texts.municipalityCount(count));
  }
  const owners = municipalities.filter(({ strategies }) => strategies > 0).length;
  if (name === 'projects' && owners > 0)
    legendRow(
      <path d="M12 0 20 8.5 12 17 4 8.5Z" fill={colours('strategy')} />,
      texts.hasStrategy,
      texts.municipalityCount(owners),
    );
  y += 18;
  for (const line of sources) write(line, 12, 400, 'ink-muted');
  return { nodes, bottom: y };
}
