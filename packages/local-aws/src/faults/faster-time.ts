import type { Interceptor } from '../aws/index.ts';

/**
 * Lets the waits of messages pass faster: what a function asks of a message's visibility is divided. A second is the
 * least that SQS knows.
 *
 * @param factor how many simulated seconds pass in one
 */
export function fasterTime(factor: number): Interceptor {
  return (call, next) => {
    if (call.action !== 'ChangeMessageVisibility') return next();
    const request = JSON.parse(call.body.toString('utf8')) as { VisibilityTimeout: number };
    if (request.VisibilityTimeout > 0)
      request.VisibilityTimeout = Math.max(1, Math.round(request.VisibilityTimeout / factor));
    // The call is passed on by reference: it carries the shorter wait from here.
    Object.assign(call, { body: Buffer.from(JSON.stringify(request)) });
    return next();
  };
}
