import type { Entity } from '../../catalogue/model/entity.ts';
import type { Row } from '../../catalogue/query/page.ts';
import { href, type Language } from '../../language.ts';
import type { RelatedList } from '../../publishing/records/record.ts';
import { texts } from '../../texts/texts.ts';
import { germanIn, telephone, titleOf, wordFor } from '../../texts/words.ts';

type Listed = {
  readonly list: string;
  readonly related: RelatedList;
  readonly of: Entity;
  readonly lang: Language;
};

/** A place or a field without a project is told as an invitation; other empty lists not at all. */
export function Related({ list, related, of, lang }: Listed) {
  const t = texts[lang];
  const { entity, rows } = related;
  const heading = list === 'neighbours' || list === 'members' ? t[list] : t[entity];
  const invites = list === 'projects' && (of.name === 'municipalities' || of.name === 'fields');
  if (rows.length === 0 && !invites) return null;
  return (
    <section>
      <h2>
        {heading} {rows.length > 0 && <span class="muted">{rows.length}</span>}
      </h2>
      {rows.length === 0 ? (
        <p>{t.nobodyYet}</p>
      ) : (
        <ul class={entity === 'municipalities' ? 'inline' : 'records'}>
          {rows.map((row) => (
            <li>
              {entity === 'contacts' ? (
                <ContactLine contact={row} lang={lang} />
              ) : (
                <>
                  <a href={href(String(row.url), lang)} lang={row.title ? germanIn(lang) : undefined}>
                    {titleOf(row, t)}
                  </a>{' '}
                  {typeof row.status === 'string' && row.status !== 'UNKNOWN' && (
                    <span class="muted">{wordFor(t.values, row.status)}</span>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Whom one can call, with the number right there. */
export function ContactLine({ contact, lang }: { contact: Row; lang: Language }) {
  const { organisation, unit, role, phone, email, url } = contact;
  return (
    <>
      <a href={href(String(url), lang)} lang={germanIn(lang)}>
        {[organisation, unit].filter(Boolean).join(', ')}
      </a>
      {role ? <div>{String(role)}</div> : null}
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
