import { type JointPlan as Found, findJointPlans } from '../../../catalogue/insight/same-plans.ts';
import { builder } from '../base/builder.ts';
import { partArguments, partOf } from '../base/parts.ts';
import { relatedList } from '../read/lists.ts';
import { loadFoundList, loadRecord } from '../read/record-loader.ts';
import { FieldOfAction, Municipality, Project, Topic } from './refs.ts';

const JointPlan = builder.objectRef<Found>('JointPlan').implement({
  description:
    'Ideas and plans of different municipalities on the same thing: candidates for doing it together.',
  fields: (t) => ({
    field: t.field({
      type: FieldOfAction,
      description: 'The field of action they share; null where it is a topic.',
      resolve: ({ field }, _args, context, info) =>
        field === null ? null : loadRecord({ entity: 'fields', key: field }, context, info),
    }),
    topic: t.field({
      type: Topic,
      description: 'The topic they share; null where it is a field of action.',
      resolve: ({ topic }, _args, context, info) =>
        topic === null ? null : loadRecord({ entity: 'topics', key: topic }, context, info),
    }),
    projects: t.field({
      type: [Project],
      nullable: false,
      description: 'The ideas and plans, by title.',
      args: partArguments('its slug'),
      resolve: ({ projects }, part, context, info) =>
        loadFoundList('projects', partOf(projects, part), context, info),
    }),
    municipalities: t.field({
      type: [Municipality],
      nullable: false,
      description: 'Who takes part in them, by name.',
      args: partArguments('its AGS'),
      resolve: ({ municipalities }, part, context, info) =>
        loadFoundList('municipalities', partOf(municipalities, part), context, info),
    }),
  }),
});

builder.prismaObjectField(Municipality, 'samePlans', (t) =>
  t.field(
    relatedList(
      'municipalities',
      'samePlans',
      'projects',
      'Ideas and plans of others that share a field or topic with an idea or plan of this municipality: candidates for doing it together.',
    ),
  ),
);

builder.prismaObjectField(Project, 'samePlans', (t) =>
  t.field(
    relatedList(
      'projects',
      'samePlans',
      'projects',
      'Ideas and plans that share a field or topic with this project and in which others take part.',
    ),
  ),
);

builder.queryField('jointPlans', (t) =>
  t.field({
    type: [JointPlan],
    nullable: false,
    description:
      'Who plans the same? Each field of action and topic with ideas and plans of different municipalities, those with most first.',
    resolve: (_root, _args, { hub }) => findJointPlans(hub),
  }),
);
