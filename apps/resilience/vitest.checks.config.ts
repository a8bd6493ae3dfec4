import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { testTimeout: 45_000, hookTimeout: 30_000, include: ['checks/**/*.test.ts'] } });
