// What `npm run test:judges` runs: outside programs that judge what zjtx writes. A judge that is absent fails.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take longest, in this order: begun last, one would run on alone. */
const longest = ['portable', 'started', 'messy', 'html', 'verdicts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

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
    sequence: { sequencer: LongestFirst },
    // Files of a worker share what they load.
    isolate: false,
  },
});
