import type { Settings } from '../settings.ts';

/** Address under which the caller reached the hub, without a slash at its end. */
export const baseUrlOf = (request: Request, settings: Settings): string =>
  settings.PUBLIC_URL || new URL(request.url).origin;
