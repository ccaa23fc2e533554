// The list of reporters, by the name that --format takes: the help names them all, and each loads when it renders.
import type { Renderer, Reporter } from './reporter.ts';

const lazily = (name: string, open: () => Promise<Renderer>): Reporter => ({
  name,
  render: async (report) => (await open()).render(report),
  async pieces(report) {
    const { render, pieces } = await open();
    return pieces?.(report) ?? [await render(report)];
  },
});

export const reporters: readonly Reporter[] = [
  lazily('text', async () => (await import('./text.ts')).text),
  lazily('json', async () => (await import('./json.ts')).json),
  lazily('sarif', async () => (await import('./sarif.ts')).sarif),
  lazily('junit', async () => (await import('./junit.ts')).junit),
  lazily('github', async () => (await import('./github.ts')).github),
  lazily('gitlab', async () => (await import('./gitlab.ts')).gitlab),
  lazily('html', async () => (await import('./html.ts')).html),
];
