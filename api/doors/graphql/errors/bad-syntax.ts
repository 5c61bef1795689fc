import { type GraphQLError, Lexer, Source } from 'graphql';
import { detailsOf, type ErrorDetails } from '../../../errors.ts';

/** Of a text that is no query: what stands where it cannot be read on, and what is expected there. */
export function detailsOfSyntax(text: string, { message, positions }: GraphQLError): ErrorDetails {
  const at = positions?.[0] ?? 0;
  const before = text.slice(0, at);
  const found = /Unterminated/.test(message) ? /"+[^"]*$/.exec(before) : piece.exec(text.slice(at));
  const allowed = expected.find(([pattern]) => pattern.test(message))?.[1];
  return detailsOf(
    found?.[0] ?? '<EOF>',
    allowed ?? wanted(message) ?? (isWithin(before) ? 'a value is needed' : definitions),
  );
}

const definitions = 'allowed are query, fragment and {';

/** By what graphql-js says: what it would have liked to read. */
const expected: readonly (readonly [RegExp, string])[] = [
  [/Expected Name,/, 'a name is needed'],
  [/Unexpected Name "on"/, 'a name other than on is needed'],
  [/Unterminated string/, 'a text ends with " in its line, or stands between """ and """'],
  [/single quote/, 'a text stands between double quotes: "text"'],
  [/escape sequence/, 'allowed are \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e4 \\u{e4}'],
  [/description/, definitions],
  [/character/, 'allowed are names, numbers, "texts" and ! $ & ( ) ... : = @ [ ] { | }'],
  [/number/, 'a number is needed, such as 5, 0.5 or 5e10'],
  [/in constant value/, 'a value without variables is needed'],
];

function wanted(message: string): string | undefined {
  const sign = /Expected (.+), found /.exec(message)?.[1];
  return sign && `${sign} is needed`;
}

/** A text, a word, an escaped letter or a sign. */
const piece = /^(""".*?"""|"[^"\n]*"|\$?\w+|\\u\{?\w*|\\.|\.{3}|.)/su;

/** Whether a bracket is open at the end of a text. */
function isWithin(text: string): boolean {
  const lexer = new Lexer(new Source(text));
  let open = 0;
  for (let { kind } = lexer.token; kind !== '<EOF>'; kind = lexer.advance().kind)
    open += Number('{(['.includes(kind)) - Number('})]'.includes(kind));
  return open > 0;
}
