import type { EmitDeskMetric } from '@trade-matching/dashboards/metrics';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Variables } from './answers.ts';

export interface MeasuredOptions {
  readonly emit: EmitDeskMetric;
  readonly log: (level: 'info' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Milliseconds. A call that takes longer is named in the log. */
const SLOW_MS = 1_000;

/** Counts each call of the API: its time, that it failed, that it met another's decision. */
export function measured({ emit, log }: MeasuredOptions): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const { status, headers } = c.res;
    if (status >= 500) emit('RequestFailures', 1);
    if (status === 409) emit('WriteConflicts', 1);
    // It stays open until the screen is left.
    if (headers.get('content-type')?.startsWith('text/event-stream') || c.get('waitsForReader')) return;
    const milliseconds = Math.round(performance.now() - began);
    emit('RequestTime', milliseconds);
    // The pattern: what stands in the address may be somebody's name.
    if (milliseconds > SLOW_MS)
      log('info', 'slow call', { method: c.req.method, route: routePath(c, -1), status, milliseconds });
  };
}
