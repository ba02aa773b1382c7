import { type ChangeLoad, runChangeLoad } from '../support/change-load';
import { type ChangingNodes, startChangingNodes } from '../support/changing-nodes';
import { describeOn } from '../support/database-servers';
import { measured } from '../support/key-changes';
import { LIMIT, type Spent, spendLimit } from '../support/spend-limit';
import { type StoredCounts, storedCounts } from '../support/stored-counts';

/** Revocations, regenerations and role changes of one run. */
const CHANGES = Number(process.env.NODES_CHANGES ?? 1200);
/** Three boots, and up to a second and a half for each change on a machine that does other things too. */
const RUN_MS = 900_000 + CHANGES * 1500;

describeOn('postgres', 'three nodes under load while keys and API roles are changed', () => {
  let app: ChangingNodes;
  let drop = (): Promise<void> => Promise.resolve();
  let run: ChangeLoad;
  let spent: Spent;
  let stored: Map<string, StoredCounts>;

  beforeAll(async () => {
    app = await startChangingNodes();
    drop = () => app.drop();
    run = await runChangeLoad(app, CHANGES);
    spent = await spendLimit(app.admin(), app.urls);
    if (run.judgement.wrongCount > 0) process.stderr.write(app.errors().join('\n'));
    await app.stopNodes();
    stored = await storedCounts(app.db);
    process.stderr.write(`\nthree nodes: ${JSON.stringify(run)}\n`);
  }, RUN_MS);

  afterAll(async () => {
    await drop();
  });

  it('are changed in every way, and asked meanwhile', () => {
    const { counts, judgement } = run;
    expect(measured(counts)).toBeGreaterThanOrEqual(CHANGES);
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
    expect(judgement.settled).toBeGreaterThan(CHANGES * 2);
    expect(judgement.settledRefusals).toBeGreaterThan(CHANGES / 2);
    expect(judgement.inFlight).toBeGreaterThan(CHANGES / 10);
  });

  it('decide no request by what was changed before it was sent, and refuse no valid one', () => {
    const { wrong, wrongCount } = run.judgement;
    expect({ wrong, wrongCount }).toEqual({ wrong: [], wrongCount: 0 });
  });

  it('let a key in as often as its limit says at each of them, and no more', () => {
    const { requests } = LIMIT;
    expect(spent.nodes).toEqual(app.urls.map(() => ({ allowed: requests, limited: 10 })));
  });

  it('have each request on record once, when they have ended', () => {
    const [allowed, denied] = [app.urls.length * LIMIT.requests, app.urls.length * 10];
    const keys = [...app.keys, ...app.people.flatMap(({ tokens }) => tokens)];
    const living = keys.filter(({ state }) => state.latest.end !== 'deleted');
    const expected = [...living, { accessId: spent.accessId, counted: { allowed, denied } }].map(
      ({ accessId, counted }) => ({ accessId, totals: counted, days: counted }),
    );
    expect(expected.map(({ accessId }) => ({ accessId, ...stored.get(accessId) }))).toEqual(
      expected,
    );
  });
});
