import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Behind an extension a slash leads to another number: `201-0/-12` would be dialled as 201012. */
const secondNumber = /-\s*\d+\s*\/|\/\s*-/;

/**
 * A telephone number as it is dialled from anywhere, in E.164 (`+497612010`).
 * @param phone as it is published, German where it names no country: `0761 201-0`, `+49 (0) 761 201-0`.
 * @returns null where it cannot be dialled: no area code, not a number of that country, or two in one.
 */
export function dialled(phone: string): string | null {
  if (!/^\s*\(?\s*[0+]/.test(phone) || secondNumber.test(phone)) return null;
  const number = parsePhoneNumberFromString(phone, { defaultCountry: 'DE', extract: false });
  return number?.isValid() ? number.number : null;
}

/** The same as a link, `tel:+497612010`; null where there is no number, or none that can be dialled. */
export function phoneUri(phone: string | null): string | null {
  const number = phone === null ? null : dialled(phone);
  return number === null ? null : `tel:${number}`;
}
