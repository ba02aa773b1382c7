import { useId, useState } from 'react';
import { barrierOf } from '../../contracts/my-token-choices';
import type { MyToken, MyTokenRules } from '../../contracts/my-tokens';
import { DeleteQuestion, RegenerateQuestion } from './questions';
import { TokenFacts } from './token-facts';
import { TokenField } from './token-field';
import type { TokensState } from './use-tokens';
import { useWording } from './wording';

interface HeldTokenProps {
  token: MyToken;
  rules: MyTokenRules;
  state: TokensState;
  /** Where there are several, each goes by its name. */
  isNamed: boolean;
}

/** A token that somebody holds, and what can be done with it. */
export const HeldToken = ({ token, rules, state, isNamed }: HeldTokenProps) => {
  const { t } = useWording();
  const id = useId();
  const [asked, setAsked] = useState<'regenerate' | 'delete' | null>(null);
  const clearText = state.issued?.data.id === token.id ? state.issued.token : null;
  const isClosed = barrierOf(token, rules) !== null;
  const close = () => {
    setAsked(null);
  };
  return (
    <div
      className="api-access-held"
      data-status={token.status}
      {...(isNamed ? { role: 'group', 'aria-label': token.name } : {})}
    >
      {isNamed ? <p className="api-access-name">{token.name}</p> : null}
      <TokenField token={token} clearText={clearText} onCopied={state.announce} />
      {clearText === null ? null : (
        <button type="button" onClick={state.done}>
          {t('done-button-text')}
        </button>
      )}
      <TokenFacts token={token} />
      {isClosed ? <p id={`${id}-closed`}>{t('regenerate-closed-text')}</p> : null}
      <button
        type="button"
        disabled={isClosed}
        aria-disabled={state.isBusy}
        aria-describedby={isClosed ? `${id}-closed` : undefined}
        onClick={() => {
          if (!state.isBusy) setAsked('regenerate');
        }}
      >
        {t('regenerate-button-text')}
      </button>{' '}
      <button
        type="button"
        aria-disabled={state.isBusy}
        onClick={() => {
          if (!state.isBusy) setAsked('delete');
        }}
      >
        {t('delete-button-text')}
      </button>
      {asked === 'regenerate' ? (
        <RegenerateQuestion
          token={token}
          policy={rules.expiry}
          onConfirm={(expiresAt) => {
            close();
            state.regenerate(token, expiresAt);
          }}
          onClose={close}
        />
      ) : null}
      {asked === 'delete' ? (
        <DeleteQuestion
          onConfirm={() => {
            close();
            state.remove(token);
          }}
          onClose={close}
        />
      ) : null}
    </div>
  );
};
