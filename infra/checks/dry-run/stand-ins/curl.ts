import { readMachine } from '../world.ts';

// 7: could not connect.
if (!readMachine().forwarding) process.exit(7);
process.stdout.write('{"status":"ready"}\n');
