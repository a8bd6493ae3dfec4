/**
 * How load is put on: `open` sends at its times whatever the system does, so that a slow system meets the whole load;
 * `closed` has so many uploads at a time, each followed by the next.
 */
export type LoadModel =
  | { readonly kind: 'open'; readonly rate: number; readonly rampSeconds: number }
  | { readonly kind: 'closed'; readonly concurrency: number; readonly rampSeconds: number };

/**
 * When a document of an open load is meant to be sent: evenly at the rate, after a ramp in which the rate grows
 * linearly from nothing.
 *
 * @param number from 0
 * @returns milliseconds from the start
 */
export function intendedTime(number: number, { rate, rampSeconds }: Extract<LoadModel, { kind: 'open' }>): number {
  const inRamp = (rate * rampSeconds) / 2;
  const seconds = number < inRamp ? Math.sqrt((2 * rampSeconds * number) / rate) : rampSeconds / 2 + number / rate;
  return seconds * 1000;
}

/** When an uploader of a closed load begins: one after the other over the ramp. Milliseconds from the start. */
export function beginsAt(uploader: number, model: Extract<LoadModel, { kind: 'closed' }>): number {
  return (uploader / model.concurrency) * model.rampSeconds * 1000;
}

/** How many documents an open load sends within so many seconds. */
export function documentsWithin(seconds: number, model: Extract<LoadModel, { kind: 'open' }>): number {
  const inRamp = Math.min(seconds, model.rampSeconds);
  const ramped = model.rampSeconds > 0 ? (model.rate * inRamp ** 2) / (2 * model.rampSeconds) : 0;
  return Math.ceil(ramped + model.rate * (seconds - inRamp) - 1e-9);
}
