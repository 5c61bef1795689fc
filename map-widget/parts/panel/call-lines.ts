import { type Child, node } from '../../dom/build-node.ts';
import { icon } from '../../dom/icon.ts';
import { hostOf, outside } from '../../dom/links.ts';
import type { Call } from '../../model/contract.ts';
import type { Hub } from '../../model/hub.ts';
import type { Texts } from '../../model/texts/texts.ts';
import { germanIn } from '../../model/view.ts';

/** Number, mail and website of somebody to call, as links. */
export function waysOf({
  phone,
  phone_uri: uri,
  email,
  website,
}: Pick<Call, 'phone' | 'phone_uri' | 'email' | 'website'>): Child[] {
  const page = outside(website);
  return [
    // In no new tab, where the page opens its links in one: that would stay empty.
    phone &&
      node(
        'a',
        { class: 'way', href: uri ?? `tel:${phone.replace(/[^+\d]/g, '')}`, target: '_self' },
        icon('phone'),
        phone,
      ),
    email && node('a', { class: 'way', href: `mailto:${email}`, target: '_self' }, icon('mail'), email),
    page && node('a', { class: 'site', href: page.href }, hostOf(page)),
  ];
}

/** Who is to be called, with number and mail right there, and why just they. */
export function callLines(call: Call, hub: Hub, texts: Texts, why = call.why): Child[] {
  const address = [call.street, [call.postcode, call.place].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  const lang = germanIn(texts);
  const name = [call.organisation, call.unit].filter(Boolean).join(', ');
  return [
    node(
      'p',
      { class: 'call' },
      call.url
        ? node('a', { href: hub.page(call.url), class: 'who', lang }, name)
        : node('span', { class: 'who', lang }, name),
      ...waysOf(call),
    ),
    !call.phone && !call.email && address !== '' && node('p', { class: 'facts', lang }, address),
    why !== '' && node('p', { class: 'why' }, why),
  ];
}
