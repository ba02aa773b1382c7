import { IconButton } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { styled } from 'styled-components';
import { useT } from '../../translations/use-t';

const Caret = styled(CaretDown)<{ $up: boolean }>`
  transform: rotate(${({ $up }) => ($up ? '180deg' : '0deg')});
`;

interface DetailsButtonProps {
  isOpen: boolean;
  /** The sentence that the details belong to. */
  what: string;
  /** Id of what it opens. */
  controls: string;
  onToggle: () => void;
}

export const DetailsButton = ({ isOpen, what, controls, onToggle }: DetailsButtonProps) => {
  const t = useT();
  return (
    <IconButton
      variant="ghost"
      withTooltip={false}
      label={t(isOpen ? 'activity.details.hide' : 'activity.details.show', { what })}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={onToggle}
    >
      <Caret $up={isOpen} aria-hidden />
    </IconButton>
  );
};
