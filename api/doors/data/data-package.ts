import { Hono } from 'hono';
import { known } from '../../../map-widget/model/known.ts';
import { baseUrlOfFiles } from '../../http/base-url.ts';
import { wholeOr503 } from '../../http/whole-or-503.ts';
import type { Hub } from '../../hub.ts';
import { archive, packageText } from '../../publishing/data-package/archive.ts';
import { otherMembers } from '../../publishing/data-package/members.ts';
import { readParameters } from '../../publishing/datasets/read-parameters.ts';
import type { MadeFiles } from '../../publishing/files/made-files.ts';
import { serveFile } from '../../publishing/files/serve-file.ts';
import { licenceLink } from '../../publishing/licences.ts';
import { fileHeaders } from './download.ts';

/** All data in one file, what describes it, and those of its files that are no dataset. */
export function dataPackageDoor(hub: Hub, made: MadeFiles): Hono {
  const door = new Hono();
  door.get('/data/all.zip', (c) =>
    wholeOr503(c, hub, async () => {
      readParameters(new URL(c.req.url).searchParams, [], []);
      const zip = { contentType: 'application/zip', extension: 'zip' };
      const headers = await fileHeaders(hub, { name: 'all' }, zip);
      const base = baseUrlOfFiles(hub.settings);
      return made.forRequest(c.req.raw, (files) => serveFile(c, files, archive(hub, base, files), headers));
    }),
  );
  door.get('/data/datapackage.json', (c) =>
    wholeOr503(c, hub, async () => {
      readParameters(new URL(c.req.url).searchParams, [], []);
      const base = baseUrlOfFiles(hub.settings);
      const text = await made.forRequest(c.req.raw, (files) => packageText(hub, base, files));
      return c.body(text, 200, {
        'content-type': 'application/json; charset=utf-8',
        link: licenceLink(hub, { name: 'catalogue' }),
        'access-control-allow-origin': '*',
      });
    }),
  );
  for (const { path, contentType } of otherMembers(hub, ''))
    door.get(`/data/${path}`, (c) => {
      readParameters(new URL(c.req.url).searchParams, [], []);
      const headers = {
        'content-type': contentType,
        link: licenceLink(hub, { name: 'municipalities' }),
        'access-control-allow-origin': '*',
      };
      const base = baseUrlOfFiles(hub.settings);
      const member = known(
        otherMembers(hub, base).find((one) => one.path === path),
        path,
      );
      return made.forRequest(c.req.raw, (files) => serveFile(c, files, member.recipe, headers));
    });
  return door;
}
