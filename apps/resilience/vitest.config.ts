import { configDefaults, defineConfig } from 'vitest/config';

// What stands in checks/ needs more than Node: see .ci/checks.
export default defineConfig({
  test: { testTimeout: 45_000, hookTimeout: 30_000, exclude: [...configDefaults.exclude, 'checks/**'] },
});
