import { titleOfRemoved } from '../../catalogue/history/removed.ts';
import type { Column, Entity } from '../../catalogue/model/entity.ts';
import { seesAll, type Viewer } from '../../catalogue/model/visibility.ts';
import type { Names } from '../../catalogue/query/names.ts';
import { type Language, locales } from '../../language.ts';
import { localise } from '../../publishing/records/localise.ts';
import { feedWords } from '../../texts/feed-words.ts';
import { texts } from '../../texts/texts.ts';
import { placeName, readableDate, wordFor } from '../../texts/words.ts';
import type { RecordChange, Removal } from './changes.ts';

export type EntryKind = 'added' | 'changed' | 'confirmed' | 'removed';

/** An entry of a feed, as both kinds of feed give it. */
export type FeedEntry = {
  readonly kind: EntryKind;
  readonly title: string;
  /** What changed, as HTML. */
  readonly html: string;
};

export type Telling = {
  readonly entity: Entity;
  readonly columns: readonly Column[];
  readonly names: Names;
  readonly lang: Language;
  readonly viewer: Viewer;
};

/** A change in words; null where nothing of it may be told. */
export function tell(change: RecordChange | Removal, telling: Telling): FeedEntry | null {
  const { entity, columns, lang } = telling;
  const t = feedWords[lang];
  if (change.action === 'REMOVED') return tellRemoval(change, entity, lang);
  const told = columns.flatMap((column) => {
    const line = lineOf(column, change, telling);
    return line ? [{ column, line }] : [];
  });
  if (change.action === 'CHANGED' && told.length === 0) return null;
  const confirmed = change.action === 'CHANGED' && told.every(({ column }) => column.name === 'confirmed_at');
  const kind = change.action === 'ADDED' ? 'added' : confirmed ? 'confirmed' : 'changed';
  const record = localise(change.record, lang);
  const title = String(record.title ?? record.name ?? record.organisation);
  const summary = change.action === 'ADDED' && (record.summary ?? record.description);
  const html = (
    <>
      {summary ? <p>{String(summary)}</p> : null}
      <ul>
        {told.map(({ line }) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
  return { kind, title: `${t[kind]}: ${title}`, html: String(html) };
}

/** A contact that is gone has no name any more. */
function tellRemoval({ before, at }: Removal, entity: Entity, lang: Language): FeedEntry {
  const { gone, singular, thisRecord } = texts[lang];
  const name = titleOfRemoved(entity, before);
  const told = gone(name ?? thisRecord, readableDate(at, lang));
  return {
    kind: 'removed',
    title: `${feedWords[lang].removed}: ${name ?? singular[entity.name]}`,
    html: String(<p>{told}</p>),
  };
}

/** One column of a change; null where it did not change, or cannot be told. */
function lineOf(
  column: Column,
  { action, before, after, record }: RecordChange,
  { entity, names, lang, viewer }: Telling,
): string | null {
  const { name } = column;
  if (column.derived || (action === 'CHANGED' && same(before?.[name], after[name]))) return null;
  const t = feedWords[lang];
  const label = labelOf(name, lang);
  const hidesSome = !seesAll(entity.table, viewer);
  // Of contacts only what is public today is told: an old number may have been somebody's own.
  const value = (hidesSome ? record : after)[name];
  const [yes, no] = t.facts[name] ?? [];
  if (yes && value === true) return yes;
  // Of what is new, nobody needs to be told what it is not.
  if (no && value === false) return action === 'ADDED' ? null : no;
  const now = readable(column, value, names, lang);
  if (action === 'ADDED')
    return now === null || column.type === 'url' || isText(name) ? null : `${label}: ${now}`;
  const old = hidesSome || isText(name) ? null : readable(column, before?.[name], names, lang);
  if (now === null && old === null) return hidesSome ? `${label}: ${t.cleared}` : null;
  return `${label}: ${now ?? t.cleared}${old === null ? '' : ` (${t.before(old)})`}`;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
/** Long texts are told as they are now, beside the title or as a change. */
const isText = (name: string) => /^(title|name|summary|description)(_(de|en))?$/.test(name);
const labelOf = (name: string, lang: Language) =>
  feedWords[lang].labels[name] ?? wordFor(texts[lang].labels, name);

/** A value as people read it; null for none. Keys of records that are not public are none. */
function readable(column: Column, value: unknown, names: Names, lang: Language): string | null {
  const t = texts[lang];
  const { references, type, values } = column;
  const words = [value ?? []].flat().flatMap((one): string[] => {
    if (references) {
      const name = names[references]?.[String(one)];
      if (name === undefined) return [];
      return [references === 'municipalities' ? placeName(String(one), name, t) : name];
    }
    if (type === 'boolean') return [one ? t.yes : t.no];
    if (values) return [wordFor(t.values, String(one))];
    if (type === 'integer' || type === 'number')
      return [new Intl.NumberFormat(locales[lang]).format(Number(one))];
    return [type === 'date' ? readableDate(one, lang) : String(one)];
  });
  return words.length === 0 ? null : words.join(', ');
}
