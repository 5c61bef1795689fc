import type { Piece } from '../../texts/piece.ts';

/** Words, figures that lead somewhere, and names in the language that they are in. */
export const Sentence = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>
    {pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('href' in piece) return <a href={piece.href}>{piece.text}</a>;
      return piece.lang ? <span lang={piece.lang}>{piece.text}</span> : piece.text;
    })}
  </>
);
