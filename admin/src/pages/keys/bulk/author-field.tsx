import { Combobox, ComboboxOption, Loader } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useListKeyPeopleQuery } from '../../../api/keys';
import { ErrorState } from '../../../components/error-state';
import { FormField } from '../../../components/form-field';
import { useT } from '../../../translations/use-t';

/** Stands for the person who asks. */
const ME = 'me';

interface AuthorFieldProps {
  /** Id of an admin; nobody means the person who asks. */
  value: string | undefined;
  onChange: (author: string | undefined) => void;
}

/** Who is to be answerable for the keys; first the person who asks. */
export const AuthorField = ({ value, onChange }: AuthorFieldProps) => {
  const t = useT();
  const me = useAuth('ApiAccessAuthorField', ({ user }) => user) as { documentId?: string } | null;
  const { data, error, isLoading, refetch } = useListKeyPeopleQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  if (isLoading) return <Loader small>{t('table.loading')}</Loader>;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const others = data.data.admins.filter(({ id }) => id !== me?.documentId);
  return (
    <FormField name="author" label={t('bulk.author')} hint={t('bulk.author.hint')} required>
      <Combobox
        value={value ?? ME}
        onChange={(next) => {
          onChange(next === ME || next === '' ? undefined : next);
        }}
        noOptionsMessage={() => t('bulk.author.none')}
      >
        <ComboboxOption value={ME} textValue={t('bulk.author.me')}>
          {t('bulk.author.me')}
        </ComboboxOption>
        {others.map(({ id, name }) => (
          <ComboboxOption key={id} value={id} textValue={name}>
            {name}
          </ComboboxOption>
        ))}
      </Combobox>
    </FormField>
  );
};
