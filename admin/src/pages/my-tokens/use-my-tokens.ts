import { useState } from 'react';
import { isLive } from '../../../../contracts/my-token-choices';
import type { IssuedMyToken } from '../../../../contracts/my-tokens';
import { useListMyTokensQuery, useMyTokenIssuedMutation } from '../../api/my-tokens';
import { useIssuedToken } from '../../hooks/use-issued-token';
import { useLeaveGuard } from '../../hooks/use-leave-guard';

/** State of the page: the tokens that the viewer holds, and the one that was just issued. */
export const useMyTokens = () => {
  const answer = useListMyTokensQuery(undefined, { refetchOnMountOrArgChange: true });
  const { issued, setIssued } = useIssuedToken<IssuedMyToken>();
  const [wasRegenerated, setWasRegenerated] = useState(false);
  const [announce] = useMyTokenIssuedMutation();
  const guard = useLeaveGuard(issued !== null);

  const live = answer.data?.data.filter(isLive) ?? [];
  const allowsOne = answer.data?.meta.rules.maxTokens === 1;

  const issue = (isRegenerated: boolean) => (token: IssuedMyToken) => {
    setWasRegenerated(isRegenerated);
    setIssued(token);
    void announce(undefined);
  };

  return {
    answer,
    issued,
    guard,
    wasRegenerated,
    /** One token a person: the page is a single field, but for those who already hold more. */
    isSingle: allowsOne && live.length <= 1,
    holdsMore: allowsOne && live.length > 1,
    live,
    onCreated: issue(false),
    onRegenerated: issue(true),
    onDone: () => {
      setIssued(null);
    },
    reload: () => void answer.refetch(),
  };
};

export type MyTokensState = ReturnType<typeof useMyTokens>;
