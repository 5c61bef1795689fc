import type { Site } from '../../../publishing/layout.tsx';

const day = 86_400_000;
/** RFC 9116 asks for less than a year; who reads it later has to ask again. */
const validDays = 180;

/** `/.well-known/security.txt` after RFC 9116; null where nobody is named. */
export function securityTxt(
  { hub: { settings }, base = '' }: Pick<Site, 'hub' | 'base'>,
  now = Date.now(),
): string | null {
  const contact = settings.SECURITY_CONTACT || settings.OPERATOR_EMAIL;
  if (!contact) return null;
  const expires = new Date(now + validDays * day).toISOString().slice(0, 10);
  return [
    `Contact: ${contact.includes('@') && !contact.startsWith('https:') ? `mailto:${contact}` : contact}`,
    `Expires: ${expires}T00:00:00.000Z`,
    'Preferred-Languages: de, en, fr',
    `Canonical: ${base}/.well-known/security.txt`,
    '',
  ].join('\n');
}
