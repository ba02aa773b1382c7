import { Combobox, ComboboxOption, Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { type KeyboardEvent, useState } from 'react';
import { useListAccessTagsQuery } from '../../api/tags';
import { FormField } from '../../components/form-field';
import { useDebounced } from '../../hooks/use-debounced';
import { useT } from '../../translations/use-t';

const SUGGESTIONS = 20;

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

interface TagsFieldProps {
  value: readonly string[];
  error: string | undefined;
  /** Whether a tag that does not exist yet may be made. */
  mayMake: boolean;
  onChange: (tags: readonly string[]) => void;
}

/** Tags by name: one finds them as one types, or makes them. */
export const TagsField = ({ value, error, mayMake, onChange }: TagsFieldProps) => {
  const t = useT();
  const [text, setText] = useState('');
  const search = useDebounced(text.trim());
  const { data, isFetching } = useListAccessTagsQuery({
    page: 1,
    pageSize: SUGGESTIONS,
    ...(search === '' ? {} : { search }),
  });

  const suggestions = (data?.data ?? [])
    .map((tag) => tag.name)
    .filter((name) => !value.some((chosen) => isSame(chosen, name)));
  const add = (name: string | undefined) => {
    const tag = (name ?? '').trim();
    // The combobox writes what was chosen into its field right after saying so.
    setTimeout(() => {
      setText('');
    });
    if (tag !== '' && !value.some((chosen) => isSame(chosen, tag))) onChange([...value, tag]);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isHighlighted = event.currentTarget.getAttribute('aria-activedescendant') !== null;
    if (event.key !== ',' && (event.key !== 'Enter' || isHighlighted)) return;
    event.preventDefault();
    const typed = text.trim();
    const known = suggestions.find((name) => isSame(name, typed));
    if (known !== undefined || mayMake) add(known ?? typed);
  };

  return (
    <FormField
      name="tags"
      label={t('key.tags')}
      hint={t(mayMake ? 'key.tags.hint' : 'key.tags.hint.no-new')}
      error={error}
    >
      <Combobox
        placeholder={t('key.tags.placeholder')}
        value=""
        textValue={text}
        onTextValueChange={(next) => {
          setText(next);
        }}
        onChange={(name) => {
          add(name);
        }}
        creatable={mayMake}
        onKeyDown={onKeyDown}
        createMessage={(name) => t('key.tags.create', { name })}
        onCreateOption={add}
        loading={isFetching && suggestions.length === 0}
        loadingMessage={t('table.loading')}
        noOptionsMessage={() => t('key.tags.none')}
      >
        {suggestions.map((name) => (
          <ComboboxOption key={name} value={name} textValue={name}>
            {name}
          </ComboboxOption>
        ))}
      </Combobox>
      {value.length === 0 ? null : (
        <Flex gap={2} wrap="wrap" paddingTop={1}>
          {value.map((name) => (
            <Tag
              key={name}
              icon={<Cross aria-hidden />}
              label={t('key.tags.remove', { name })}
              onClick={(event) => {
                // The design system's tag is a submit button.
                event.preventDefault();
                onChange(value.filter((chosen) => chosen !== name));
              }}
            >
              {name}
            </Tag>
          ))}
        </Flex>
      )}
    </FormField>
  );
};
