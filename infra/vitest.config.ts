import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // The files share no state, and importing everything again for each takes longer than its tests.
    isolate: false,
    // What hangs fails; a busy machine does not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // It imports JSON without saying so, as bundlers take it and Node does not.
    server: { deps: { inline: [/@actions\//] } },
  },
});
