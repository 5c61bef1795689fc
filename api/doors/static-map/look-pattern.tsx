import type { Look } from '../../../map-widget/model/layer.ts';
import { cell, textureOf } from '../../../map-widget/model/texture.ts';
import type { Colours } from '../../publishing/pictures/colours.ts';

const scale = { a: 'sequence', b: 'second' } as const;

export const fillOf = (look: Look): string => `url(#${look})`;

/** Of what is written on a look. */
export const inkOf = (look: Look): string => (look === 'none' ? 'ink-muted' : `on-sequence-${look[1]}`);

/** The ground and the texture of a class, as the widget has them. */
export function LookPattern({ look, colours }: { look: Look; colours: Colours }) {
  const none = look === 'none';
  const ground = none ? 'hatch-ground' : `${scale[look[0] as 'a' | 'b']}-${look[1]}`;
  const ink = colours(none ? 'hatch' : inkOf(look));
  const texture = textureOf(look);
  return (
    <pattern id={look} width={cell} height={cell} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={cell} height={cell} fill={colours(ground)} />
      {texture && (
        <path d={texture} fill={ink} stroke={ink} stroke-width={none ? 2 : 0.6} opacity={none ? 1 : 0.3} />
      )}
    </pattern>
  );
}
