import { card } from '../layout.tsx';

/** A picture as large as it fits into that of a preview, on white. */
export const inCard = (svg: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${card.width} ${card.height}" width="${card.width}" height="${card.height}"><rect width="100%" height="100%" fill="#fff"/>${svg.replace(
    /^<svg([^>]*?) width="[^"]*" height="[^"]*"/,
    `<svg$1 x="0" y="0" width="${card.width}" height="${card.height}" preserveAspectRatio="xMidYMid meet"`,
  )}</svg>`;
