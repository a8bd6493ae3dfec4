import { Readable, Transform } from 'node:stream';
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';

/** Bytes: a right answer has a few hundred. */
const MAX_BYTES = 256 * 1024;

/** Cuts an answer off that is larger than any right one, before it is brought into memory. */
export function limitAnswer(stack: BedrockRuntimeClient['middlewareStack']): void {
  stack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { body?: unknown } | undefined;
      if (response?.body instanceof Readable) response.body = limited(response.body);
      return result;
    },
    // Last before the call itself: it sees the body as it comes.
    { step: 'deserialize', priority: 'low', name: 'limitAnswer' },
  );
}

function limited(body: Readable): Readable {
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) {
        body.destroy();
        done(new Error(`The answer has over ${MAX_BYTES} bytes.`));
      } else done(null, chunk);
    },
  });
  body.once('error', (error) => counting.destroy(error));
  return body.pipe(counting);
}
