// What `npm run test:judges` runs: outside programs that judge what zjtx writes. A judge that is absent fails.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/judges/**/*.test.ts'],
    globalSetup: ['test/support/temporary.ts'],
    setupFiles: ['test/support/seed.ts'],
    reporters: ['default', ['json', { outputFile: 'out/judges.json' }]],
    // Only for what never ends: no test tells how fast the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // One a core; the browsers and LibreOffice fit beside each other.
    maxWorkers: 2,
    // Files of a worker share what they load.
    isolate: false,
  },
});
