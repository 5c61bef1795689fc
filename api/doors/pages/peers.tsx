import type { Row } from '../../catalogue/query/page.ts';
import { href, type Language } from '../../language.ts';
import type { PeersOfRecord } from '../../publishing/records/peers.ts';
import { texts } from '../../texts/texts.ts';
import { titleOf } from '../../texts/words.ts';
import { ContactLine } from './related.tsx';

/** Who is further and near or alike, why just they, and whom to call there. */
export function PeersOf({ peers: { best }, lang }: { peers: PeersOfRecord; lang: Language }) {
  const t = texts[lang];
  if (best.length === 0) return null;
  return (
    <section>
      <h2>{t.whoCanHelp}</h2>
      <ul class="records">
        {best.map((peer) => (
          <li>
            <a href={href(String(peer.url), lang)}>{titleOf(peer, t)}</a>
            <div class="muted">
              {(peer.reasons as { text: string }[]).map(({ text }) => text).join(' · ')}
            </div>
            {peer.contact ? <ContactLine contact={peer.contact as Row} lang={lang} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
