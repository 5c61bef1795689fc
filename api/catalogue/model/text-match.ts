import { anyOf, type Sql, sql } from '../../database/sql.ts';
import { officeColumns } from '../calls/office.ts';
import type { Column, Entity, EntityName } from './entity.ts';
import { type Viewer, visibleContacts } from './visibility.ts';
import { formsOf, type Part, type SearchText } from './vocabulary.ts';

/**
 * A person is found through the office; `source` would find every municipality at the word «Website», and its
 * office at «Hauptstraße».
 */
const notSearched = new Set(['person', 'source', ...officeColumns.map(({ name }) => name)]);

/**
 * What is searched of a record: the texts people read, never an address, a number or an internal column. The
 * first of them is its name.
 */
export const searchedColumns = ({ columns }: Pick<Entity, 'columns'>): readonly Column[] =>
  columns.filter(
    ({ type, internal, derived, values, name }) =>
      type === 'text' && !internal && !derived && !values && !notSearched.has(name),
  );

/** So few letters begin words of nearly every text, and stand within all. */
export const tooFew = 2;

/** PostgreSQL leaves these out of every text, so that half of a word could match anything. Folded. */
const stopWords = new Set(
  `aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes anderm andern anderr
  anders auch auf aus bei bin bis bist da damit dann der den des dem die das derselbe derselben denselben desselben
  demselben dieselbe dieselben dasselbe dazu dein deine deinem deinen deiner deines denn derer dessen dich dir du dies
  diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines einig einige einigem einigen
  einiger einiges einmal er ihn ihm es etwas euer eure eurem euren eurer eures gegen gewesen hab habe haben hat hatte
  hatten hier hin hinter ich mich mir ihr ihre ihrem ihren ihrer ihres euch im in indem ins ist jede jedem jeden jeder
  jedes jene jenem jenen jener jenes jetzt kann kein keine keinem keinen keiner keines machen man manche manchem
  manchen mancher manches mein meine meinem meinen meiner meines mit muss musste nach nicht nichts noch nun nur ob oder
  ohne sehr sein seine seinem seinen seiner seines selbst sich sie ihnen sind so solche solchem solchen solcher solches
  soll sollte sondern sonst um und uns unse unsem unsen unser unses unter viel vom von vor war waren warst was weg weil
  weiter welche welchem welchen welcher welches wenn werde werden wie wieder will wir wird wirst wo wollen wollte zu
  zum zur zwar zwischen`.split(/\s+/),
);

/** The shortest second half of a word. */
const shortest = 3;

/** A word as two that stand together, wherever it can be cut: «smartcity» is «Smart City», «eakte» is «E-Akte». */
function apart(word: string): [string, string][] {
  const cuts = Array.from({ length: Math.max(0, word.length - shortest) }, (_, at) => at + 1);
  return cuts
    .map((at): [string, string] => [word.slice(0, at), word.slice(at)])
    .filter((halves) => word.length > shortest + 1 && !halves.some((half) => stopWords.has(half)));
}

/**
 * The parts of a text as PostgreSQL's text search is to look for them, all of them: a word in any German form or as a
 * beginning, together with its neighbour or apart; or what means the same. What the region knows stands together. A very short word is a beginning only at
 * the end of a text, where somebody may still be typing: «E-Akte» is no «eine Akte».
 * @param weight `A`: only in names.
 */
export function queryOf(parts: readonly Part[], weight: '' | 'A' = ''): string {
  const lexeme = (word: string, begins = false) =>
    begins || weight ? `${word}:${begins ? '*' : ''}${weight}` : word;
  const together = (words: readonly string[]) => `(${words.map((word) => lexeme(word)).join(' <-> ')})`;
  const isLast = (at: number, inPart: number) =>
    at === parts.length - 1 && inPart === (parts[at]?.typed.length ?? 0) - 1;
  const alone = (at: number) => (parts[at]?.typed.length === 1 ? parts[at].typed[0] : undefined);
  return parts
    .map(({ typed, same }, at) => {
      const begins = (word: string, inPart: number) =>
        word.length > tooFew || (same.length === 0 && isLast(at, inPart));
      const written = typed.map((word, inPart) => lexeme(word, begins(word, inPart))).join(' <-> ');
      const either = [`(${written})`, ...same.map(together)];
      const own = alone(at);
      if (own) {
        const [before, behind] = [alone(at - 1), alone(at + 1)];
        for (const joined of [before && before + own, behind && own + behind])
          if (joined) either.push(lexeme(joined, joined.length > tooFew));
        either.push(...apart(own).map(together));
      }
      return `(${either.join(' | ')})`;
    })
    .join(' & ');
}

const asQuery = (parts: readonly Part[]): Sql => sql`to_tsquery('german', ${queryOf(parts)})`;

/** Whether an entry of `search_entry` is the municipality that a text names; places of one name are all of them. */
export function isPlace(entry: Sql, { parts, place }: SearchText): Sql {
  const short = formsOf(place.parts);
  // «Freiburg» is «Freiburg im Breisgau»: behind its first words a name goes on with a blank.
  const begins = short.map((form) => sql`(${entry}.name >= ${`${form} `} AND ${entry}.name < ${`${form}!`})`);
  const named = anyOf([sql`${entry}.name = ANY(${[...new Set([...formsOf(parts), ...short])]})`, ...begins]);
  const { kinds } = place;
  const ofKind = kinds
    ? sql`EXISTS (SELECT 1 FROM municipality k WHERE k.ags = ${entry}.key AND k.kind::text = ANY(${[...kinds]}))`
    : sql`TRUE`;
  return sql`(${entry}.entity = 'municipalities' AND ${named} AND ${ofKind})`;
}

const places = (text: SearchText): Sql =>
  sql`SELECT place.key FROM search_entry place WHERE ${isPlace(sql`place`, text)}`;

/**
 * Whether an entry of `search_entry`, whose alias is given, holds a text: every word of it, or the text as it is,
 * within longer words. The name of a place may be written with more or less around it.
 */
export function holdsText(entry: Sql, text: SearchText): Sql {
  const either = [sql`${entry}.words @@ ${asQuery(text.parts)}`];
  if (text.folded.length > tooFew) either.push(sql`${entry}.folded LIKE ${`%${text.folded}%`}`);
  if (queryOf(text.place.parts) !== queryOf(text.parts))
    either.push(sql`(${entry}.words @@ ${asQuery(text.place.parts)} AND EXISTS (${places(text)}))`);
  return anyOf(either);
}

/** The records that belong to the place that a text names, by entity and key: nobody has to write it in their title. */
const ofPlace = (text: SearchText, viewer: Viewer): Sql => sql`
  SELECT 'projects' AS entity, r.project AS key FROM participation r WHERE r.municipality IN (${places(text)})
  UNION SELECT 'strategies', r.strategy FROM strategy_owner r WHERE r.municipality IN (${places(text)})
  UNION SELECT 'contacts', r.slug FROM ${visibleContacts(viewer)} r WHERE r.municipality IN (${places(text)})`;

/** The entries of `search_entry` that hold a text, or whose records belong to the place that it names, to be read FROM. */
export const foundEntries = (text: SearchText, viewer: Viewer): Sql => sql`(
  SELECT s.entity, s.key, s.name, s.words FROM search_entry s WHERE ${holdsText(sql`s`, text)}
  UNION ALL
  SELECT s.entity, s.key, s.name, s.words FROM search_entry s JOIN (${ofPlace(text, viewer)}) b ON b.entity = s.entity AND b.key = s.key
  WHERE NOT ${holdsText(sql`s`, text)})`;

/**
 * Whether the record `key` is found by a text.
 * @param key SQL of the record's key.
 */
export function matchesText(entity: EntityName, key: Sql, text: SearchText, viewer: Viewer): Sql {
  // Nothing but punctuation: no word, so no record has it.
  if (text.parts.length === 0) return sql`FALSE`;
  return sql`${key} IN (SELECT found.key FROM ${foundEntries(text, viewer)} found WHERE found.entity = ${entity})`;
}
