import { Button, Flex } from '@strapi/design-system';
import { FormAlert } from '../../../components/form-alert';
import { useT } from '../../../translations/use-t';
import type { useTagWrite } from './use-tag-write';

interface TagConfirmProps {
  writing: Pick<ReturnType<typeof useTagWrite>, 'failure' | 'isBusy'>;
  failed: string;
  confirm: string;
  isDisabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** The end of a question about a tag: what went wrong, and both answers. */
export const TagConfirm = ({
  writing: { failure, isBusy },
  failed,
  confirm,
  isDisabled = false,
  onConfirm,
  onClose,
}: TagConfirmProps) => {
  const t = useT();
  return (
    <>
      <FormAlert title={failed} failure={failure} />
      <Flex gap={2} justifyContent="flex-end">
        <Button variant="tertiary" size="S" onClick={onClose} disabled={isBusy}>
          {t('action.cancel')}
        </Button>
        <Button
          variant="danger-light"
          size="S"
          loading={isBusy}
          disabled={isDisabled}
          onClick={onConfirm}
        >
          {confirm}
        </Button>
      </Flex>
    </>
  );
};
