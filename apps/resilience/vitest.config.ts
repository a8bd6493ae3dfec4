import { configDefaults, defineConfig } from 'vitest/config';

// What stands in checks/ takes long, or needs more than Node: see .ci/checks.
export default defineConfig({
  test: {
    // The files share no state, and importing everything again takes long.
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Each file starts a system of its own, which mostly waits.
    maxWorkers: 3,
    exclude: [...configDefaults.exclude, 'checks/**'],
  },
});
