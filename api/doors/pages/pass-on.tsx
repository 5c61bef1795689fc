import { textsFor } from '../../../map-widget/model/texts/texts-for.ts';
import type { Language } from '../../language.ts';
import { listWords } from '../../texts/pages/list-words.ts';
import { type FeedLink, FeedLinks } from './feed-links.tsx';

type Ways = {
  readonly lang: Language;
  /** Where the map shows the same. */
  readonly map?: string | undefined;
  /** As files, each with its address and name. */
  readonly files?: readonly (readonly [href: string, label: string])[];
  readonly picture?: string | undefined;
  readonly embed?: string | undefined;
  readonly feeds: readonly FeedLink[];
};

/** What a page shows, to keep and to pass on; the buttons appear where scripts/pass-on.js runs. */
export function PassOn({ lang, map, files = [], picture, embed, feeds }: Ways) {
  const { passOn, share, copied, named } = textsFor(lang);
  const links = [
    [map, listWords[lang].onMap],
    ...files,
    [picture, passOn.picture],
    [embed, passOn.embed],
  ] as const;
  return (
    <section class="pass-on no-print">
      <h2>{passOn.title}</h2>
      <ul class="inline">
        <li hidden>
          <button type="button" data-pass="copy" data-done={copied}>
            {share}
          </button>
        </li>
        <li hidden>
          <button type="button" data-pass="print">
            {passOn.print}
          </button>
        </li>
        {links.map(
          ([href, label]) =>
            href && (
              <li>
                <a href={href} rel="nofollow">
                  {label}
                </a>
              </li>
            ),
        )}
        {feeds.length > 0 && (
          <li>
            {named(passOn.follow, '')}
            <FeedLinks feeds={feeds} />
          </li>
        )}
      </ul>
    </section>
  );
}
