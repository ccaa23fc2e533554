// What `npm test` runs: every test that needs nothing but Node.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/judges/**'],
    globalSetup: ['test/support/left-out.ts'],
    setupFiles: ['test/support/seed.ts'],
    reporters: ['default', ['json', { outputFile: 'out/tests.json' }]],
    // Files of a worker share what they load: no test leaves anything behind in a module.
    isolate: false,
    // One a core: the default leaves a core of two idle.
    maxWorkers: '100%',
    // Only for what never ends: no test tells how fast the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
