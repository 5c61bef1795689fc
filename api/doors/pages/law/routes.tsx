import { type Context, Hono } from 'hono';
import { CallerError } from '../../../errors.ts';
import { baseUrlOf } from '../../../http/base-url.ts';
import { pageHeaders } from '../../../http/headers.ts';
import type { Hub } from '../../../hub.ts';
import { href, type Language, readLanguage } from '../../../language.ts';
import { AccessibilityPage } from './accessibility-page.tsx';
import { ImprintPage } from './imprint-page.tsx';
import { PrivacyPage } from './privacy-page.tsx';
import { securityTxt } from './security-txt.ts';

/** What people type, and in which language they expect the answer. */
const aliases: readonly (readonly [alias: string, path: string, lang: Language])[] = [
  ['/impressum', '/imprint', 'de'],
  ['/mentions-legales', '/imprint', 'fr'],
  ['/datenschutz', '/privacy', 'de'],
  ['/confidentialite', '/privacy', 'fr'],
  ['/barrierefreiheit', '/accessibility', 'de'],
  ['/accessibilite', '/accessibility', 'fr'],
];

/** Imprint, privacy page, accessibility statement and security.txt. */
export function lawRoutes(hub: Hub): Hono {
  const routes = new Hono();
  const headers = pageHeaders(hub.settings);
  const site = (c: Context) => ({
    hub,
    lang: readLanguage(c.req.query('lang')),
    base: baseUrlOf(c.req.raw, hub.settings),
  });
  routes.get('/imprint', (c) => c.html(<ImprintPage site={site(c)} />, 200, headers));
  routes.get('/privacy', (c) => c.html(<PrivacyPage site={site(c)} />, 200, headers));
  routes.get('/accessibility', (c) => c.html(<AccessibilityPage site={site(c)} />, 200, headers));
  for (const [alias, path, lang] of aliases)
    routes.get(alias, (c) => c.redirect(baseUrlOf(c.req.raw, hub.settings) + href(path, lang), 308));
  const security = (c: Context) => {
    const text = securityTxt(site(c));
    if (text === null)
      throw new CallerError('NOT_FOUND', 'There is no security.txt: SECURITY_CONTACT is not set.');
    return c.text(text);
  };
  routes.get('/.well-known/security.txt', security);
  routes.get('/security.txt', security);
  return routes;
}
