/**
 * Lets Node read the hub's TypeScript, as `--import tsx` does, and for less: the thread in which tsx compiles has a
 * heap like that of the hub, and would fill the space for young objects at the start and keep it, 30 MB of nothing.
 */
import { setFlagsFromString } from 'node:v8';

const asStarted = process.execArgv.find((flag) => flag.startsWith('--max-semi-space-size='));

// A thread is given its limits when it starts.
setFlagsFromString('--max-semi-space-size=1');
await import('tsx');
setFlagsFromString(asStarted ?? '--max-semi-space-size=16');
