/** What the law pages are made of beside their words. */
export type LawFacts = {
  /** Host of the hub, as people read it. */
  readonly host: string;
  /** Who runs the hub; null where the settings do not tell. */
  readonly operator: string | null;
  /** How many days logs are kept; null where the settings do not tell. */
  readonly logDays: number | null;
  /** Host of the base map that a visitor may switch on. */
  readonly tiles: string | null;
  /** Law and authorities of the Land. */
  readonly accessibilityLaw: string | null;
  /** The day of the accessibility statement, in words. */
  readonly statedOn: string;
  /** Version of axe-core that the pages are checked with, and how many pages. */
  readonly axe: string;
  readonly pages: number;
  /** Whether there are pages in easy and in sign language. */
  readonly easyLanguage: boolean;
  readonly signLanguage: boolean;
};

/** A heading with what stands below it. */
export type LawSection = {
  readonly id?: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly list?: readonly string[];
};
