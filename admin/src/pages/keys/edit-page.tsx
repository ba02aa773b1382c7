import { Navigate, useParams, useSearchParams } from 'react-router-dom';
import { earlierChoices } from '../../../../contracts/expiry-choices';
import { FormAlert } from '../../components/form-alert';
import { Guarded } from '../../components/guarded';
import { Notice } from '../../components/notice';
import { useNow } from '../../hooks/use-now';
import { useT } from '../../translations/use-t';
import { KeyEditor } from './key-editor';
import { LoadedKey, type LoadedKeyValue } from './loaded-key';
import { keyPaths } from './paths';
import { RevokeInstead } from './revoke-instead';
import { suggestedEdit } from './suggested-edit';
import { useEditKey } from './use-edit-key';

const EditKey = ({ value, policy, can, reload: read }: LoadedKeyValue) => {
  const t = useT();
  const now = useNow();
  const [search] = useSearchParams();
  const suggestion = suggestedEdit(value, search);
  const { form, isBusy, submit, reload, guard, leave } = useEditKey(value, suggestion, read);
  return (
    <KeyEditor
      title={t('key.edit.title', { name: value.name })}
      subtitle={value.displayId}
      fallback={keyPaths.detail(value.id)}
      submitLabel={t('action.save')}
      isBusy={isBusy}
      isDisabled={!form.isDirty}
      guard={guard}
      onSubmit={submit}
      form={form}
      choices={earlierChoices(value.expiresAt, now)}
      policy={policy}
      can={can}
      edited={value}
      notices={
        <>
          <FormAlert
            failure={form.failure}
            onReload={reload}
            action={<RevokeInstead value={value} failure={form.failure} can={can} onDone={leave} />}
          />
          {suggestion === undefined ? null : <Notice kind="info">{t('key.edit.suggested')}</Notice>}
        </>
      }
    />
  );
};

const EditPage = () => {
  const { id = '' } = useParams();
  return (
    <Guarded title="keys.title" anyOf={['update']}>
      <LoadedKey key={id} id={id}>
        {(loaded) =>
          // A revoked key is on record only, and a personal token is its owner's alone.
          loaded.value.status === 'revoked' || loaded.value.type === 'personal' ? (
            <Navigate to={keyPaths.detail(id)} replace />
          ) : (
            <EditKey {...loaded} />
          )
        }
      </LoadedKey>
    </Guarded>
  );
};

export default EditPage;
