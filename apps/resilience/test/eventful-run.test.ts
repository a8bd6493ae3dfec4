import { afterAll, beforeAll } from 'vitest';
import './eventful-run/logs.ts';
import './eventful-run/metrics.ts';
import { eventfulRun, system } from './eventful-run/run.ts';

// What it logged and what it counted are read off one run.
beforeAll(eventfulRun, 180_000);
afterAll(() => system?.close());
