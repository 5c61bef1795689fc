import { builder } from '../base/builder.ts';

// The records refer to each other in a ring: their names stand here, their fields each in a file of its own.

export const Municipality = builder.prismaNode('Municipality', {
  description: 'A Gemeinde, a Stadt, a Stadtkreis or a Landkreis.',
  id: { field: 'ags' },
  nullable: true,
  select: { ags: true },
});

export const MunicipalityConnection = builder.connectionObject(
  { type: Municipality, name: 'MunicipalityConnection' },
  { name: 'MunicipalityEdge' },
);

export const Project = builder.prismaNode('Project', {
  description: 'A digitalisation project of one or many municipalities.',
  id: { field: 'slug' },
  nullable: true,
  select: { slug: true },
});

const ProjectConnection = builder.connectionObject(
  { type: Project, name: 'ProjectConnection' },
  { name: 'ProjectEdge' },
);

export const Strategy = builder.prismaNode('Strategy', {
  description: 'A digitalisation strategy of one or many municipalities.',
  id: { field: 'slug' },
  nullable: true,
  select: { slug: true },
});

const StrategyConnection = builder.connectionObject(
  { type: Strategy, name: 'StrategyConnection' },
  { name: 'StrategyEdge' },
);

export const Contact = builder.prismaNode('Contact', {
  description: 'Whom to call: an office by preference. Persons only with their consent.',
  id: { field: 'slug' },
  nullable: true,
  select: { slug: true },
});

const ContactConnection = builder.connectionObject(
  { type: Contact, name: 'ContactConnection' },
  { name: 'ContactEdge' },
);

export const FieldOfAction = builder.prismaNode('FieldOfAction', {
  description: "One of the region's fields of action (Handlungsfelder).",
  id: { field: 'slug' },
  nullable: true,
  select: { slug: true },
});

const FieldOfActionConnection = builder.connectionObject(
  { type: FieldOfAction, name: 'FieldOfActionConnection' },
  { name: 'FieldOfActionEdge' },
);

export const Topic = builder.prismaNode('Topic', {
  description: 'A subject from a controlled list, finer than a field of action.',
  id: { field: 'slug' },
  nullable: true,
  select: { slug: true },
});

const TopicConnection = builder.connectionObject(
  { type: Topic, name: 'TopicConnection' },
  { name: 'TopicEdge' },
);

export const Event = builder.prismaNode('Event', {
  description: 'A workshop or another meeting, and what came of it.',
  id: { field: 'slug' },
  nullable: true,
  select: { slug: true },
});

const EventConnection = builder.connectionObject(
  { type: Event, name: 'EventConnection' },
  { name: 'EventEdge' },
);

/** The list of each entity's records. */
export const connections = {
  municipalities: MunicipalityConnection,
  fields: FieldOfActionConnection,
  topics: TopicConnection,
  contacts: ContactConnection,
  projects: ProjectConnection,
  strategies: StrategyConnection,
  events: EventConnection,
} as const;
