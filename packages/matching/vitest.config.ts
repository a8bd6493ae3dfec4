import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // What hangs fails; a busy machine does not.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
