// Says at the end of `npm test` which outside judges it did not ask, so that nobody takes them for passed.
import { judges } from '../judges/judges.ts';

export const teardown = (): void => {
  const names = Object.keys(judges).join(', ');
  process.stdout.write(`\nLeft out: the outside judges (${names}). Run them with: npm run test:judges\n`);
};
