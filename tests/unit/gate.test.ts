import { createGate, GateFullError } from '../../server/src/domain/gate';

/** Work that ends when it is told to. */
const work = () => {
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  let hasBegun = false;
  return {
    begun: () => hasBegun,
    finish: () => settle?.resolve(),
    fail: () => settle?.reject(new Error('failed')),
    run: () =>
      new Promise<void>((resolve, reject) => {
        hasBegun = true;
        settle = { resolve, reject };
      }),
  };
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('work that few may do at once', () => {
  it('answers with what it was asked for', async () => {
    await expect(createGate(1, 0).run(() => Promise.resolve(7))).resolves.toBe(7);
  });

  it('runs as much as may run, and lets the rest wait in its order', async () => {
    const gate = createGate(2, 2);
    const jobs = [work(), work(), work(), work()] as const;
    const done = jobs.map((job) => gate.run(job.run));
    const begun = () => jobs.map((job) => job.begun());
    await turn();

    expect(begun()).toEqual([true, true, false, false]);
    jobs[1].finish();
    await turn();
    expect(begun()).toEqual([true, true, true, false]);
    jobs[0].finish();
    await turn();
    expect(begun()).toEqual([true, true, true, true]);
    jobs[2].finish();
    jobs[3].finish();
    await Promise.all(done);
  });

  it('lets whoever comes later wait too, after a place was handed on', async () => {
    const gate = createGate(1, 1);
    const [first, second, third] = [work(), work(), work()];
    const done = [gate.run(first.run), gate.run(second.run)];
    await turn();
    first.finish();
    await turn();
    done.push(gate.run(third.run));
    await turn();

    expect([second.begun(), third.begun()]).toEqual([true, false]);
    second.finish();
    await turn();
    third.finish();
    await Promise.all(done);
  });

  it('refuses at once what neither may run nor wait, without beginning it', async () => {
    const gate = createGate(1, 1);
    const [first, second, third] = [work(), work(), work()];
    const running = gate.run(first.run);
    const waiting = gate.run(second.run);

    await expect(gate.run(third.run)).rejects.toBeInstanceOf(GateFullError);
    expect(third.begun()).toBe(false);
    first.finish();
    await turn();
    second.finish();
    await Promise.all([running, waiting]);
  });

  it('waits for nobody where nothing may wait', async () => {
    const gate = createGate(1, 0);
    const first = work();
    const running = gate.run(first.run);

    await expect(gate.run(work().run)).rejects.toBeInstanceOf(GateFullError);
    first.finish();
    await running;
    await expect(gate.run(() => Promise.resolve('again'))).resolves.toBe('again');
  });

  it('gives a place back after a failure too', async () => {
    const gate = createGate(1, 1);
    const [first, second] = [work(), work()];
    const failing = gate.run(first.run);
    const next = gate.run(second.run);
    await turn();

    first.fail();
    await expect(failing).rejects.toThrow('failed');
    await turn();
    expect(second.begun()).toBe(true);
    second.finish();
    await next;
    await expect(gate.run(() => Promise.reject(new Error('at once')))).rejects.toThrow('at once');
    await expect(gate.run(() => Promise.resolve('free'))).resolves.toBe('free');
  });

  it('never runs more at once than it may, and loses none', async () => {
    const gate = createGate(3, 1_000);
    let running = 0;
    let most = 0;
    const jobs = Array.from({ length: 200 }, (_, at) =>
      gate.run(async () => {
        running += 1;
        most = Math.max(most, running);
        await (at % 3 === 0 ? turn() : Promise.resolve());
        running -= 1;
        return at;
      }),
    );

    expect(await Promise.all(jobs)).toEqual(Array.from({ length: 200 }, (_, at) => at));
    expect(most).toBe(3);
  });
});
