import { useRef } from 'react';
import { HeldToken } from './held-token';
import { FailureMessage, StatusMessage } from './messages';
import { NoToken } from './no-token';
import type { Target } from './request';
import { type TokensState, useTokens } from './use-tokens';
import { useWording } from './wording';

const stateOf = ({ listFailure, listed, live, issued }: TokensState): string => {
  if (listFailure !== null) return listFailure.kind;
  if (listed === null) return 'loading';
  if (live.length === 0) return listed.meta.rules.closed === null ? 'none' : 'closed';
  return issued === null ? 'held' : 'issued';
};

const Content = ({ state }: { state: TokensState }) => {
  const { t } = useWording();
  const { listed, live, listFailure } = state;
  if (listFailure !== null) {
    return (
      <>
        <FailureMessage failure={listFailure} />
        <button type="button" onClick={state.load}>
          {t('retry-button-text')}
        </button>
      </>
    );
  }
  if (listed === null) return null;
  const { rules } = listed.meta;
  return (
    <>
      <FailureMessage failure={state.failure} />
      {live.length === 0 ? (
        <NoToken rules={rules} wasRevoked={listed.data.length > 0} state={state} />
      ) : null}
      {live.map((token) => (
        <HeldToken
          key={token.id}
          token={token}
          rules={rules}
          state={state}
          isNamed={live.length > 1}
        />
      ))}
    </>
  );
};

interface ScreenProps {
  target: Target;
}

/** The screen of one signed-in user. */
export const Screen = ({ target }: ScreenProps) => {
  const { t } = useWording();
  const root = useRef<HTMLDivElement>(null);
  const state = useTokens(target, root);
  const { isBusy, notice } = state;
  const name = stateOf(state);
  const isWaiting = isBusy || name === 'loading';
  return (
    <div ref={root} className="api-access" data-state={name} aria-busy={isWaiting}>
      <StatusMessage text={isWaiting ? t('loading-text') : notice && t(notice)} />
      <Content state={state} />
    </div>
  );
};
