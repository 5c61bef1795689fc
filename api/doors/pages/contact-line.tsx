import type { Row } from '../../catalogue/query/page.ts';
import { href, type Language } from '../../language.ts';
import { germanIn, localisedIn, telephone } from '../../texts/words.ts';

/** Whom one can call, with the number right there. */
export function ContactLine({ contact, lang }: { contact: Row; lang: Language }) {
  const { organisation, unit, role, phone, email, url } = contact;
  return (
    <>
      <a href={href(String(url), lang)} lang={germanIn(lang)}>
        {[organisation, unit].filter(Boolean).join(', ')}
      </a>
      {role ? <div lang={localisedIn(lang)}>{String(role)}</div> : null}
      {(phone || email) && (
        <div>
          {typeof phone === 'string' && <a href={telephone(phone)}>{phone}</a>}
          {phone && email ? ' · ' : ''}
          {typeof email === 'string' && <a href={`mailto:${email}`}>{email}</a>}
        </div>
      )}
    </>
  );
}
