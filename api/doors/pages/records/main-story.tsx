import type { Child } from 'hono/jsx';
import type { Entity } from '../../../catalogue/model/entity.ts';
import { EventStory } from './event-story.tsx';
import { FieldStory } from './field-story.tsx';
import { MunicipalityStory } from './municipality-story.tsx';
import { ProjectStory } from './project-story.tsx';
import type { Told } from './told.ts';
import { StrategyStory, WorkStory } from './work-story.tsx';

/** What a record means, below its heading: each entity tells it in its own way. */
export function MainStory(told: Told) {
  const tellers: Partial<Record<Entity['name'], (told: Told) => Child>> = {
    projects: ProjectStory,
    municipalities: MunicipalityStory,
    fields: FieldStory,
    topics: FieldStory,
    events: EventStory,
    strategies: StrategyStory,
  };
  const Teller = tellers[told.entity.name] ?? WorkStory;
  return <Teller {...told} />;
}
