import { Combobox, ComboboxOption, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { Tag } from '../../../../../contracts/tags';
import { useListAllAccessTagsQuery, useMergeAccessTagMutation } from '../../../api/tags';
import { FormField } from '../../../components/form-field';
import { useT } from '../../../translations/use-t';
import { TagConfirm } from './tag-confirm';
import { useTagWrite } from './use-tag-write';

interface TagMergeProps {
  tag: Tag;
  onClose: () => void;
  onGone: () => void;
}

/** Moves the keys of a tag to another one. */
export const TagMerge = ({ tag, onClose, onGone }: TagMergeProps) => {
  const t = useT();
  const [into, setInto] = useState<string>();
  const writing = useTagWrite();
  const [merge] = useMergeAccessTagMutation();
  const { data: tags, isLoading, isError } = useListAllAccessTagsQuery(undefined);
  const others = (tags ?? []).filter(({ id }) => id !== tag.id);
  const target = others.find(({ id }) => id === into);

  const confirm = () => {
    if (target === undefined) return;
    writing.write(
      () => merge({ id: tag.id, into: target.id }).unwrap(),
      t('tags.merged', { name: tag.name, into: target.name }),
      onGone,
    );
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3} paddingBottom={2}>
      <FormField
        name="into"
        label={t('tags.merge.into', { name: tag.name })}
        hint={
          target === undefined
            ? undefined
            : t('tags.merge.moves', {
                count: tag.keyCount,
                name: tag.name,
                into: target.name,
              })
        }
        error={isError ? t('tags.merge.unread') : undefined}
      >
        <Combobox
          value={into ?? ''}
          placeholder={t('tags.merge.choose')}
          loading={isLoading}
          loadingMessage={t('table.loading')}
          noOptionsMessage={() => t('tags.merge.none')}
          onChange={(next) => {
            setInto(next === '' ? undefined : next);
          }}
        >
          {others.map(({ id, name }) => (
            <ComboboxOption key={id} value={id} textValue={name}>
              {name}
            </ComboboxOption>
          ))}
        </Combobox>
      </FormField>
      <TagConfirm
        writing={writing}
        failed={t('tags.merge.failed')}
        confirm={t('tags.merge.confirm', { count: tag.keyCount })}
        isDisabled={target === undefined}
        onClose={onClose}
        onConfirm={confirm}
      />
    </Flex>
  );
};
