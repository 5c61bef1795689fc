import type { Entity } from '../../../catalogue/model/entity.ts';
import type { Site } from '../../../publishing/layout.tsx';
import type { FoundRecord } from '../../../publishing/records/record.ts';
import type { Story } from './read-story.ts';

/** What the story of a record is told from. */
export type Told = {
  readonly site: Site;
  readonly entity: Entity;
  readonly found: FoundRecord;
  readonly story: Story;
  readonly title: string;
};
