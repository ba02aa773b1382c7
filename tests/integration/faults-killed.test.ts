import { type Knex } from 'knex';

import { type IssuedKey } from '../../contracts';
import { CREDENTIALS, makeKey, makeRole, revoke, serviceOf } from '../support/consumers';
import {
  type DatabaseName,
  describeOn,
  type FreshDatabase,
  freshDatabase,
} from '../support/database-servers';
import {
  type Killed,
  type KillPoint,
  type Phase,
  PHASES,
  type Plan,
  startMortal,
  STEPS,
} from '../support/kill-points';
import { captureLog } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';
import { readUsage } from '../support/stored-usage';

/** Each point costs a boot; all of them are run with FAULTS_ALL=1. */
const SAMPLES = 4;
const ALL = process.env.FAULTS_ALL === '1';
/** Of a dry run, which no statement ends. */
const NEVER: KillPoint = { at: 0, phase: 'before' };

if (ALL) jest.setTimeout(3_600_000);

/** What the node counts before it writes that. */
const COUNTED = { allowed: 3, denied: 1 };
const NOTHING = { allowed: 0, denied: 0 };

/** Tables in which the key that is deleted has rows. */
const OF_A_KEY = [
  CREDENTIALS,
  'api_access_usage_days',
  'api_access_usage_totals',
  'api_access_permission_uses',
];

const killed = (name: DatabaseName) => () => {
  let database: FreshDatabase;
  let playground: Playground;
  let db: Knex;
  let roleId: string;
  let round = 0;

  beforeAll(async () => {
    database = await freshDatabase(name);
    const log = captureLog();
    playground = await startPlayground({
      database,
      apiAccess: { flushIntervalMs: 600_000 },
    });
    log.stop();
    db = database.connect();
    roleId = (await makeRole(playground.strapi)).id;
  });

  afterAll(async () => {
    await db.destroy();
    await playground.stop();
    await database.drop();
  });

  const keys = () => serviceOf(playground.strapi, 'keys');

  const keyIdOf = async ({ data }: IssuedKey): Promise<number> => {
    const row = await db(CREDENTIALS)
      .where({ access_id: data.accessId })
      .first<{ key_id: number }>('key_id');
    return row.key_id;
  };

  const fresh = (name: string) => makeKey(playground.strapi, { name, roles: [roleId] });

  /** Keys of one round, and what a node is to do to them. */
  const prepare = async () => {
    round += 1;
    const named = (what: string) => `${what} in round ${round}`;
    const made = {
      regenerated: await fresh(named('Regenerated')),
      revoked: await fresh(named('Revoked')),
      deleted: await fresh(named('Deleted')),
      used: await fresh(named('Used')),
    };
    const deletedId = await keyIdOf(made.deleted);
    const usage = serviceOf(playground.strapi, 'usage');
    usage.countAllowed(deletedId, ['api::article.article.find'], null);
    await usage.flush();
    const plan: Plan = {
      create: { name: named('Created'), roles: [roleId], tags: [named('Tag')], expiresAt: null },
      regenerate: made.regenerated.data.id,
      revoke: made.revoked.data.id,
      delete: made.deleted.data.id,
      used: await keyIdOf(made.used),
    };
    return { ...made, plan, deletedId, createdName: named('Created'), tagName: named('Tag') };
  };

  type Round = Awaited<ReturnType<typeof prepare>>;

  const outcomeOf = async (token: string): Promise<string> => {
    const verification = await keys().verify(token);
    return verification.outcome === 'granted' ? 'granted' : verification.refusal.code;
  };

  const rows = async (table: string, where: object): Promise<number> =>
    (await db(table).where(where).select<object[]>('*')).length;

  const told = (kind: string, name: string) =>
    rows('api_access_activity', { kind, subject_name: name });

  const linksOf = async (name: string, of: 'roles' | 'tags'): Promise<number> =>
    (
      await db(`api_access_keys_${of}_lnk`)
        .whereIn('api_access_id', db('api_access_keys').where({ name }).select('id'))
        .select<object[]>('*')
    ).length;

  /** All of a new key, or nothing of it. */
  const expectCreated = async ({ createdName: name, tagName }: Round, killed: Killed) => {
    const isThere = (await rows('api_access_keys', { name })) === 1;
    const count = isThere ? 1 : 0;
    if (killed.ended.has('create')) expect(isThere).toBe(true);
    expect(await rows('api_access_keys', { name })).toBe(count);
    expect(await linksOf(name, 'roles')).toBe(count);
    expect(await linksOf(name, 'tags')).toBe(count);
    expect(await rows('api_access_tags', { name: tagName })).toBe(count);
    expect(await told('key.created', name)).toBe(count);
    const [token] = killed.tokens;
    if (token !== undefined)
      expect(await outcomeOf(token)).toBe(isThere ? 'granted' : 'invalid_token');
    // No credential without its key, and no key without its credential.
    expect(await db(CREDENTIALS).pluck('key_id').orderBy('key_id')).toEqual(
      await db('api_access_keys').pluck('id').orderBy('id'),
    );
    if (isThere) return;
    const { data } = await makeKey(playground.strapi, { name });
    await keys().delete(data.id);
  };

  /** Exactly one secret works: the new one, once it was written, and else the old one. */
  const expectRegenerated = async ({ regenerated }: Round, killed: Killed) => {
    const [, token] = killed.tokens;
    const isNew = (await told('key.regenerated', regenerated.data.name)) === 1;
    if (killed.ended.has('regenerate')) expect(isNew).toBe(true);
    expect(await outcomeOf(regenerated.token)).toBe(isNew ? 'invalid_token' : 'granted');
    if (token !== undefined)
      expect(await outcomeOf(token)).toBe(isNew ? 'granted' : 'invalid_token');
    const { revision } = await keys().read(regenerated.data.id);
    expect(revision).toBe(isNew ? 1 : 0);
  };

  const expectRevoked = async ({ revoked }: Round, killed: Killed) => {
    const { name } = revoked.data;
    const isRevoked = (await told('key.revoked', name)) === 1;
    if (killed.ended.has('revoke')) expect(isRevoked).toBe(true);
    expect(await outcomeOf(revoked.token)).toBe(isRevoked ? 'revoked_token' : 'granted');
    const again = makeKey(playground.strapi, { name });
    if (isRevoked) await keys().delete((await again).data.id);
    else await expect(again).rejects.toMatchObject({ code: 'name_taken' });
  };

  const expectDeleted = async ({ deleted, deletedId }: Round, killed: Killed) => {
    const isGone = (await told('key.deleted', deleted.data.name)) === 1;
    if (killed.ended.has('delete')) expect(isGone).toBe(true);
    expect(await outcomeOf(deleted.token)).toBe(isGone ? 'invalid_token' : 'granted');
    for (const table of OF_A_KEY)
      expect(await rows(table, { key_id: deletedId })).toBe(isGone ? 0 : 1);
    expect(await rows('api_access_keys', { id: deletedId })).toBe(isGone ? 0 : 1);
    expect(await linksOf(deleted.data.name, 'roles')).toBe(isGone ? 0 : 1);
  };

  /** A batch whole or not at all, in each place that tells of it. */
  const expectCounted = async ({ used }: Round, killed: Killed) => {
    const stored = await readUsage(db, used.data.accessId);
    const isWritten = stored.totals.allowed > 0;
    if (killed.ended.has('flush')) expect(isWritten).toBe(true);
    if (!killed.begun.has('flush')) expect(isWritten).toBe(false);
    const counts = isWritten ? COUNTED : NOTHING;
    expect(stored).toEqual({
      days: counts,
      totals: counts,
      uses: counts.allowed,
      denials: counts.denied,
    });
  };

  const cleanUp = async ({ plan, revoked, used, regenerated }: Round) => {
    await revoke(playground.strapi, used);
    for (const id of [plan.regenerate, revoked.data.id, used.data.id]) await keys().delete(id);
    expect(regenerated.data.id).toBe(plan.regenerate);
  };

  const killAt = async (point: KillPoint): Promise<Killed> => {
    const [run, prepared] = [await startMortal({ database }), await prepare()];
    const killed = await run(prepared.plan, point);
    await expectCreated(prepared, killed);
    await expectRegenerated(prepared, killed);
    await expectRevoked(prepared, killed);
    await expectDeleted(prepared, killed);
    await expectCounted(prepared, killed);
    await cleanUp(prepared);
    return killed;
  };

  const canEndAt = (phase: Phase, sql: string): boolean => {
    // What begins and ends a transaction tells of no answer.
    if (phase === 'answered') return !/^(?:begin|commit)/i.test(sql);
    // SQLite has answered before anything else can happen.
    return phase !== 'sent' || name !== 'sqlite';
  };

  /** Every statement and phase, or some of them, spread over the whole. */
  const pointsOf = (from: readonly string[]) => {
    const all = from.flatMap((sql, index) =>
      PHASES.filter((phase: Phase) => canEndAt(phase, sql)).map((phase) => ({
        at: index + 1,
        phase,
      })),
    );
    const commits = all.filter(({ at }) => /^commit/i.test(from[at - 1] ?? ''));
    // Where most is in doubt, and others from each part of the whole, other ones each day.
    const day = Math.floor(Date.now() / 86_400_000);
    const pick = (from: readonly KillPoint[], at: number) =>
      from.slice(at % from.length, (at % from.length) + 1);
    const some = Array.from({ length: SAMPLES - 1 }, (_one, part) =>
      pick(all, day * 7 + Math.floor((part * all.length) / (SAMPLES - 1))),
    );
    return { all, some: [...pick(commits, day), ...some.flat()] };
  };

  let statements: readonly string[] = [];

  const killAndCheck = async (point: KillPoint) => {
    const killed = await killAt(point);
    expect(killed.statements).toHaveLength(point.at);
    const isLast = point.at === statements.length;
    expect(killed.ended.size).toBeLessThan(STEPS.length + (isLast ? 1 : 0));
  };

  it('are all there once everything was done', async () => {
    const killed = await killAt(NEVER);
    ({ statements } = killed);

    expect([...killed.ended]).toEqual([...STEPS]);
    expect(statements.filter((sql) => /^commit/i.test(sql)).length).toBeGreaterThanOrEqual(5);
  });

  it.each(Array.from({ length: SAMPLES }, (_one, at) => [at + 1]))(
    'are whole or not there, have one secret, and no count too many: sample %i',
    async (sample) => {
      const point = pointsOf(statements).some[sample - 1];
      if (point === undefined) throw new Error('There is no such sample.');
      await killAndCheck(point);
    },
  );

  if (ALL)
    it('are so wherever it is killed', async () => {
      const { all } = pointsOf(statements);
      for (const point of all) await killAndCheck(point);
      process.stdout.write(`${all.length} kill points in ${statements.length} statements\n`);
    });
};

for (const name of ['sqlite', 'postgres', 'mysql'] as const)
  describeOn(name, 'keys in the hands of a process that is killed', killed(name));
