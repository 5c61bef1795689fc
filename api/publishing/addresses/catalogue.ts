/** The forms in which other portals harvest the catalogue: `/catalog.{extension}`; Turtle for who does not say. */
export const catalogueForms = [
  { extension: 'ttl', contentType: 'text/turtle' },
  { extension: 'jsonld', contentType: 'application/ld+json' },
  { extension: 'rdf', contentType: 'application/rdf+xml' },
] as const;

export type CatalogueForm = (typeof catalogueForms)[number];
