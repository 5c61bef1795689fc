/**
 * Where the line between a and b crosses the height y, as its x; NaN where it does not. A point lies within an area
 * if an odd number of the lines of its border cross the ray from it to the right: `x < crossing(…)`.
 */
export const crossing = (y: number, ax: number, ay: number, bx: number, by: number): number =>
  ay > y !== by > y ? ax + ((y - ay) / (by - ay)) * (bx - ax) : Number.NaN;
