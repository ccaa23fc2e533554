// What `npm run test:loaded` runs: the tests of whatever could depend on time, on one core and with busy programs beside it.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/attachments/{corpus,files,images,inspect,pdf-mentions,rar,slots}.test.ts',
      'test/batch/{across,config,find,rewrite,shard,shared}.test.ts',
      'test/bundle/{verify,verify-zip,write}.test.ts',
      'test/files/pdf/{pages,search,whole}.test.ts',
      'test/verify/long-report.test.ts',
    ],
    globalSetup: ['test/support/temporary.ts', 'test/support/loaded.ts'],
    setupFiles: ['test/support/seed.ts'],
    reporters: ['default', ['json', { outputFile: 'out/loaded.json' }]],
    isolate: false,
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
