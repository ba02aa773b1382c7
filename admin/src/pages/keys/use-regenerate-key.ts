import type { ExpiryPolicy } from '../../../../contracts/key-policy';
import type { IssuedKey, Key } from '../../../../contracts/keys';
import { regenerateKey } from '../../api/issue-token';
import { useAccessTokenIssuedMutation } from '../../api/keys';
import { useIssuedToken } from '../../hooks/use-issued-token';
import { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useRegeneration } from '../../hooks/use-regeneration';

/** State of the page that regenerates a key, and of the token that it shows afterwards. */
export const useRegenerateKey = (
  value: Key,
  policy: ExpiryPolicy,
  read: () => Promise<Key | null>,
) => {
  const { issued, setIssued } = useIssuedToken<IssuedKey>();
  const [announce] = useAccessTokenIssuedMutation();
  const guard = useLeaveGuard(issued !== null);
  const form = useRegeneration(value, policy, async (body) => {
    setIssued(await regenerateKey(value.id, body));
    void announce(value.id);
  });

  const reload = async () => {
    if ((await read()) !== null) form.dismiss();
  };

  return { ...form, issued, guard, reload: () => void reload() };
};
