import type { MyTokenRules } from '../../../../contracts/my-tokens';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';

export const CLOSED_NOTICE_ID = 'my-tokens-closed';

interface ClosedNoticeProps {
  rules: MyTokenRules;
}

/** Why no further token can be made, if so. */
export const ClosedNotice = ({ rules: { closed, maxTokens } }: ClosedNoticeProps) => {
  const t = useT();
  if (closed === null) return null;
  return (
    <div id={CLOSED_NOTICE_ID}>
      <Notice kind={closed === 'personal_tokens_closed' ? 'warning' : 'info'}>
        {t(`my.closed.${closed}`, { max: maxTokens })}
      </Notice>
    </div>
  );
};
