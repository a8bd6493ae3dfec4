import { ReaderClosedError, ReaderUnavailableError } from '@trade-matching/confirmations';
import { expect, test } from 'vitest';
import { aRequest } from '../test/example-request.ts';
import { type Dependencies, processDocument } from './process-document.ts';

test.each([new ReaderUnavailableError('The reader did not get a processor.'), new ReaderClosedError()])(
  'a document whose reader fails with $name is to be sent again, and is not refused',
  async (error) => {
    const emitted: string[] = [];
    const dependencies = {
      store: { document: async () => undefined },
      limiter: {
        run: async () => {
          throw error;
        },
      },
      emit: (name: string) => emitted.push(name),
    } as unknown as Dependencies;
    expect(await processDocument(dependencies, aRequest)).toEqual({
      kind: 'later',
      code: 'UNAVAILABLE',
      message: error.message,
      retryAfterSeconds: 10,
    });
    expect(emitted).toEqual([]);
  },
);
