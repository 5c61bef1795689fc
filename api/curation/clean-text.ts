/** Characters that take no place on paper and that only a layout program needs: nobody finds a word with one in it. */
const invisible =
  /(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|\u034F|\u17B4|\u17B5|[\u00AD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/gu;

/** Line ends of other systems, and those of layout programs, at which readers of JSON and scripts break off. */
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;

/**
 * Text as the catalogue stores and finds it: composed (NFC), without invisible characters, with one kind of line end
 * and no blanks around it.
 */
export const cleanText = (text: string): string =>
  plain.test(text)
    ? text.trim()
    : text.normalize('NFC').replace(lineEnds, '\n').replace(invisible, '').trim();

/** Most texts: nothing in them has to be looked at. */
const plain = /^[\n -~]*$/;

/** Whether there is nothing to be seen. */
export const showsNothing = (text: string): boolean =>
  text === '' || /^[\p{Z}\p{Cf}\p{M}\s]*$/u.test(cleanText(text));

/** What makes a whole feed, workbook or file unreadable, or is nobody's wish; undefined for a text that is right. */
export function wrongCharacter(text: string): string | undefined {
  // PostgreSQL takes no NUL, XML none of the others; tabs and line ends are text.
  if (/[^\P{Cc}\t\n]/u.test(text)) return 'holds a control character; remove it.';
  // Halves of a character, and what is none for ever.
  if (/\p{Cs}|\p{Noncharacter_Code_Point}/u.test(text)) return 'holds what is no character; remove it.';
  if (text.includes('\uFFFD')) return 'holds �, which stands for a letter that was lost; write it anew.';
  return undefined;
}
