import { spawnSync } from 'node:child_process';

/** As containers are: process ids of its own, and none of ours in sight. */
export const otherNamespace = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];

/** Whether this machine lets us make one. */
export const hasNamespaces = () => spawnSync('unshare', [...otherNamespace.slice(1), 'true']).status === 0;
