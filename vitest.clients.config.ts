import { mergeConfig } from 'vitest/config';
import common from './vitest.config.ts';

/**
 * `npm run test:clients`: the hub's answers read by programs that are not ours (LibreOffice, GDAL, QGIS,
 * rapper, feedparser, pandas, Apollo Client, urql), and its metadata held against the shapes in CONFORMANCE_DIR. They are no part of
 * `npm test`, which needs nothing installed; `.ci/run` installs them.
 */
const config = mergeConfig(common, {});
config.test = { ...config.test, include: ['tests/clients/**/*.test.ts'], exclude: [] };
export default config;
