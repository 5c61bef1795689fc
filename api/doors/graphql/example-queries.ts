/** Shown in GraphiQL and the README, and run by a test on the real data. */
export const exampleQueries = [
  {
    title: 'Running projects of a Landkreis, with whom to call',
    query: `# Who in the Landkreis Emmendingen is working on what, and whom can I call?
query RunningProjects {
  projects(first: 50, filter: { district: "08316", status: RUNNING }) {
    totalCount
    edges {
      node {
        title
        participations { role municipality { name } }
        contact { organisation email phone }
        url
      }
    }
  }
}
`,
  },
  {
    title: 'One municipality: projects, strategies, contacts, neighbours',
    query: `# Everything about one municipality.
query OneMunicipality {
  municipality(ags: "08316056") {
    name
    population
    sizeClass
    projects { totalCount edges { node { title status fields { name } } } }
    strategies { edges { node { title status } } }
    contacts { edges { node { organisation role email phone } } }
    neighbours { name }
  }
}
`,
  },
  {
    title: 'The six fields of action and what came of the workshop',
    query: `# The workshop of 2019: for which fields did people volunteer, and what happened since?
query FieldsOfAction {
  event(slug: "zukunftswerkstatt-digitale-wege-2019") { title date rounds tables participants participantsPrecision }
  fields {
    edges {
      node {
        name(lang: EN)
        outcomes { event { date title } volunteers }
        projects(first: 3) { totalCount edges { node { title } } }
      }
    }
  }
}
`,
  },
  {
    title: 'Search in titles and summaries',
    query: `# Umlauts either way: Müllheim, Muellheim and mullheim are the same.
query ProjectsByText {
  projects(filter: { text: "muellheim" }) {
    totalCount
    edges { node { slug title summary(lang: DE) } }
  }
}
`,
  },
  {
    title: 'Who works on a field, near me, of my size?',
    query: `# Municipalities within 20 km of Waldkirch, with 5,000 to 9,999 inhabitants, that take people along.
query NearMe {
  municipalities(filter: { field: "menschen-mitnehmen", status: [RUNNING, COMPLETED], near: "08316056", km: 20, sizeClass: FROM_5000 }) {
    totalCount
    edges { node { name population projects(filter: { field: "menschen-mitnehmen" }) { edges { node { title status } } } } }
  }
}
`,
  },
  {
    title: 'Whom can we call?',
    query: `# Whom can Friedenweiler call about the DigiLab, and why just those?
query Peers {
  municipality(ags: "08315039") {
    name
    peers(field: "digilab", first: 3) {
      totalCount
      withoutContact
      peers {
        score
        municipality { name population }
        reasons { text(lang: DE) points value }
        contact { organisation unit email phone url }
        projects { title status }
      }
    }
  }
}
`,
  },
  {
    title: 'Where are the white spots?',
    query: `# The finding of 2019: small municipalities are missing, and nobody volunteered for local strategies.
query Coverage {
  fields: coverage(by: FIELD) { field { name(lang: EN) } municipalities withProject withStrategy withActiveContact whiteSpots volunteers }
  sizes: coverage(by: SIZE_CLASS, field: "lokale-strategie") { sizeClass municipalities withStrategy whiteSpots }
  whiteSpots(field: "lokale-strategie", filter: { sizeClass: BELOW_5000 }) { totalCount edges { node { name } } }
}
`,
  },
  {
    title: 'Who plans the same?',
    query: `# Ideas and plans of others on what Müllheim plans, and every topic with plans of several municipalities.
query SamePlans {
  municipality(ags: "08315074") { name samePlans { totalCount edges { node { title status participations { municipality { name } } } } } }
  jointPlans { topic { name } field { name } projects { title } municipalities { name } }
}
`,
  },
  {
    title: 'What changed since?',
    query: `# For harvesters: each public record once, with what happened to it since revision 0.
query Changes {
  changes(sinceRevision: 0, first: 10) {
    totalCount
    untilRevision
    pageInfo { hasNextPage endCursor }
    edges { node { entity key action revision url } }
  }
}
`,
  },
  {
    title: 'Search everything',
    query: `# One ranked list over all records, in spite of the typing error; the facets are what it can be narrowed to.
query Search {
  search(text: "Digitalisirung") {
    totalCount
    corrected
    kinds { kind count }
    facets(names: [FIELD, STATUS]) { name values { value count record { ... on FieldOfAction { name } } } }
    edges {
      kind
      match
      highlights { text matched }
      snippet { text matched }
      node { ... on Project { title url } ... on Strategy { title url } ... on Municipality { name url } ... on Event { title url } }
    }
  }
}
`,
  },
] as const;
