import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtWidget } from './built-widget.ts';

describe('map.js', () => {
  let code = '';
  beforeAll(async () => {
    code = await builtWidget();
  });

  test('is one file of at most 65 KB when compressed', () => {
    expect(gzipSync(code).byteLength).toBeLessThanOrEqual(65 * 1024);
  });

  test('names no address that a browser could load from', () => {
    const namespaces = ['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink'];
    const addresses = code.match(/https?:\/\/[\w.-]+[^\s"'`)<]*/g) ?? [];
    // Leaflet carries the link of its own attribution, which this map does not show.
    const known = [...namespaces, 'https://leafletjs.com', 'http://www.openstreetmap.org'];
    expect(addresses.filter((address) => !known.some((start) => address.startsWith(start)))).toEqual([]);
  });

  test('keeps nothing on the device of the visitor', () => {
    expect(code).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie/);
  });
});
