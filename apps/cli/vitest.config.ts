import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: { isolate: false, testTimeout: 180_000, exclude: [...configDefaults.exclude, 'checks/**'] },
});
