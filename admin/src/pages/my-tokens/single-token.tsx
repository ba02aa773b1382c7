import { useState } from 'react';
import { Box, Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, Check, Trash } from '@strapi/icons';
import { barrierOf } from '../../../../contracts/my-token-choices';
import type { MyToken } from '../../../../contracts/my-tokens';
import type { ListedMyTokens } from '../../api/my-tokens';
import { LeaveDialog } from '../../components/leave-dialog';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { ClosedNotice } from './closed-notice';
import { DeleteTokenDialog } from './delete-token-dialog';
import { GenerateForm } from './generate-form';
import { MyTokensFrame } from './my-tokens-frame';
import { RegenerateModal } from './regenerate-modal';
import { TokenFacts } from './token-facts';
import { TokenField } from './token-field';
import type { TokenDeed } from './token-row';
import type { MyTokensState } from './use-my-tokens';

const idOf = (deed: TokenDeed) => `my-token-${deed}`;
const backTo = (deed: TokenDeed) => {
  document.getElementById(idOf(deed))?.focus();
};

interface SingleTokenProps {
  page: MyTokensState;
  answer: ListedMyTokens;
}

/** The page where one token a person is allowed: a field, and what fills it. */
export const SingleToken = ({ page, answer }: SingleTokenProps) => {
  const t = useT();
  const [doing, setDoing] = useState<TokenDeed | null>(null);
  const { rules } = answer.meta;
  const { issued } = page;
  // What was just issued is shown before the list has been read anew.
  const token: MyToken | null = issued?.data ?? page.live[0] ?? null;
  const barrier = token === null ? null : barrierOf(token, rules);
  const close = () => {
    setDoing(null);
  };
  return (
    <MyTokensFrame isBusy={page.answer.isFetching}>
      {issued === null ? null : (
        <Box aria-live="polite">
          <Notice
            kind="success"
            title={t(page.wasRegenerated ? 'my.single.regenerated' : 'my.single.created')}
          >
            {t('token.once')}
          </Notice>
        </Box>
      )}
      {token === null && answer.data.length > 0 ? (
        <Notice kind="warning">{t('my.single.revoked')}</Notice>
      ) : null}
      {token === null ? <ClosedNotice rules={rules} /> : null}
      <Panel>
        <TokenField token={token} clearText={issued?.token ?? null} />
        {token === null && rules.closed === null ? (
          <GenerateForm rules={rules} onIssued={page.onCreated} />
        ) : null}
        {token === null ? null : (
          <>
            <TokenFacts token={token} />
            {barrier === 'roles' || barrier === 'closed' ? (
              <Notice kind="info">{t(`my.barrier.${barrier}`, { name: token.name })}</Notice>
            ) : null}
            <Flex gap={2} wrap="wrap">
              {issued === null ? null : (
                <Button startIcon={<Check />} onClick={page.onDone}>
                  {t('token.done')}
                </Button>
              )}
              <Button
                id={idOf('regenerate')}
                variant="secondary"
                startIcon={<ArrowClockwise />}
                disabled={barrier !== null}
                onClick={() => {
                  setDoing('regenerate');
                }}
              >
                {t('regenerate-button-text')}
              </Button>
              <Button
                id={idOf('delete')}
                variant="danger-light"
                startIcon={<Trash />}
                onClick={() => {
                  setDoing('delete');
                }}
              >
                {t('my.delete.confirm')}
              </Button>
            </Flex>
          </>
        )}
      </Panel>
      <DeleteTokenDialog
        token={doing === 'delete' ? token : null}
        onClose={close}
        onDone={page.onDone}
        returnFocus={() => {
          backTo('delete');
        }}
      />
      {doing === 'regenerate' && token !== null ? (
        <RegenerateModal
          token={token}
          policy={rules.expiry}
          reload={page.reload}
          onClose={close}
          onIssued={page.onRegenerated}
          returnFocus={() => {
            backTo('regenerate');
          }}
        />
      ) : null}
      <LeaveDialog
        blocker={page.guard.blocker}
        title={t('token.leave.title')}
        confirmLabel={t('token.leave.confirm')}
      >
        {t('token.leave.description')}
      </LeaveDialog>
    </MyTokensFrame>
  );
};
