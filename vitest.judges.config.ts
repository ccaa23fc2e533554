// What `npm run test:judges` runs: outside programs that judge what zjtx writes. A judge that is absent fails.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/judges/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'out/judges.json' }]],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // One a core; the browsers and LibreOffice fit beside each other.
    maxWorkers: 2,
  },
});
