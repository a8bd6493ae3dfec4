import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The files share no state, and importing everything again for each takes longer than its tests.
    isolate: false,
    // What hangs fails; a busy machine does not.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
