import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { Language } from '../../language.ts';
import { asXml } from '../../publishing/xml.ts';
import type { FeedEntry } from './entry.tsx';

/** One page of a feed, as Atom and JSON Feed both give it. */
export type Feed = {
  /** Address of this page. */
  readonly address: string;
  /** Address of the first page, which stays. */
  readonly id: string;
  readonly home: string;
  /** Address of the page with older entries. */
  readonly next: string | undefined;
  readonly title: string;
  readonly about: string;
  readonly author: string;
  readonly licence: { readonly name: string; readonly url: string };
  readonly lang: Language;
  readonly updated: Date;
  readonly entries: readonly (FeedEntry & { id: string; url: string; at: Date })[];
};

/** RFC 4287. */
function atom(feed: Feed): string {
  const text = (value: string) => ({ value, type: 'text' });
  const written = generateAtomFeed({
    id: feed.id,
    title: text(feed.title),
    subtitle: text(feed.about),
    updated: feed.updated,
    authors: [{ name: feed.author }],
    rights: text(`${feed.licence.name} (${feed.licence.url})`),
    links: [
      { rel: 'self', href: feed.address, type: 'application/atom+xml' },
      { rel: 'alternate', href: feed.home, type: 'text/html', hreflang: feed.lang },
      { rel: 'license', href: feed.licence.url },
      ...(feed.next ? [{ rel: 'next', href: feed.next, type: 'application/atom+xml' }] : []),
    ],
    xml: { lang: feed.lang },
    entries: feed.entries.map(({ id, title, html, url, at, kind }) => ({
      id,
      title: text(title),
      updated: at,
      links: [{ rel: 'alternate', href: url, type: 'text/html' }],
      categories: [{ term: kind }],
      content: { value: html, type: 'html' },
    })),
  });
  return asXml(written);
}

/** JSON Feed 1.1. */
function json(feed: Feed): string {
  return JSON.stringify(
    generateJsonFeed({
      title: feed.title,
      description: feed.about,
      home_page_url: feed.home,
      feed_url: feed.address,
      ...(feed.next && { next_url: feed.next }),
      language: feed.lang,
      authors: [{ name: feed.author }],
      items: feed.entries.map(({ id, title, html, url, at, kind }) => ({
        id,
        url,
        title,
        content_html: html,
        date_modified: at,
        tags: [kind],
      })),
    }),
  );
}

/** A page of a feed in each format. */
export const write = { atom, json };
