// What `npm test` runs: every test that needs nothing but Node, the parts by themselves and the whole program.
import { defineConfig } from 'vitest/config';

/** The whole program: started, packed, run by scripts and pages, its command lines, its bundles, forged ones too, and all examples. */
const whole = 'test/{program,cli,bundle,verify,examples}/**/*.test.ts';

export default defineConfig({
  test: {
    setupFiles: ['test/support/seed.ts'],
    reporters: ['default', ['json', { outputFile: 'out/tests.json' }]],
    // Files of a worker share what they load: no test leaves anything behind in a module.
    isolate: false,
    // One a core: the default leaves a core of two idle.
    maxWorkers: '100%',
    // Only for what never ends: no test tells how fast the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{judges,windows}/**', whole],
          globalSetup: ['test/support/left-out.ts', 'test/support/temporary.ts'],
        },
      },
      { extends: true, test: { name: 'program', include: [whole], globalSetup: ['test/support/temporary.ts'] } },
    ],
  },
});
