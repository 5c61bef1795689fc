/** Width of a letter in ems, a little more than the average of the fonts that may be used. */
const letter = 0.52;

/** How wide a text will about be, in the unit of `size`: a picture has to know before any font is there. */
export const textWidth = (text: string, size: number): number => text.length * size * letter;

/** Breaks a text into lines of at most `width`, between words and behind hyphens; a longer word stands alone. */
export function breakLines(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const piece of text.match(/[^ -]+-? ?|-/g) ?? []) {
    const joined = (lines.at(-1) ?? '') + piece;
    if (lines.length > 0 && textWidth(joined.trimEnd(), size) <= width) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
