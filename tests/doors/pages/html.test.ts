import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkedPages } from '../../../api/doors/pages/law/checked-pages.ts';
import { openHub, type TestHub } from '../../support/hub.ts';
import { remove } from '../../support/remove.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  await remove(hub.database, 'projects', 'onleihe-alt', { slug: 'onleihe-alt', title: 'Onleihe Region' });
  return () => hub.database.close();
});

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
});

describe('valid HTML is', () => {
  it.each([
    ...checkedPages,
    '/?field=e-akte&text=xyzxyz',
    '/embed?district=08316&status=RUNNING&locked=district&lang=fr',
    '/embed/builder?field=e-akte&locked=field&lang=en',
    '/municipalities/08316?lang=en',
    '/projects/frelo-leihraeder?lang=fr',
    '/imprint?lang=fr',
    '/privacy?lang=en',
    '/accessibility?lang=fr',
    '/nothing',
    '/municipalities/waldkirsch?lang=en',
    '/projects/onleihe-alt',
    '/projects/onleihe-alt?lang=fr',
    '/embed?field=x',
    '/graphql',
    '/ogc',
    '/openapi',
    '/ogc/collections',
    '/ogc/collections/municipalities/items',
  ])('%s', async (path) => {
    const response = await hub.visit(path);
    const type = response.headers.get('content-type');
    expect(type).toMatch(/^text\/html/);
    const { results } = await validator.validateString(await response.text());
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });
});
