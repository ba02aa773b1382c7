import { type RefObject, useRef, useState } from 'react';
import { isLive } from '../../contracts/my-token-choices';
import type { CreateMyTokenInput, IssuedMyToken, MyToken } from '../../contracts/my-tokens';
import { type Failure, failureOf } from './failure';
import { withoutToken, withToken } from './listed';
import { createToken, deleteToken, regenerateToken, type Target } from './request';
import type { TextKey } from './texts';
import { useFocus } from './use-focus';
import { useIssued } from './use-issued';
import { useList } from './use-list';

/** State of the screen: a person's tokens, the one just issued, and what was done last. */
export const useTokens = (target: Target, root: RefObject<HTMLElement | null>) => {
  const { listed, setListed, failure: listFailure, load, latest } = useList(target);
  const { issued, setIssued } = useIssued(root);
  const focusToken = useFocus(root);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [notice, setNotice] = useState<TextKey | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isWorking = useRef(false);

  const perform = async (deed: (at: Target) => Promise<void>) => {
    if (isWorking.current) return;
    isWorking.current = true;
    setBusy(true);
    setFailure(null);
    setNotice(null);
    try {
      await deed(latest.current);
      focusToken();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    isWorking.current = false;
    setBusy(false);
    // What another tab or an administrator did meanwhile may be why it failed.
    await load();
    focusToken(true);
  };

  const show = (token: IssuedMyToken, text: TextKey) => {
    setIssued(token);
    setListed((known) => known && withToken(known, token.data));
    setNotice(text);
  };

  // An old list is better than none, but not for somebody who may no longer see it.
  const isStale = listed !== null && listFailure !== null && listFailure.kind === 'unreachable';

  return {
    listed,
    listFailure: isStale ? null : listFailure,
    live: listed?.data.filter(isLive) ?? [],
    issued,
    failure,
    notice,
    isBusy,
    load: () => void load(),
    announce: setNotice,
    create: (body: CreateMyTokenInput) =>
      void perform(async (at) => {
        show(await createToken(at, body), 'generated-text');
      }),
    regenerate: ({ id, revision }: MyToken, expiresAt: string | null) =>
      void perform(async (at) => {
        show(await regenerateToken(at, id, { expiresAt, revision }), 'regenerated-text');
      }),
    remove: ({ id }: MyToken) =>
      void perform(async (at) => {
        await deleteToken(at, id);
        setIssued((shown) => (shown?.data.id === id ? null : shown));
        setListed((known) => known && withoutToken(known, id));
        setNotice('deleted-text');
      }),
    done: () => {
      setIssued(null);
      setNotice(null);
      focusToken();
    },
  };
};

export type TokensState = ReturnType<typeof useTokens>;
