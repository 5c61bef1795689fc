/** All but the characters of XML 1.0 (section 2.2): there is no way to write the others, halves of one among them. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text or markup without what XML forbids: one such character, and no reader reads any of it. */
export const asXml = (text: string): string => text.replace(forbidden, '');
