import { defineConfig } from 'vitest/config';

// One sandbox at a time: each is a dozen processes. The files share no state, and importing everything again takes long.
export default defineConfig({
  test: { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false, isolate: false },
});
