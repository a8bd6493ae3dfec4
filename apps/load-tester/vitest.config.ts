import { configDefaults, defineConfig } from 'vitest/config';

// One sandbox at a time: each is a dozen processes. The files share no state, and importing everything again takes long.
// What stands in checks/ takes long: see .ci/checks/load.
export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    isolate: false,
    exclude: [...configDefaults.exclude, 'checks/**'],
  },
});
