import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    isolate: false,
    // What hangs fails; a busy machine does not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
