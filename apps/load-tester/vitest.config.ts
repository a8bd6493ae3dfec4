import { defineConfig } from 'vitest/config';

// One sandbox at a time: each is a dozen processes.
export default defineConfig({ test: { testTimeout: 45_000, hookTimeout: 30_000, fileParallelism: false } });
