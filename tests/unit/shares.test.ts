import { GateFullError } from '../../server/src/domain/gate';
import { createShares } from '../../server/src/domain/shares';

/** Work that goes on until it is told to end. */
const lasting = () => {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { run: () => done, end };
};

describe('the share of one person', () => {
  it('is refused at once beyond its size, without beginning, and takes nothing from others', async () => {
    const shares = createShares(2);
    const work = lasting();
    const begun = jest.fn(() => Promise.resolve());
    const running = [shares.run('ann', work.run), shares.run('ann', work.run)];

    await expect(shares.run('ann', begun)).rejects.toBeInstanceOf(GateFullError);
    expect(begun).not.toHaveBeenCalled();
    await expect(shares.run('bob', () => Promise.resolve('done'))).resolves.toBe('done');
    work.end();
    await Promise.all(running);
  });

  it('is given back after success and failure alike', async () => {
    const shares = createShares(1);
    await expect(shares.run('ann', () => Promise.resolve(1))).resolves.toBe(1);
    await expect(shares.run('ann', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(shares.run('ann', () => Promise.resolve(2))).resolves.toBe(2);
  });
});
