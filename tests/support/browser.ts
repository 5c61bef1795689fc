import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = '/usr/bin/chromium';
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
/** Of the package's own switches: one process would end with the first page that closes, and pages keep their rules. */
const unwanted = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
];

/** The Chromium of the system, else the one that comes in a package: nothing is downloaded. */
export async function launchBrowser(): Promise<Browser> {
  if (existsSync(installed)) return chromium.launch({ executablePath: installed, args: quiet });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...new Set([...packaged.args, ...quiet])].filter((one) => !unwanted.includes(one)),
  });
}
