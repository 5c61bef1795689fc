import type { Call } from '../../catalogue/calls/chain.ts';
import { phoneUri } from '../../catalogue/calls/phone.ts';
import type { Row } from '../../catalogue/query/page.ts';
import type { Language } from '../../language.ts';
import { type Asked, callInWords } from '../../texts/calls/call-words.ts';

/**
 * Somebody to call as records give it, for pages, the widget and `.json` alike.
 * @param about what is asked about, for the words.
 */
export function callRow(call: Call, about: Asked, lang: Language): Row {
  const { step, organisation, unit, street, postcode, place, email, phone, website } = call;
  const role = lang === 'en' ? (call.roleEn ?? call.roleDe) : (call.roleDe ?? call.roleEn);
  return {
    step,
    why: callInWords(call, about, lang),
    organisation,
    unit,
    role,
    phone,
    /** As a link: what a telephone dials from anywhere. */
    phone_uri: phoneUri(phone),
    email,
    website,
    street,
    postcode,
    place,
    municipality: call.municipality,
    contact: call.contact,
    url: call.contact
      ? `/contacts/${call.contact}`
      : call.municipality && `/municipalities/${call.municipality}`,
  };
}
