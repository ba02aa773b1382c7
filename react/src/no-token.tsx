import type { MyTokenRules } from '../../contracts/my-tokens';
import { GenerateForm } from './generate-form';
import { TokenField } from './token-field';
import type { TokensState } from './use-tokens';
import { useWording } from './wording';

interface NoTokenProps {
  rules: MyTokenRules;
  /** A former one is on record that an administrator has revoked. */
  wasRevoked: boolean;
  state: TokensState;
}

/** The screen of somebody who holds no token: an empty field, and what fills it. */
export const NoToken = ({ rules, wasRevoked, state }: NoTokenProps) => {
  const { t } = useWording();
  return (
    <>
      {wasRevoked ? <p className="api-access-message">{t('revoked-text')}</p> : null}
      <TokenField token={null} clearText={null} onCopied={state.announce} />
      {rules.closed === null ? (
        <GenerateForm rules={rules} isBusy={state.isBusy} onSubmit={state.create} />
      ) : (
        <p className="api-access-message">{t('closed-text')}</p>
      )}
    </>
  );
};
