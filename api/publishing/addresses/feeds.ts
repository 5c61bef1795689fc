/** As what the changes of an entity can be followed: `/feeds/{entity}.{extension}`. */
export const feedFormats = [
  { extension: 'atom', contentType: 'application/atom+xml', label: 'Atom' },
  { extension: 'json', contentType: 'application/feed+json', label: 'JSON Feed' },
] as const;
