import { type ChangeLoad, runChangeLoad } from '../support/change-load';
import { type ChangingNodes, startChangingNodes } from '../support/changing-nodes';
import { describeOn } from '../support/database-servers';
import { measured } from '../support/key-changes';

/** Revocations, regenerations and role changes of one run. */
const CHANGES = Number(process.env.NODES_CHANGES ?? 1200);
/** Three boots, and up to half a second for each change on a machine that does other things too. */
const RUN_MS = 240_000 + CHANGES * 500;

describeOn('postgres', 'three nodes under load while keys and API roles are changed', () => {
  let app: ChangingNodes;
  let run: ChangeLoad;

  beforeAll(async () => {
    app = await startChangingNodes();
    run = await runChangeLoad(app, CHANGES);
    await app.stopNodes();
    process.stderr.write(`\nthree nodes: ${JSON.stringify(run)}\n`);
  }, RUN_MS);

  afterAll(async () => {
    await app.drop();
  });

  it('are changed in every way, and asked meanwhile', () => {
    const { counts, judgement } = run;
    expect(measured(counts)).toBeGreaterThanOrEqual(CHANGES);
    for (const [kind, count] of Object.entries(counts))
      expect([kind, count > 0]).toEqual([kind, true]);
    expect(judgement.settled).toBeGreaterThan(CHANGES * 2);
    expect(judgement.settledRefusals).toBeGreaterThan(CHANGES / 2);
    expect(judgement.inFlight).toBeGreaterThan(CHANGES / 10);
  });

  it('decide no request by what was changed before it was sent, and refuse no valid one', () => {
    expect(run.judgement.wrong).toEqual([]);
    expect(run.judgement.wrongCount).toBe(0);
  });

  it('have each request on record once, when they have ended', async () => {
    const of = (table: string) =>
      app
        .db('api_access_credentials as c')
        .leftJoin(`${table} as t`, 't.key_id', 'c.key_id')
        .groupBy('c.access_id')
        .select('c.access_id')
        .sum({ allowed: 't.allowed', denied: 't.denied' });
    const stored = new Map<string, unknown[]>();
    for (const table of ['api_access_usage_totals', 'api_access_usage_days'])
      for (const { access_id: accessId, allowed, denied } of (await of(table)) as Record<
        string,
        unknown
      >[])
        stored.set(`${String(accessId)} ${table}`, [Number(allowed), Number(denied)]);
    const living = app.keys.filter(({ state }) => state.latest.end !== 'deleted');
    const expected = living.flatMap(({ accessId, counted: { allowed, denied } }) =>
      ['api_access_usage_totals', 'api_access_usage_days'].map(
        (table) => [`${accessId} ${table}`, [allowed, denied]] as const,
      ),
    );
    expect(
      expected.filter(([name, counts]) => String(stored.get(name)) !== String(counts)),
    ).toEqual([]);
  });
});
