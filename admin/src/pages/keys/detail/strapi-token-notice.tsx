import { Button } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Key } from '../../../../../contracts/keys';
import { type Failure, failureOf } from '../../../api/failure';
import { useMoveStrapiTokensBackMutation } from '../../../api/strapi-tokens';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { FormAlert } from '../../../components/form-alert';
import { Notice } from '../../../components/notice';
import { useT } from '../../../translations/use-t';
import { keyPaths } from '../paths';

/** What was refused to the one key that was asked for, as other refusals are told. */
const useMoveBack = ({ id, name }: Key) => {
  const t = useT();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [moveBack, { isLoading: isBusy }] = useMoveStrapiTokensBackMutation();
  const [failure, setFailure] = useState<Failure | null>(null);

  const confirm = async () => {
    setFailure(null);
    try {
      const [failed] = (await moveBack({ ids: [id] }).unwrap()).data.failed;
      if (failed !== undefined) {
        setFailure({ code: failed.code, message: failed.message, status: null, issues: [] });
        return;
      }
      toggleNotification({ type: 'success', message: t('strapi-tokens.back.done', { name }) });
      navigate(keyPaths.list, { replace: true });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return { confirm: () => void confirm(), failure, isBusy };
};

/** On the page of a key that goes by the API token of Strapi's it was moved from: what that means. */
export const StrapiTokenNotice = ({ value, mayMoveBack }: { value: Key; mayMoveBack: boolean }) => {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const { confirm, failure, isBusy } = useMoveBack(value);
  if (!value.strapiToken || value.status === 'revoked') return null;
  return (
    <>
      <Notice
        kind="info"
        title={t('strapi-tokens.held.title')}
        action={
          mayMoveBack ? (
            <Button
              variant="tertiary"
              size="S"
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('strapi-tokens.back')}
            </Button>
          ) : undefined
        }
      >
        {t('strapi-tokens.held')}
      </Notice>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('strapi-tokens.back.title', { name: value.name })}
        description={t('strapi-tokens.back.description')}
        confirmLabel={t('strapi-tokens.back.confirm')}
        isBusy={isBusy}
        onConfirm={confirm}
        onClose={() => {
          setAsking(false);
        }}
      >
        <FormAlert title={t('strapi-tokens.back.failed')} failure={failure} />
      </ConfirmDialog>
    </>
  );
};
