import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // It imports JSON without saying so, as bundlers take it and Node does not.
    server: { deps: { inline: [/@actions\//] } },
  },
});
