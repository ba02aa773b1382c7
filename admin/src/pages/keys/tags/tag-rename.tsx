import { Box, Button, Flex, TextInput } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { type Tag, tagBody } from '../../../../../contracts/tags';
import { useRenameAccessTagMutation } from '../../../api/tags';
import { FormField } from '../../../components/form-field';
import { useFailureText } from '../../../hooks/use-failure-text';
import { useT } from '../../../translations/use-t';
import { useTagWrite } from './use-tag-write';

interface TagRenameProps {
  tag: Tag;
  onClose: () => void;
}

/** The name of a tag as a field, in place of its row. */
export const TagRename = ({ tag, onClose }: TagRenameProps) => {
  const t = useT();
  const textOf = useFailureText();
  const [name, setName] = useState(tag.name);
  const [fault, setFault] = useState<string>();
  const { failure, isBusy, write, forget } = useTagWrite();
  const [rename] = useRenameAccessTagMutation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.select();
  }, []);

  const submit = () => {
    const parsed = tagBody.safeParse({ name });
    setFault(parsed.error?.issues[0]?.message);
    if (parsed.data === undefined) return;
    const { name: next } = parsed.data;
    write(
      () => rename({ id: tag.id, name: next }).unwrap(),
      t('tags.renamed', { name: next }),
      onClose,
    );
  };

  const sentence = failure === null ? undefined : (failure.issues[0]?.message ?? textOf(failure));
  return (
    <form
      noValidate
      data-own-escape
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Flex gap={2} alignItems="flex-end" wrap="wrap">
        <Box flex="1" minWidth="20rem">
          <FormField
            name="name"
            label={t('tags.rename.field', { name: tag.name })}
            error={fault ?? sentence}
          >
            <TextInput
              ref={input}
              size="S"
              value={name}
              onChange={(event) => {
                setName(event.target.value);
                setFault(undefined);
                forget();
              }}
            />
          </FormField>
        </Box>
        <Button variant="tertiary" size="S" onClick={onClose} disabled={isBusy}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" size="S" loading={isBusy} disabled={name.trim() === tag.name}>
          {t('tags.rename')}
        </Button>
      </Flex>
    </form>
  );
};
