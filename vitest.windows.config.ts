// What `npm run test:windows` runs: the built program on Windows, by a real node.exe under Wine; see CONTRIBUTING.md.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/windows/**/*.test.ts'],
    globalSetup: ['test/support/temporary.ts'],
    setupFiles: ['test/support/seed.ts'],
    // Only for what never ends: no test tells how fast the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // One Windows for all of them.
    maxWorkers: 1,
  },
});
