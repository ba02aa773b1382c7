/**
 * A node that runs the job of one service once, when it is told to: says "ready" when it has booted,
 * waits for a line, runs the job and ends. For tests that kill it, or run several at one moment.
 */
import { boot } from './boot.mjs';

const strapi = await boot();
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
await strapi.plugin('api-access').service(process.argv[2]).run();
await strapi.destroy();
process.exit(0);
