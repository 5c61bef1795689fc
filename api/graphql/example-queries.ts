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
] as const;
