import type { Look } from './layer.ts';

/** Width and height of the square that a texture repeats. */
export const cell = 6;

const textures = ['', '', 'M2 2h1v1h-1zM5 5h1v1h-1z', 'M0 3H6', 'M0 3H6M3 0V6', ''];

/** Each step has a texture of its own, so that classes can be told apart without their colours. */
export const textureOf = (look: Look): string =>
  look === 'none' ? 'M0 0V6' : (textures[Number(look[1])] ?? '');
