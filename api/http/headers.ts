import type { Settings } from '../settings/settings.ts';

/** No script or style stands in a page, and nothing comes from elsewhere but the base map of an operator. */
const policy = ({ TILE_URL }: Settings, ancestors: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${TILE_URL && ` ${new URL(TILE_URL).origin}`}`,
    "connect-src 'self'",
    `frame-ancestors ${ancestors}`,
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/** Of every page that only the hub itself may show in a frame. */
export const pageHeaders = (settings: Settings) => ({
  'content-security-policy': policy(settings, "'self'"),
});

/** Of the builder, which shows the map in a frame of its own. */
export const builderHeaders = (settings: Settings) => ({
  'content-security-policy': `${policy(settings, "'self'")}; frame-src 'self'`,
});

/** Of the page that other sites embed. */
export const embedHeaders = (settings: Settings) => ({
  'content-security-policy': policy(settings, settings.EMBED_ANCESTORS),
});

/** What other sites show: the frames, and the pictures. */
const embedded = /^\/embed(?!\/builder)(\/|$)|\.(svg|png)$/;

/** Whether what goes wrong at that path is told in the frame of another site. */
export const isEmbedded = (path: string) => embedded.test(path);

/** Of a mistake at that path: what would have stood in a frame is told there. */
export const errorHeaders = (settings: Settings, path: string) =>
  isEmbedded(path) ? embedHeaders(settings) : pageHeaders(settings);
