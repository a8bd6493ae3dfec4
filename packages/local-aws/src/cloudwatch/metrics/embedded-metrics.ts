import * as z from 'zod';
import { MAX_EVENT_BYTES } from '../logs/log-store.ts';
import type { DataPoint } from './metric-store.ts';

/** Characters of a dimension's value, ASCII: Dimension, Amazon CloudWatch API Reference. */
const DIMENSION_VALUE = /^(?=.*\S)[\x20-\x7e]{1,1024}$/;

/** Source: "Specification: Embedded metric format", Amazon CloudWatch User Guide, with its limits. */
const schema = z.looseObject({
  _aws: z.object({
    // Milliseconds: in seconds it would lie in 1970, and CloudWatch takes nothing that is two weeks old.
    Timestamp: z.int().min(1_000_000_000_000),
    CloudWatchMetrics: z
      .array(
        z.object({
          Namespace: z.string().min(1).max(1024),
          Dimensions: z.array(z.array(z.string().min(1).max(250)).max(30)).min(1),
          Metrics: z.array(z.object({ Name: z.string().min(1).max(1024), Unit: z.string() })).max(100),
        }),
      )
      .min(1),
  }),
});

/** A log line that means to publish metrics, and does not: CloudWatch would drop it without a word. */
export class EmbeddedMetricError extends Error {
  override readonly name = 'EmbeddedMetricError';
}

/**
 * The metrics that a log line publishes in the embedded metric format, each with each of its sets of dimensions. None
 * where it is another line.
 *
 * @throws {EmbeddedMetricError}
 */
export function embeddedMetrics(line: string): DataPoint[] {
  if (!line.startsWith('{') || !line.includes('"_aws"')) return [];
  const bytes = Buffer.byteLength(line);
  if (bytes > MAX_EVENT_BYTES) throw new EmbeddedMetricError(`${bytes} bytes are too many: ${line.slice(0, 200)}…`);
  const parsed = schema.safeParse(JSON.parse(line));
  if (!parsed.success) throw new EmbeddedMetricError(`${z.prettifyError(parsed.error)} in ${line}`);
  const { _aws, ...members } = parsed.data;
  return _aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name, Unit }) => {
      const value = members[Name];
      if (typeof value !== 'number') throw new EmbeddedMetricError(`${Name} is no number in ${line}`);
      return Dimensions.map((set) => ({
        namespace: Namespace,
        name: Name,
        unit: Unit,
        at: _aws.Timestamp,
        value,
        dimensions: Object.fromEntries(
          set.map((dimension) => {
            const of = members[dimension];
            if (typeof of !== 'string') throw new EmbeddedMetricError(`${dimension} is no text in ${line}`);
            if (!DIMENSION_VALUE.test(of)) throw new EmbeddedMetricError(`${dimension} is no dimension in ${line}`);
            return [dimension, of];
          }),
        ),
      }));
    }),
  );
}
