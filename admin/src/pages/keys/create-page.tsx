import { Navigate, useNavigate, useSearchParams } from 'react-router-dom';
import { expiryChoices, lifetimeDays } from '../../../../contracts/expiry-choices';
import type { Key } from '../../../../contracts/keys';
import { FormAlert } from '../../components/form-alert';
import { Guarded } from '../../components/guarded';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';
import { KeyEditor } from './key-editor';
import { emptyKeyForm, replacementFormOf } from './key-form-values';
import { KeyTokenPage } from './key-token-page';
import { LoadedKey } from './loaded-key';
import { LoadedPolicy, type LoadedPolicyValue } from './loaded-policy';
import { keyPaths } from './paths';
import { useCreateKey } from './use-create-key';

interface CreateKeyProps extends LoadedPolicyValue {
  /** The key that the new one is to replace, and is made from. */
  replaced?: Key;
}

const CreateKey = ({ policy, can, replaced }: CreateKeyProps) => {
  const t = useT();
  const navigate = useNavigate();
  const { issued, form, isBusy, submit, guard } = useCreateKey(
    replaced === undefined
      ? emptyKeyForm(policy.expiry)
      : replacementFormOf(replaced, policy.expiry),
    can('get-role'),
    replaced?.id,
  );

  if (issued !== null) {
    return (
      <KeyTokenPage
        issued={issued}
        guard={guard}
        doneMessage={t('token.created', { name: issued.data.name })}
        onDone={() => {
          guard.release();
          navigate(keyPaths.detail(issued.data.id), { replace: true });
        }}
      />
    );
  }

  const sameDays = replaced === undefined ? null : lifetimeDays(replaced);
  return (
    <KeyEditor
      title={
        replaced === undefined
          ? t('keys.create')
          : t('key.replacement.title', { name: replaced.name })
      }
      subtitle={t('keys.create.subtitle')}
      fallback={replaced === undefined ? keyPaths.list : keyPaths.detail(replaced.id)}
      submitLabel={t('keys.create.submit')}
      isBusy={isBusy}
      guard={guard}
      onSubmit={submit}
      form={form}
      choices={expiryChoices(policy.expiry, sameDays)}
      sameDays={sameDays}
      policy={policy}
      can={can}
      notices={
        <>
          <FormAlert failure={form.failure} />
          {replaced === undefined ? null : (
            <Notice kind="info" title={t('key.replacement.notice.title')}>
              {t('key.replacement.notice', { name: replaced.name })}
            </Notice>
          )}
        </>
      }
    />
  );
};

const CreateOrReplace = () => {
  const [search] = useSearchParams();
  const replaces = search.get('replaces');
  if (replaces === null)
    return <LoadedPolicy>{(loaded) => <CreateKey {...loaded} />}</LoadedPolicy>;
  return (
    <LoadedKey key={replaces} id={replaces}>
      {({ value, policy, can }) =>
        // A revoked key works no more, and a personal token is its owner's alone.
        value.status === 'revoked' || value.type === 'personal' ? (
          <Navigate to={keyPaths.detail(value.id)} replace />
        ) : (
          <CreateKey policy={policy} can={can} replaced={value} />
        )
      }
    </LoadedKey>
  );
};

const CreatePage = () => (
  <Guarded title="keys.title" anyOf={['create-api-access']}>
    <CreateOrReplace />
  </Guarded>
);

export default CreatePage;
