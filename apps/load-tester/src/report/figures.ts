/** `3.2 ms`, `870 ms`, `4.21 s`, `3 min 05 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 1_000) return `${milliseconds.toFixed(0)} ms`;
  if (milliseconds < 100_000) return `${(milliseconds / 1_000).toFixed(2)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** As {@link duration}, as short as an axis needs it: `0`, `800 ms`, `2.5 s`, `1:40`. */
export function shortDuration(milliseconds: number): string {
  if (milliseconds === 0) return '0';
  if (milliseconds < 1_000) return `${Number(milliseconds.toPrecision(3))} ms`;
  if (milliseconds < 100_000) return `${Number((milliseconds / 1_000).toPrecision(3))} s`;
  return clock(milliseconds / 1_000);
}

/** `45 s`, `2:05`. */
export function clock(seconds: number): string {
  if (seconds < 100) return `${Number(seconds.toPrecision(3))} s`;
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`;
}

/** `12,345`. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** `84.3`, and `1,203` where tenths say nothing. */
export function rate(value: number): string {
  return value >= 1_000 ? whole(value) : value.toFixed(1);
}

/** What a load was, in words: `32 uploads at a time`, `50 documents/s, after a ramp of 10 s`. */
export function loadInWords(model: {
  readonly kind: 'open' | 'closed';
  readonly rate?: number;
  readonly concurrency?: number;
  readonly rampSeconds: number;
}): string {
  const what =
    model.kind === 'open'
      ? `${model.rate} documents/s, whatever the system does`
      : `${model.concurrency} uploads at a time`;
  return model.rampSeconds > 0 ? `${what}, after a ramp of ${model.rampSeconds} s` : what;
}
