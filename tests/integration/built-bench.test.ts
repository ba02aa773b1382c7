/** The benchmarks run from beginning to end; what they measure is none of a test's business. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What `npm run bench` starts once all is installed and built, which no test does under another. */
const RUN = path.resolve(__dirname, '..', '..', 'bench', 'run.mjs');

/** Five apps boot at once. */
jest.setTimeout(300_000);

interface Measured {
  readonly median: number;
  readonly met?: boolean;
}

interface Figure {
  readonly name: string;
  readonly ours?: Measured;
  readonly peers?: readonly (Measured & { readonly peer: string })[];
  readonly missing?: string;
}

describe('npm run bench', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-access-bench-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('measures verification beside its peers, quickly, and leaves nothing behind', async () => {
    const json = path.join(folder, 'figures.json');
    const bench = spawn(
      process.execPath,
      [RUN, '--quick', '--only', 'verification', '--json', json],
      { env: { ...process.env, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let table = '';
    bench.stdout.on('data', (chunk: Buffer) => (table += chunk.toString()));
    expect(await once(bench, 'exit')).toEqual([0, null]);

    const { figures } = JSON.parse(readFileSync(json, 'utf8')) as { figures: Figure[] };
    const warm = figures.find(({ name }) => name === 'verification, warm, SQLite, p50');
    expect(warm?.ours?.median).toBeGreaterThan(0);
    const peers = Object.fromEntries((warm?.peers ?? []).map((each) => [each.peer, each]));
    expect(peers['built-in custom token']?.median).toBeGreaterThan(0);
    expect(table).toContain('verification, warm, SQLite, p50');
    expect(table).toContain('A smoke run');

    for (const server of ['PostgreSQL', 'MariaDB']) {
      const told = figures.filter(({ name }) => name.includes(server));
      expect(told).toHaveLength(1);
      expect(told[0]?.missing ?? told[0]?.ours?.median).toBeTruthy();
    }
    expect(readdirSync(folder)).toEqual(['figures.json']);
  });

  it('says which benchmarks there are, to whoever asks for another', () => {
    const { status, stderr } = spawnSync(process.execPath, [RUN, '--only', 'nothing'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('There is no benchmark "nothing". There are: verification, http,');
  });
});
