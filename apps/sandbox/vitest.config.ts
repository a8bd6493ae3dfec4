import { configDefaults, defineConfig } from 'vitest/config';

// What stands in checks/ needs more than Node: see .ci/checks.
export default defineConfig({
  test: { testTimeout: 180_000, hookTimeout: 120_000, exclude: [...configDefaults.exclude, 'checks/**'] },
});
