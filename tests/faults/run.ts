/**
 * `npm run faults`: throws what happens on bad days at the hub and prints what it did. `npm run faults -- lock start`
 * runs these subjects alone. FAULTS_DATABASE_URL names the PostgreSQL server that subjects make databases of their
 * own on. Exit code 1 where a claim did not hold.
 */
import { dearestFaults } from './dearest.ts';
import { diskFaults } from './disk.ts';
import { fuzzFaults } from './fuzz.ts';
import { lockFaults } from './lock.ts';
import { outageFaults } from './outage.ts';
import { poisonFaults } from './poison.ts';
import { type Finding, table } from './report.ts';
import { restoreFaults } from './restore.ts';
import { stallFaults } from './stall.ts';
import { startFaults } from './start.ts';

/** Each subject throws its faults and tells what it found; a short form of each is in the suite. */
const subjects: Readonly<Record<string, () => Promise<Finding[]>>> = {
  lock: lockFaults,
  start: startFaults,
  restore: restoreFaults,
  outage: outageFaults,
  disk: diskFaults,
  stall: stallFaults,
  dearest: dearestFaults,
  poison: poisonFaults,
  fuzz: fuzzFaults,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in subjects));
if (unknown)
  throw new Error(`There is no subject ${unknown}; there are ${Object.keys(subjects).join(', ')}.`);

const findings: Record<string, Finding[]> = {};
for (const [name, fault] of Object.entries(subjects))
  if (asked.length === 0 || asked.includes(name)) findings[name] = await fault();
process.stdout.write(`\n${table(findings)}\n`);
process.exit(
  Object.values(findings)
    .flat()
    .every(({ held }) => held)
    ? 0
    : 1,
);
