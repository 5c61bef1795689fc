import { beforeAll, expect, it } from 'vitest';
import { countJointPlans, findJointPlans } from '../../../api/catalogue/insight/same-plans.ts';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  // As the region is, hardly anything is planned.
  await hub.database.prisma.project.updateMany({ data: { status: 'PLANNED' } });
  return () => hub.database.close();
});

it('counts of joint plans are those of their lists, which it tells of subjects with few', async () => {
  const found = await findJointPlans(hub);
  expect(found.length).toBeGreaterThan(3);
  for (const few of [0, 3, 1000])
    expect(await countJointPlans(hub, few)).toEqual(
      found.map(({ field, topic, projects, municipalities }) => ({
        ...{ field, topic, projects: projects.length },
        municipalities: projects.length <= few ? municipalities : null,
      })),
    );
});
