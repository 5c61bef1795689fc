import type { Logger } from 'pino';
import type { Viewer } from './catalogue/model/visibility.ts';
import type { Region } from './catalogue/region/region.ts';
import type { Database } from './database/open-database.ts';
import type { Settings } from './settings/settings.ts';

/** What every door is given. */
export type Hub = {
  readonly database: Database;
  readonly settings: Settings;
  readonly region: Region;
  readonly log: Logger;
  /** Who reads: the visibility rule asks it. */
  readonly viewer: Viewer;
};
