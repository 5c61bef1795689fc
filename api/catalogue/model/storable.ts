/** What is told of a text that is none for the database: NUL, or half of a character. */
export const noText = 'the character NUL and halves of characters are in no text';

/** Whether the catalogue can have a text, be it as a value or a key: no other is looked for. */
export const isStorable = (text: string): boolean => !/\0|\p{Cs}/u.test(text);
